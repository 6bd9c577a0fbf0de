"""A packet for a payer: its first facts, the pieces that were chosen, and its pages."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from medoffice.clinic.prescriptions.api import prescription
from medoffice.clinic.prescriptions.types.prescribing import Prescription, State
from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import office_zone, practice, staff_member, staff_of_user, today_here
from medoffice.practice.types import StaffMember
from medoffice.records.coverage.api import coverage
from medoffice.records.coverage.types import Coverage
from medoffice.records.patients.api import patient
from medoffice.revenue.authorizations.queries.authorizations import authorization
from medoffice.revenue.authorizations.queries.formularies import beside
from medoffice.revenue.authorizations.queries.pieces import pieces_of
from medoffice.revenue.authorizations.rules.sealing import shown_hash
from medoffice.revenue.authorizations.types import (
    EXCLUDED,
    Authorization,
    Beside,
    Drug,
    Fact,
    Group,
    Listing,
    Packet,
    SignedPacket,
)
from medoffice.security.api import kept, require
from medoffice.security.types import Actor

_TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "authorizations" / "packet.typ"


def packet_of(actor: Actor, one: Authorization, given: Prescription) -> tuple[Packet, int]:
    """The packet as it stands now, and how many of its pieces are gone or not for these eyes. About twenty queries."""
    there = {piece.key: piece for piece in pieces_of(actor, given)}
    pieces = tuple(there[key] for key in one.draft.chosen if key in there)
    facts = tuple(_facts(one, given, coverage(one.policy_id), _prescriber(actor, given)))
    whole = Packet(
        facts=facts,
        pieces=pieces,
        answers=one.draft.answers.strip(),
        title="Appeal of a denied medicine" if one.appeal else "Request to allow a medicine",
        denied=one.reason if one.appeal else "",
        to_name=one.draft.to_name.strip(),
        to_number=one.draft.to_number.strip(),
    )
    packet, kept_back = known_of(actor, one, whole)
    return packet, len(one.draft.chosen) - len(pieces) + kept_back


def shown_now(actor: Actor, authorization_id: UUID) -> str:
    """The hash of the packet as somebody would be shown it now, which they sign. Raises NotFound. As ``packet_of``."""
    one = authorization(actor, authorization_id)
    return shown_hash(packet_of(actor, one, prescription(actor, one.prescription_id))[0])


def known_of(actor: Actor, one: Authorization, packet: Packet) -> tuple[Packet, int]:
    """What of a packet somebody may read, and how many pieces are kept back: the labels of each are asked.

    As ``kept`` of security.
    """
    abouts = {piece.key: piece.about or one.encounter_id for piece in packet.pieces}
    against = kept(actor, "authorizations.read", {(one.patient_id, about) for about in abouts.values()})
    pieces = tuple(piece for piece in packet.pieces if (one.patient_id, abouts[piece.key]) not in against)
    return replace(packet, pieces=pieces), len(packet.pieces) - len(pieces)


def _prescriber(actor: Actor, given: Prescription) -> StaffMember:
    """Whose prescription it is: who signed it; before that whoever would sign now, else for whom it was prepared."""
    me = staff_of_user(actor.id) if given.state is State.PREPARED else None
    return me if me is not None and me.is_provider else staff_member(given.prescriber_id)


def _facts(one: Authorization, given: Prescription, policy: Coverage, prescriber: StaffMember) -> list[Fact]:
    who, office, says = patient(one.patient_id), practice(), given.says
    plan = ", ".join(filter(None, (policy.payer_name, policy.plan)))
    member = ", ".join(filter(None, (f"member {policy.member_id}", f"group {policy.group}" if policy.group else "")))
    npi = f"NPI {prescriber.npi}" if prescriber.npi else ""
    every = beside(one.patient_id, drug_of(given), today_here())
    listed = [_listed(each) for each in every if each.policy_id == one.policy_id]
    said = [
        ("Asked of", plan),
        ("Insured as", member),
        ("Our number", one.number),
        ("How soon", "The prescriber asks for an expedited answer" if one.draft.quick else "In the usual time"),
        ("Patient", f"{who.name.spoken_form}, born {who.birth_date:%m/%d/%Y}"),
        ("Medicine", says.medicine),
        ("Taken", given.sig_text),
        ("Quantity", f"{says.given} for {says.days_supply} days, refills {says.refills}, {says.daw_words.lower()}"),
        ("For", says.indication),
        ("The payer's list", "; ".join(listed)),
        ("Prescriber", ", ".join(filter(None, (prescriber.name, prescriber.credentials, npi)))),
        ("Office", ", ".join(filter(None, (office.name, office.phone)))),
    ]
    return [Fact(label, words) for label, words in said if words]


def _listed(one: Beside) -> str:
    if one.listing is Listing.NOT_LOADED or one.formulary is None:
        return ""
    asks = "; ".join(
        EXCLUDED if line.excluded else ", ".join(line.asks) or "nothing is asked first" for line in one.lines
    )
    return f"{one.listing}, list of {one.formulary.starts:%m/%d/%Y}{f': {asks}' if asks else ''}"


def drug_of(given: Prescription) -> Drug:
    """A prescription's medicine as it is looked for on a list."""
    return Drug(given.says.medicine, given.says.substances)


def abouts_of(packet: Packet) -> tuple[UUID, ...]:
    """What labels are said of in a packet, beside its visit."""
    return tuple(dict.fromkeys(one.about for one in packet.pieces if one.about))


def notices_of(actor: Actor, one: Authorization, packet: Packet) -> list[str]:
    """What labels want said on the pages: those of the request's own visit and of each piece.

    Raises Refusal where one of them keeps it from going.
    """
    try:
        told = [
            words
            for about in (one.encounter_id, *abouts_of(packet))
            for words in require(actor, "authorizations.send", one.patient_id, about)
        ]
    except NotFound as hidden:
        words = "A label keeps a piece of this packet from going to a payer."
        raise Refusal("piece-kept", words, "Write the packet anew without it.") from hidden
    return list(dict.fromkeys(told))


def pages_of(actor: Actor, one: Authorization, signed: SignedPacket) -> bytes:
    """The pages as they may go, with what labels want said on them. Raises as ``notices_of``."""
    return packet_pdf(one.number, signed, notices_of(actor, one, signed.packet))


def packet_pdf(number: str, signed: SignedPacket, notices: list[str]) -> bytes:
    """The pages of a packet as it was signed: who asks what for whom, and what speaks for it."""
    packet, at = signed.packet, signed.at.astimezone(office_zone())
    groups = [
        [group.value, [[each.words, each.more, each.dated] for each in packet.pieces if each.group is group]]
        for group in Group
    ]
    to = ", ".join(filter(None, (packet.to_name, f"fax {packet.to_number}" if packet.to_number else "")))
    content = {
        "number": number,
        "title": packet.title,
        "facts": [["To", to], *([fact.label, fact.words] for fact in packet.facts)],
        "denied": packet.denied,
        "groups": [group for group in groups if group[1]],
        "answers": packet.answers,
        "signed": f"Signed electronically by {signed.signer}, {at:%m/%d/%Y %I:%M %p}, seal {signed.sha256[:16]}",
        "notices": notices,
    }
    return pdf(_TEMPLATE, content)
