"""Keep what a patient answered, scored."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.charting.api import change_entry, chart_of, enter_on_list
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
from medoffice.clinic.screening.models import Screened
from medoffice.clinic.screening.queries.screened import book, book_of, to_screened
from medoffice.clinic.screening.rules.scoring import edition_of, scored
from medoffice.clinic.screening.types import Book, Instrument, Scored
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, today_here
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

URGENT = "screening-urgent"


@action("screening.ask")
def answer_screening(*, actor: Actor, encounter_id: UUID, key: str, answers: Sequence[int]) -> UUID:
    """Every question of an instrument, at a visit; its score stands among what was measured, with the visit as cause.

    An answer that cannot wait is a provider's work at once. Raises NotFound, Invalid for answers that are none.
    """
    visit = encounter(encounter_id)
    require(actor, "screening.ask", visit.patient_id, encounter_id)
    held = book()
    one, found = _scored(held, key, answers)
    told, cause = _told(one, found), Cause(CauseKind.ENCOUNTER, encounter_id)
    entry = enter_on_list(actor=actor, patient_id=visit.patient_id, kind=ListKind.MEASURED, told=told, cause=cause)
    row = _row(
        actor, held, one, found, answers, encounter_id=encounter_id, patient_id=visit.patient_id, entry_id=entry
    )  # fmt: skip
    return _kept(actor, row)


@action("screening.ask")
def correct_screening(*, actor: Actor, screened_id: UUID, answers: Sequence[int], why: str) -> UUID:
    """What was really answered, to the questions that were asked then; the wrong entry stays to be read.

    Raises NotFound, Invalid without why, Conflict, Refusal if those questions are not here any more.
    """
    before = Screened.objects.filter(id=screened_id).first()
    if before is None:
        raise NotFound
    require(actor, "screening.ask", before.patient_id, before.encounter_id)
    if Screened.objects.filter(instead_of=before).exists():
        raise Conflict("corrected-meanwhile", "It was corrected meanwhile.", "Read it again.")
    if not why.strip():
        raise Invalid("why-missing", "Say why it is corrected.", "", {"fields": {"why": ["Say why it is corrected."]}})
    held = book_of(to_screened(before))
    if held is None:
        raise Refusal("edition-gone", f"The questions of {before.edition} are not here any more.", "Ask it again.")
    one, found = _scored(held, before.key, answers)
    row = _row(
        actor, held, one, found, answers, encounter_id=before.encounter_id, patient_id=before.patient_id,
        entry_id=before.entry_id, instead_of=before, why=why.strip()[:200],
    )  # fmt: skip
    listed = chart_of(actor, before.patient_id).lists[ListKind.MEASURED]
    last = next((each for each in listed if each.entry_id == before.entry_id), None)
    if last is not None and not last.struck:
        cause = Cause(CauseKind.ENCOUNTER, before.encounter_id)
        told = _told(one, found)
        change_entry(
            actor=actor, entry_id=last.entry_id, told=told, seen_version=last.version, cause=cause, why=row.why
        )
    return _kept(actor, row)


def _scored(held: Book, key: str, answers: Sequence[int]) -> tuple[Instrument, Scored]:
    one = held.instruments.get(key)
    if one is None:
        raise NotFound
    try:
        return one, scored(one, answers)
    except ValueError as error:
        words = f"{one.name} has {len(one.questions)} questions; each has one of its answers."
        raise Invalid("answers-missing", words, "Answer every question.") from error


def _told(one: Instrument, found: Scored) -> Told:
    value = f"{found.score} of {found.most}, {found.band.words}"
    return Told(f"{one.name} score", status="final", began=f"{today_here():%Y-%m-%d}", details={"value": value})


def _row(
    actor: Actor, held: Book, one: Instrument, found: Scored, answers: Sequence[int], **about: object
) -> Screened:  # fmt: skip
    return Screened(
        key=one.key, name=one.name, answers=list(answers), score=found.score, most=found.most, band=found.band.words,
        tone=found.band.tone, urgent="; ".join(found.urgent)[:200], edition=edition_of(held),
        at=clock.now(), by=actor.name, **about,
    )  # fmt: skip


def _kept(actor: Actor, row: Screened) -> UUID:
    row.save(force_insert=True)
    if row.urgent:
        open_work(
            actor=actor,
            kind=URGENT,
            title=f"{row.name}: {row.urgent}",
            ref=Ref("screened", row.id),
            patient_id=row.patient_id,
            visit_id=row.encounter_id,
            priority=4,
            key=str(row.id),
        )
    record("screened", row.id, subjects=[row.patient_id], instrument=row.key)
    return row.id
