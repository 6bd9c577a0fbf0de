"""The defence sheet of a visit as a PDF: for a payer's letter, an auditor, or the office's own second look."""

from pathlib import Path
from typing import Any

from medoffice.clinic.charting.api import note, note_of
from medoffice.clinic.charting.types import Note
from medoffice.clinic.dictation.api import dictations_of_visit, typed_of
from medoffice.kernel import clock
from medoffice.kernel.printing import pdf
from medoffice.practice.api import office_zone, practice, staff_member
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.revenue.coding.queries.asked import provider_query
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.queries.levels import elements, established
from medoffice.revenue.coding.rules.defence import Rested, clock_of, in_note, said_at
from medoffice.revenue.coding.rules.evidence import check_note_evidence
from medoffice.revenue.coding.rules.levels import KINDS, SOURCE, worked_out
from medoffice.revenue.coding.types import CodedEncounter, Evidence
from medoffice.security.types import Actor
from medoffice.standards.suggestions.api import suggest

_TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "coding" / "defence.typ"


def defence_paper(actor: Actor, found: CodedEncounter) -> bytes:
    """The sheet as a PDF, whatever of the visit is coded by now."""
    return pdf(_TEMPLATE, defence(actor, found))


def defence(actor: Actor, found: CodedEncounter) -> dict[str, Any]:
    """What stands on the sheet. Some thirty queries."""
    visit, who, office = encounter(found.encounter_id), patient(found.patient_id), practice()
    written = note_of(found.encounter_id)
    text = written.text if written else ""
    made = suggest(text, found.date, sex=who.sex, born=who.birth_date)
    rules = {one.code: one.rules for one in (*made.more, *made.offered)}
    spoken = [(one, typed_of(one.id).words) for one in dictations_of_visit(actor, found.encounter_id)]

    def rested(words: Evidence) -> dict[str, str]:
        one = _rested(words, written)
        times = [(told.number, at) for told, said in spoken if (at := said_at(words.quote, said))]
        said = [f"said in {number}, {clock_of(start)} to {clock_of(end)}" for number, (start, end) in times[:1]]
        return {
            "before": one.before,
            "words": one.words,
            "after": one.after,
            "whence": one.whence,
            "said": "".join(said),
        }

    codes = {one.position: one.code for one in found.diagnoses}
    return {
        "office": office.name,
        "title": f"Visit {visit.number}",
        "patient": who.name.sorted_form,
        "about": f"{who.mrn} · born {who.birth_date:%m/%d/%Y} · visit {visit.number} of {visit.date:%m/%d/%Y}",
        "provider": staff_member(visit.provider_id).name,
        "coder": f"{found.coder}, {'released to billing' if found.finished else 'not released'}",
        "note": _note_words(written),
        "printed": f"{clock.now().astimezone(office_zone()):%m/%d/%Y %I:%M %p}, {actor.name}",
        "diagnoses": [
            {
                "place": str(one.position),
                "code": one.code,
                "title": one.title,
                "rule": ", ".join(rules.get(one.code, ())) or "chosen by the coder",
                **rested(one.evidence),
            }
            for one in found.diagnoses
        ],
        "services": [
            {
                "place": str(one.line),
                "code": "-".join([one.code, *one.modifiers]),
                "title": one.words if one.units == 1 else f"{one.words} × {one.units}",
                "rule": "for " + ", ".join(codes[place] for place in one.pointers if place in codes),
                **rested(one.evidence),
            }
            for one in found.services
        ],
        **_level(actor, found, rested),
        "checks": [one.words for one in findings(found)],
    }


def _rested(words: Evidence, written: Note | None) -> Rested:
    if words.ref.kind == "note" and written is not None:
        text = written.text if written.id == words.ref.id else note(words.ref.id).text
        if check_note_evidence(words, text):
            return Rested("", words.quote, "", "words of the note that were amended or retracted since")
        return Rested(*in_note(text, words.start, words.end), "the note")
    whence = {"order": "the order and its result", "prescription": "the prescription"}.get(words.ref.kind, "the chart")
    if words.ref.kind == "answer":
        asked = provider_query(words.ref.id)
        whence = f"{asked.closed_by} answered a question on “{asked.quote}”"
    return Rested("", words.quote, "", whence)


def _note_words(written: Note | None) -> str:
    if written is None or written.signed_at is None:
        return "not signed"
    at = written.signed_at.astimezone(office_zone())
    return f"signed by {written.author}, {at:%m/%d/%Y %I:%M %p}, SHA-256 {written.sha256}"


def _level(actor: Actor, found: CodedEncounter, rested: Any) -> dict[str, Any]:  # noqa: ANN401 - a function of words
    """What counts for the level and why it is not another; nothing where nobody took anything for it."""
    counted = elements(found.id)
    if not counted:
        return {"level": "", "elements": [], "why": []}
    level = worked_out(counted, new=not established(actor, found))
    return {
        "level": f"Level {level.level}, {'by time' if level.way == 'time' else 'by decision making'}; floors {SOURCE}",
        "elements": [
            {
                "title": one.about if not one.minutes else f"{one.minutes} minutes",
                "rule": KINDS[one.kind].words if one.kind in KINDS else "the practitioner's own time",
                **rested(one.evidence),
            }
            for one in counted
        ],
        "why": [one for one in (level.not_higher, level.not_lower) if one],
    }
