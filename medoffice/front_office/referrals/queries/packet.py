"""The pages of a packet: its cover, and documents of the chart drawn anew, so that nothing hidden in a file leaves."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from uuid import UUID

from medoffice.front_office.letters.types.letters import Enclosed, Letter, LetterState
from medoffice.front_office.referrals.types import Part, Referral
from medoffice.kernel.printing import pdf
from medoffice.practice.api import practice, staff_member, today_here
from medoffice.records.documents.api import document, documents_of
from medoffice.records.documents.types.papers import Document, State
from medoffice.records.faxes.api import pages_of_document
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor

_UNSIGNED = {
    LetterState.TO_SIGN: (
        "Its letter waits for the signature of {}.",
        "It is among their work; nothing goes before it is signed.",
    ),
    LetterState.DRAFT: ("Its letter is not signed by {}.", "Ask for the signature on the letter's own page."),
    LetterState.WITHDRAWN: ("Its letter was withdrawn.", "Refer anew."),
}
_TEMPLATES = Path(__file__).resolve().parents[1] / "templates" / "referrals"
CONFIRMATION = "fax-sent"
MOST = 60  # documents that are offered; who wants an older one prints it


def not_to_go(one: Letter) -> tuple[str, str] | None:
    """Why nothing goes with this letter of a referral, and what to do; None for one that is signed. One query."""
    if one.state not in _UNSIGNED or (one.state is LetterState.DRAFT and not one.signed):
        return None
    words, fix = _UNSIGNED[one.state]
    return words.format(staff_member(one.signer_id).name if one.signer_id else "a provider"), fix


def documents_offered(actor: Actor, patient_id: UUID, encounter_id: UUID | None) -> list[Part]:
    """A patient's filed documents that can be drawn, the latest first; those of the visit are the usual ones.

    The pages that say a fax of ours arrived are not for who treats: they say to whom else something went.
    """
    every = documents_of(actor, patient_id)
    found = [one for one in every if one.state is State.FILED and one.file.drawn and one.kind != CONFIRMATION]
    return [
        Part(one.id, _title(one), one.dated, one.about, usual=encounter_id is not None and one.about == encounter_id)
        for one in found[:MOST]
    ]


def document_pages(actor: Actor, document_id: UUID) -> bytes:
    """A document's pages as pictures in a PDF. Raises NotFound, or Refusal for a page that cannot be drawn."""
    return pages_of_document(document(actor, document_id))


def cover_of(one: Referral, enclosed: Sequence[Enclosed], notices: Sequence[str]) -> bytes:
    """The cover sheet: to whom, from whom, about whom, how soon, what goes with it, and whose eyes it is for."""
    from pypdf import PdfReader

    office, who, to = practice(), patient(one.patient_id), one.performer
    asks = staff_member(one.requester_id).name if one.requester_id else ""
    facts = [
        ("To", ", ".join(part for part in (to.name, to.practice, to.specialty) if part)),
        ("Fax, telephone", ", ".join(part for part in (to.fax, to.phone) if part)),
        ("From", ", ".join(part for part in (asks, office.name, office.phone) if part)),
        ("Date", f"{today_here():%m/%d/%Y}"),
        ("Patient", f"{who.name.spoken_form}, born {who.birth_date:%m/%d/%Y}"),
        ("How soon", one.priority.says),
        ("Diagnosis", one.diagnosis),
        ("Authorization", one.authorization),
    ]
    content = {
        "number": one.number,
        "facts": [[label, words] for label, words in facts if words],
        "enclosed": [[part.title, len(PdfReader(BytesIO(part.pages)).pages)] for part in enclosed],
        "notices": list(notices),
    }
    return pdf(_TEMPLATES / "cover.typ", content)


def _title(one: Document) -> str:
    name = one.title or one.kind.replace("-", " ").capitalize()
    return f"{name}, {one.dated:%m/%d/%Y}" if one.dated else name
