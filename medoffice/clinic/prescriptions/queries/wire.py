"""Reads of the wire: what may go, what is not answered, what a message says, what was set aside."""

from uuid import UUID

from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.queries.prescriptions import says_of
from medoffice.clinic.prescriptions.types.exchange import Message
from medoffice.clinic.prescriptions.types.wire import Answer, Aside, Came, Drug, Left, Outgoing, Party, Whom
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, practice, staff_member
from medoffice.practice.types import Address
from medoffice.records.patients.api import patient
from medoffice.security.api import permitted
from medoffice.security.types import Actor

MOST_SHOWN = 20_000  # characters of a message


def due_to_go() -> list[UUID]:
    """What may go now, oldest first. One query."""
    rows = models.WireOut.objects.filter(state=Left.WAITS, go_at__lte=clock.now())
    return list(rows.order_by("go_at", "id").values_list("id", flat=True))


def is_written(out_id: UUID) -> bool:
    """Whether its bytes are there, so that it may be handed over. One query."""
    return models.WireOut.objects.filter(id=out_id, data__isnull=False).exists()


def unanswered() -> list[UUID]:
    """What should have been answered by now. One query."""
    rows = models.WireOut.objects.filter(state=Left.GONE, answer_by__lte=clock.now())
    return list(rows.order_by("answer_by", "id").values_list("id", flat=True))


def to_read() -> list[UUID]:
    """What came and was not read, oldest first. One query."""
    rows = models.WireIn.objects.filter(state=Came.NEW).order_by("came_at", "id")
    return list(rows.values_list("id", flat=True))


def wire_counts() -> tuple[int, int, int]:
    """How many messages went to pharmacies, how many of those are not answered, how many came. Three queries."""
    gone = models.WireOut.objects.exclude(state__in=[Left.WAITS, Left.WITHDRAWN])
    return gone.count(), gone.exclude(state=Left.ANSWERED).count(), models.WireIn.objects.count()


def outgoing(row: models.WireOut) -> Outgoing:
    """What a message says. Seven queries."""
    meant = meant_by(row)
    who, office, signer = patient(row.patient_id), practice(), staff_member(meant.prescriber_id)
    where = Address(row.pharmacy.line1, row.pharmacy.city, row.pharmacy.state, row.pharmacy.zip)
    named = Party(" ".join(filter(None, (signer.name, signer.credentials))), signer.npi)
    home = _placed(Party(who.name.spoken_form, who.mrn, who.phone), who.address)
    return Outgoing(
        message_id=row.id,
        message=Message(row.message),
        at=row.queued_at,
        to=_placed(Party(row.pharmacy.name, row.pharmacy.wire, row.pharmacy.phone), where),
        signer=_placed(Party(named.name, named.number, office.phone), office.address),
        whom=Whom(who.name.family, who.name.given, who.birth_date, who.sex, home),
        order=meant.number,
        relates_to=row.relates_to,
        drug=None if row.answer == Answer.DENIED else _drug(meant),
        answer=Answer(row.answer) if row.answer else None,
        why=row.why,
    )


def meant_by(row: models.WireOut) -> models.Prescription:
    """Of which prescription a message is: the one at the pharmacy, or the one that is not renewed. At most three."""
    found = row.dispatch.prescription if row.dispatch else row.renewal.prescription if row.renewal else None
    if found is None:
        raise NotFound
    return found


def set_aside(actor: Actor) -> list[Aside]:
    """What a person must look at, oldest first, but of patients kept from the actor. One query, and the labels'."""
    rows = models.WireIn.objects.filter(state=Came.ASIDE).order_by("came_at", "id")
    return [
        Aside(
            row.id, row.came_at, row.sender, row.message, row.why,
            bytes(row.data).decode("utf-8", "replace")[:MOST_SHOWN], row.patient_id,
        )
        for row in permitted(actor, "prescriptions.read", rows)
    ]  # fmt: skip


def _placed(who: Party, where: Address) -> Party:
    return Party(who.name, who.number, who.phone, where.line1, where.city, where.state, where.zip)


def _drug(meant: models.Prescription) -> Drug:
    says = says_of(meant)
    signed = meant.signed_at or meant.prepared_at
    return Drug(
        medicine=says.medicine,
        strength=says.strength,
        form=says.form.value,
        quantity=says.quantity,
        unit=says.quantity_unit,
        days=says.days_supply,
        sig=meant.sig_text,
        refills=says.refills,
        daw=says.daw,
        written=signed.astimezone(office_zone()).date(),
        diagnosis=says.diagnosis,
        note=says.to_pharmacist,
    )
