"""The codes of a visit with one thing changed in thought, as the checks are asked of them; nothing is stored."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.records.patients.api import patient
from medoffice.revenue.coding.actions.code_service import refuse_modifiers
from medoffice.revenue.coding.queries.codings import services
from medoffice.revenue.coding.queries.levels import elements, established
from medoffice.revenue.coding.rules import supposing
from medoffice.revenue.coding.rules.levels import worked_out
from medoffice.revenue.coding.rules.supposing import Change, Supposed, Told, What
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence, OfficeService
from medoffice.security.api import can
from medoffice.security.types import Actor
from medoffice.standards.suggestions.api import suggest
from medoffice.standards.terminology.api import icd10, place_of_service

MOST_UNITS = 999
NOBODY = UUID(int=0)  # the id of a code that is in no table


def suppose(actor: Actor, found: CodedEncounter, change: Change) -> Supposed:
    """The codes with this changed. Raises Invalid in words for what cannot be meant. At most nine queries."""
    if change not in [replace(one, to=change.to) for one, _ in supposing.changes(found)]:
        raise _wrong("change", "That is no longer among the codes of this visit; choose again.")
    typed = change.to.strip()
    if change.what is What.PLACE:
        if typed not in place_of_service():
            raise _wrong("to", f"{typed or 'Nothing'} is no place of service; two digits, as in 11 for the office.")
        return Supposed(found, typed, tuple(supposing.supports_rest(change)))
    if change.what is not What.CODE:
        return Supposed(_of_line(found, change, typed), "", tuple(supposing.supports_rest(change)))
    if change.part.startswith("diagnosis"):
        given = _diagnosis(found, typed)
        support = supposing.supports_diagnosis(given.code, _told(actor, found))
        return Supposed(supposing.with_diagnosis(found, change, given), "", (support,))
    offered = _service(found, typed)
    support = supposing.supports_service(offered.key, offered.code, _told(actor, found))
    line = CodedService(NOBODY, 0, offered.key, offered.code, offered.words, (), 1, (1,), _nothing(found))
    return Supposed(supposing.with_service(found, change, line), "", (support,))


def _of_line(found: CodedEncounter, change: Change, typed: str) -> CodedEncounter:
    """A line or a diagnosis less, or another value on a line."""
    number = change.number
    if change.what is What.OUT:
        less = supposing.without_diagnosis if change.part.startswith("diagnosis") else supposing.without_service
        return less(found, number)
    parts = typed.upper().replace(",", " ").split()
    if change.what is What.MODIFIERS:
        try:
            refuse_modifiers(parts, found.date)
        except Invalid as refusal:
            raise _wrong("to", refusal.words) from None
        return supposing.with_modifiers(found, number, parts)
    figures = [int(one) for one in parts if one.isascii() and one.isdecimal() and len(one) < 4]
    if len(figures) != len(parts) or not figures:
        raise _wrong("to", "Type figures, as in 2.")
    if change.what is What.POINTERS:
        return supposing.with_pointers(found, number, figures)
    if len(figures) > 1 or not 1 <= figures[0] <= MOST_UNITS:
        raise _wrong("to", "Units are 1 to 999.")
    return supposing.with_units(found, number, figures[0])


def _diagnosis(found: CodedEncounter, typed: str) -> CodedDiagnosis:
    known = icd10(typed, found.date) if typed else None
    if known is None:
        raise _wrong("to", f"{typed or 'Nothing'} is no ICD-10-CM code on {found.date:%m/%d/%Y}.")
    return CodedDiagnosis(NOBODY, 0, known.code, known.title, _nothing(found))


def _service(found: CodedEncounter, typed: str) -> OfficeService:
    """A service of the office by its code or its key."""
    offered = services(found.date)
    one = next((one for one in offered if typed.upper() == one.code or typed.lower() == one.key), None)
    if one is None:
        words = f"{typed or 'Nothing'} is no service of the office on {found.date:%m/%d/%Y}."
        raise _wrong("to", f"{words} It is defined first.")
    return one


def _told(actor: Actor, found: CodedEncounter) -> Told:
    """What the signed note, the orders that were carried out and the worksheet say."""
    who, reads = patient(found.patient_id), can(actor, "chart.read", found.patient_id, found.encounter_id)
    written = note_of(found.encounter_id) if reads else None
    stands = written is not None and written.signed and not written.retracted
    text = written.text if written is not None and stands else ""
    hints = suggest(text, found.date, sex=who.sex, born=who.birth_date) if text else None
    sure, unsure = (
        {one.code: text[slice(*one.spans[0])] for one in some if one.spans}
        for some in ((hints.offered, hints.more) if hints else ((), ()))
    )
    sure |= {one.code: one.evidence.quote for one in found.diagnoses}
    done = frozenset(one.key for one in orders_of(found.encounter_id) if one.state is OrderState.DONE)
    counted = elements(found.id)
    level = worked_out(counted, new=not established(actor, found)).level if counted else 0
    return Told(sure, unsure, done, level)


def _nothing(found: CodedEncounter) -> Evidence:
    """No evidence: what is only supposed rests on nothing."""
    return Evidence(Ref("supposed", found.id), 0, 0, "")


def _wrong(field: str, words: str) -> Invalid:
    return Invalid("not-supposable", words, "", {"fields": {field: [words]}})
