"""Amend or retract a signed note, or one addendum of it."""

from uuid import UUID

from medoffice.clinic.charting.actions.rows import author_of, read_work_title
from medoffice.clinic.charting.actions.settling_lists import NOTE_LISTS, settle_lists
from medoffice.clinic.charting.models import Note, NoteRevision
from medoffice.clinic.charting.offers import copies
from medoffice.clinic.charting.queries.noted import noted_at
from medoffice.clinic.charting.queries.notes import note as told_note
from medoffice.clinic.charting.rules.sealing import note_hash
from medoffice.clinic.charting.types import NoteAmended
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, retitle_work, staff_of_user, work_owners
from medoffice.practice.types import StaffMember
from medoffice.records.disclosures.api import left_since
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, actor_of, can, record, require
from medoffice.security.types import PROGRAM, Actor


@action("notes.revise")
def revise_note(
    *, actor: Actor, note_id: UUID, why: str, text: str = "", part: UUID | None = None, seen: UUID | None = None
) -> UUID:
    """Put one's own signed words right: ``text`` is the amended version; without it they are retracted.

    ``part`` is an addendum, ``seen`` the last revision that was read. What was signed stays to be read, as amended or
    struck. Whoever was sent the note reads it again, a coder looks at released codes (NoteAmended), and who sends
    copies looks who got one. Raises Refusal for another's or an unsigned note, or if nothing changes; Invalid without
    a reason; Conflict if it was revised meanwhile.
    """
    row = Note.objects.select_for_update().filter(id=note_id).first()
    if row is None:
        raise NotFound
    require(actor, "notes.revise", row.patient_id, row.encounter_id)
    signer, said, words = staff_of_user(actor.id), " ".join(why.split()), text.replace("\r\n", "\n").strip()
    told = told_note(note_id)
    own = [one for one in told.revisions if one.addendum_id == part]
    stands = told if part is None else next((one for one in told.addenda if one.id == part), None)
    if stands is None:
        raise NotFound
    if row.signed_at is None:
        raise Refusal("note-unsigned", "This note is not signed yet.", "Change the note itself.")
    if signer is None or not (signer.id == row.author_id if part is None else stands.author == actor.name):
        raise Refusal("not-the-author", f"{stands.author} signed these words.", "Ask them, or write an addendum.")
    if not said:
        raise Invalid("no-why", "Say why.", "", {"fields": {"why": ["Say why."]}})
    if seen != (own[-1].id if own else None):
        raise Conflict("changed-meanwhile", "These words were amended or retracted meanwhile.", "Read them again.")
    if words == stands.text.strip():
        raise Refusal("nothing-changes", "The words are the same, or are retracted already.", "Change the words.")
    return _revised(actor, row, signer, part, words, said)


def _revised(actor: Actor, row: Note, signer: StaffMember, part: UUID | None, words: str, why: str) -> UUID:
    now = clock.now()
    made = NoteRevision.objects.create(
        note=row, addendum_id=part, text=words, why=why[:300], author=author_of(signer.name, signer.credentials),
        at=now, sha256=note_hash(words, signer.id, now),
    )  # fmt: skip
    how = "amended" if words else "retracted"
    _tell(actor, row, how)
    publish(NoteAmended(row.id, row.encounter_id, row.patient_id, how), subject=row.encounter_id)
    record("note", row.id, subjects=[row.patient_id], how=how, seal=made.sha256)
    return made.id


def _tell(actor: Actor, row: Note, how: str) -> None:
    """Whoever was sent the note here reads it again; if anything left since it was signed, who got it is looked for.

    Of copies that a room sends again itself, nobody looks a second time. What the note put on the lists and
    says no more its author looks at.
    """
    ref, number = Ref("note", row.id), encounter(row.encounter_id).number
    titles = {
        "note-to-read": f"{read_work_title(number)}: it was {how}",
        "note-copies": f"Note of visit {number} was {how}: tell who got a copy",
        NOTE_LISTS: f"Note of visit {number} was {how}: look at what it put on the lists",
    }
    for kind, title in titles.items():  # what is open since it was put right before says what was done last
        retitle_work(actor=actor, ref=ref, kind=kind, title=title)
    for account in work_owners("note-to-read", row.id):
        reader = actor_of(account)
        if reader is not None and can(reader, "chart.read", row.patient_id, row.encounter_id):
            open_work(
                actor=actor, kind="note-to-read", title=titles["note-to-read"], ref=ref,
                patient_id=row.patient_id, visit_id=row.encounter_id, key=f"{row.id} {account}", owner_id=account,
            )  # fmt: skip
    apart = [paper for papers in copies.values() for paper in papers(row.encounter_id)]
    if row.signed_at and left_since(row.patient_id, row.encounter_id, row.signed_at, apart):
        open_work(
            actor=actor, kind="note-copies", title=titles["note-copies"], ref=ref,
            patient_id=row.patient_id, visit_id=row.encounter_id, key=str(row.id),
        )  # fmt: skip
    if noted_at(PROGRAM, row.encounter_id).gone:
        open_work(
            actor=actor, kind=NOTE_LISTS, title=titles[NOTE_LISTS], ref=ref, patient_id=row.patient_id,
            visit_id=row.encounter_id, key=str(row.id), owner_id=actor.id,
        )  # fmt: skip
    else:
        settle_lists(actor, row.encounter_id)
