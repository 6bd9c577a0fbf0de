"""Reads of requests to payers."""

from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from medoffice.kernel.checks import Checked, first_of
from medoffice.kernel.codec import from_json
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.authorizations import models
from medoffice.revenue.authorizations.rules.matching import words_in
from medoffice.revenue.authorizations.rules.sealing import packet_hash
from medoffice.revenue.authorizations.types import Approved, Authorization, Draft, Event, Packet, SignedPacket, State
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

READ = "authorizations.read"


def authorization(actor: Actor, authorization_id: UUID, word: str = READ) -> Authorization:
    """A request the actor may know. Raises NotFound. One query, and the labels'."""
    row = _rows().filter(id=authorization_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    return to_authorization(row)


def signed_packets(authorization_id: UUID) -> list[SignedPacket]:
    """Every packet of a request that was signed, the latest first. One query."""
    rows = models.SignedPacket.objects.filter(authorization_id=authorization_id).order_by("-id")
    return [_to_signed(row) for row in rows]


def signed_packet(authorization_id: UUID) -> SignedPacket | None:
    """The packet as it was signed last. One query."""
    row = models.SignedPacket.objects.filter(authorization_id=authorization_id).order_by("-id").first()
    return _to_signed(row) if row else None


def packets_check() -> list[Checked]:
    """Every packet is as it was signed, and a request bears the seal of its last one. Two queries."""
    count, broken, last = 0, list[UUID](), dict[UUID, str]()
    for row in models.SignedPacket.objects.order_by("id").iterator(chunk_size=500):
        count, last[row.authorization_id] = count + 1, row.sha256
        packet = from_json(row.packet, Packet)
        if packet_hash(packet, row.authorization_id, row.signer_id, row.signer_name, row.at) != row.sha256:
            broken.append(row.authorization_id)
    seals = models.Authorization.objects.exclude(sha256="").values_list("id", "sha256", "number")
    numbers = {one: number for one, _, number in seals}
    other = [one for one, sha256, _ in seals if last.get(one) != sha256]
    found = [
        Finding("packet-broken", numbers.get(one, str(one)), "A packet is not as it was signed.") for one in broken
    ]
    found += [Finding("packet-other", numbers[one], "It bears another seal than its last packet.") for one in other]
    told = f"{count} packets, {len(found)} not as they were signed"
    return [Checked("authorizations", "packets for payers are as they were signed", told, first_of(found, len(found)))]


def open_authorizations(actor: Actor) -> list[Authorization]:
    """What somebody is to look at, by its day. One query, and the labels'."""
    rows = _rows().filter(due_on__isnull=False).order_by("due_on", "id")
    return [to_authorization(row) for row in permitted(actor, READ, rows)]


def approvals_ending(actor: Actor, until: date, limit: int | None) -> tuple[list[Authorization], int]:
    """Approvals whose last day is up to a day, the first to end first, and how many. Two queries, and the labels'."""
    rows = _rows().filter(state=State.APPROVED.value, approved_to__lte=until).order_by("approved_to", "id")
    found = permitted(actor, READ, rows)
    return [to_authorization(row) for row in found[:limit]], found.count()


def authorization_counts() -> dict[State, int]:
    """How many requests stand how. One query."""
    rows = models.Authorization.objects.values_list("state").annotate(count=Count("id"))
    return {State(state): count for state, count in rows}


def authorizations_of(actor: Actor, patient_id: UUID) -> list[Authorization]:
    """All that payers were asked for a patient, the latest first. One query, and the labels'."""
    rows = _rows().filter(patient_id=patient_id).order_by("-prepared_at", "-id")
    return [to_authorization(row) for row in permitted(actor, READ, rows)]


def about_medicine(actor: Actor, patient_id: UUID, medicine: str, on: date) -> list[Authorization]:
    """What payers whose policies are in force were asked about this medicine, the latest first. Two queries."""
    policies = {one.id for one in coverages_on(patient_id, on)}
    wanted = words_in(medicine)
    found = authorizations_of(actor, patient_id) if policies else []
    return [one for one in found if one.policy_id in policies and words_in(one.medicine) == wanted]


def story_of(authorization_id: UUID) -> list[Event]:
    """What became of a request, first to last. One query."""
    rows = models.AuthorizationEvent.objects.filter(authorization_id=authorization_id).order_by("id")
    return [Event(row.what, row.words, row.at, row.by) for row in rows]


def to_authorization(row: models.Authorization) -> Authorization:
    """A row as the noun; its policy comes with it."""
    approved = None
    if row.payer_number and row.approved_from and row.approved_to:
        approved = Approved(row.payer_number, row.approved_from, row.approved_to, row.approved_quantity)
    return Authorization(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        prescription_id=row.prescription_id,
        policy_id=row.policy_id,
        payer_name=row.policy.payer.name,
        member_id=row.policy.member_id,
        medicine=row.medicine,
        state=State(row.state),
        due_on=row.due_on,
        payer_day=row.payer_day,
        draft=from_json(row.draft, Draft),
        appeal=row.appeal,
        sent=row.sent,
        prepared_by=row.prepared_by,
        prepared_at=row.prepared_at,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        sha256=row.sha256,
        approved=approved,
        reason=row.reason,
        version=row.version,
    )


def _to_signed(row: models.SignedPacket) -> SignedPacket:
    return SignedPacket(from_json(row.packet, Packet), row.sha256, row.signer_name, row.at)


def _rows() -> QuerySet[models.Authorization]:
    return models.Authorization.objects.select_related("policy__payer")
