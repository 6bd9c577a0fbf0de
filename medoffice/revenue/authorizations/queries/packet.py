"""A packet for a payer: its first facts, the pieces that were chosen, and its pages."""

from pathlib import Path
from uuid import UUID

from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.kernel.printing import pdf
from medoffice.practice.api import office_zone, practice, staff_member, today_here
from medoffice.practice.types import StaffMember
from medoffice.records.coverage.api import coverage
from medoffice.records.coverage.types import Coverage
from medoffice.records.patients.api import patient
from medoffice.revenue.authorizations.queries.formularies import beside
from medoffice.revenue.authorizations.queries.pieces import pieces_of
from medoffice.revenue.authorizations.types import Authorization, Beside, Drug, Fact, Group, Listing, Packet
from medoffice.security.api import require
from medoffice.security.types import Actor

_TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "authorizations" / "packet.typ"


def packet_of(actor: Actor, one: Authorization, given: Prescription, signer: StaffMember) -> tuple[Packet, int]:
    """The packet as it stands now, and how many of its pieces are gone or not for these eyes. About twenty queries."""
    there = {piece.key: piece for piece in pieces_of(actor, given)}
    pieces = tuple(there[key] for key in one.draft.chosen if key in there)
    packet = Packet(tuple(_facts(one, given, coverage(one.policy_id), signer)), pieces, one.draft.answers.strip())
    return packet, len(one.draft.chosen) - len(pieces)


def _facts(one: Authorization, given: Prescription, policy: Coverage, signer: StaffMember) -> list[Fact]:
    who, office, says = patient(one.patient_id), practice(), given.says
    plan = ", ".join(filter(None, (policy.payer_name, policy.plan)))
    member = ", ".join(filter(None, (f"member {policy.member_id}", f"group {policy.group}" if policy.group else "")))
    listed = [
        fact.words
        for fact in map(_listed, beside(one.patient_id, drug_of(given), today_here()))
        if fact.label == policy.payer_name
    ]
    said = [
        ("Asked of", plan),
        ("Insured as", member),
        ("How soon", "The prescriber asks for an expedited answer" if one.draft.quick else "In the usual time"),
        ("Patient", f"{who.name.spoken_form}, born {who.birth_date:%m/%d/%Y}, {one.number}"),
        ("Medicine", says.medicine),
        ("Taken", given.sig_text),
        ("Quantity", f"{says.given} for {says.days_supply} days, refills {says.refills}, {says.daw_words.lower()}"),
        ("For", says.indication),
        ("The payer's list", "; ".join(listed)),
        ("Prescriber", ", ".join(filter(None, (signer.name, signer.credentials, f"NPI {signer.npi}")))),
        ("Office", ", ".join(filter(None, (office.name, office.phone)))),
    ]
    return [Fact(label, words) for label, words in said if words]


def _listed(one: Beside) -> Fact:
    if one.listing is Listing.NOT_LOADED or one.formulary is None:
        return Fact(one.payer_name, "")
    asks = "; ".join(", ".join(line.asks) or "nothing is asked first" for line in one.lines)
    words = f"{one.listing}, list of {one.formulary.starts:%m/%d/%Y}{f': {asks}' if asks else ''}"
    return Fact(one.payer_name, words)


def drug_of(given: Prescription) -> Drug:
    """A prescription's medicine as it is looked for on a list."""
    return Drug(given.says.medicine, given.says.substances)


def signer_for(given: Prescription) -> StaffMember:
    """Who stands on it before it is signed: the prescriber."""
    return staff_member(given.prescriber_id)


def abouts_of(packet: Packet) -> tuple[UUID, ...]:
    """What labels are said of in a packet, beside its visit."""
    return tuple(dict.fromkeys(one.about for one in packet.pieces if one.about))


def pages_of(actor: Actor, one: Authorization, packet: Packet) -> bytes:
    """The pages as they may go, with what labels want said on them. Raises Refusal where a label keeps a piece."""
    told = (require(actor, "authorizations.send", one.patient_id, about) for about in abouts_of(packet))
    return packet_pdf(one, packet, list(dict.fromkeys(words for notices in told for words in notices)))


def packet_pdf(one: Authorization, packet: Packet, notices: list[str]) -> bytes:
    """The pages of a packet as it was signed: who asks what for whom, and what speaks for it."""
    day = one.signed_at.astimezone(office_zone()) if one.signed_at else None
    groups = [
        [group.value, [[each.words, each.more, each.dated] for each in packet.pieces if each.group is group]]
        for group in Group
    ]
    content = {
        "number": one.number,
        "title": "Appeal of a denied medicine" if one.appeal else "Request to allow a medicine",
        "facts": [[fact.label, fact.words] for fact in packet.facts],
        "denied": one.reason if one.appeal else "",
        "groups": [group for group in groups if group[1]],
        "answers": packet.answers,
        "signed": f"Signed electronically by {one.signed_by}, {day:%m/%d/%Y %I:%M %p}, seal {one.sha256[:16]}"
        if day
        else "",
        "notices": notices,
    }
    return pdf(_TEMPLATE, content)
