"""The rows of the clinical lists as actions write them, not saved; and what several of them ask before."""

from datetime import date, datetime
from uuid import UUID

from medoffice.clinic.charting.models import ListAttestation, ListEntry
from medoffice.clinic.charting.queries.chart import history_of
from medoffice.clinic.charting.rules.checking import check_told
from medoffice.clinic.charting.rules.kinds import ICD10
from medoffice.clinic.charting.types import CARRIED, Cause, CauseKind, ListKind, Told, Version
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10, vaccine


def entry_row(
    *,
    patient_id: UUID,
    kind: ListKind,
    told: Told,
    cause: Cause,
    by: str,
    at: datetime,
    entry_id: UUID | None = None,
    version: int = 1,
    follows: int = 0,
    why: str = "",
) -> ListEntry:
    """A version of an entry; the first of a new one without ``entry_id``."""
    return new_row(
        ListEntry,
        entry_id=entry_id or new_id(),
        version=version,
        follows=follows,
        patient_id=patient_id,
        kind=kind.value,
        words=told.words.strip(),
        system=told.system,
        code=told.code,
        edition=told.edition,
        status=told.status,
        verification=told.verification,
        began=told.began,
        ended=told.ended,
        details={key: text for key, text in sorted(told.details.items()) if text},
        cause=cause.kind.value,
        cause_id=cause.id,
        cause_words=cause.words.strip(),
        encounter_id=cause.id if cause.kind is CauseKind.ENCOUNTER else None,
        why=why.strip(),
        at=at,
        by=by,
    )


def attestation_row(
    *, patient_id: UUID, kind: ListKind, none: bool, encounter_id: UUID | None, by: str, at: datetime
) -> ListAttestation:
    """That a list was looked over; ``none``: there is nothing to put on it."""
    return new_row(
        ListAttestation, patient_id=patient_id, kind=kind.value, none=none, encounter_id=encounter_id, at=at, by=by
    )


def refuse_wrong(patient_id: UUID, *entries: tuple[ListKind, Told]) -> None:
    """Raises Invalid, field by field, for the first that no list keeps; NotFound if there is no such patient."""
    born, today = patient(patient_id).birth_date, today_here()
    for kind, told in entries:
        wrong = [one for one in check_told(kind, told, today, born) if one.severity is Severity.ERROR]
        if told.code and not _is_known(told, today):
            wrong.append(Finding("code-unknown", "words", f"{told.system} has no code {told.code}."))
        if wrong:
            fields: dict[str, list[str]] = {}
            for one in wrong:
                fields.setdefault(one.where, []).append(one.words)
            raise Invalid("entry-wrong", "This cannot be kept so.", "Type it again.", {"fields": fields})


def allowed_cause(actor: Actor, word: str, patient_id: UUID, cause: Cause) -> Cause:
    """The cause, if the actor may act on it: a visit must be this patient's. Raises as ``require``, and Refusal."""
    visit = encounter(cause.id) if cause.kind is CauseKind.ENCOUNTER and cause.id else None
    require(actor, word, patient_id, visit.id if visit else cause.about)
    if cause.kind is CauseKind.ENCOUNTER and (visit is None or visit.patient_id != patient_id):
        raise Refusal("visit-of-another", "This visit is not the patient's.", "Choose one of the patient's visits.")
    return cause


def version_to_change(actor: Actor, entry_id: UUID, seen_version: int, mine: Told | None = None) -> tuple[Version, int]:
    """The last version the actor may know, and the number the next one gets.

    Raises NotFound, Conflict (both texts) if it is not the one that was seen, Refusal if it was struck.
    """
    last, highest = history_of(actor, entry_id)
    if last.version != seen_version and last.told != mine:
        detail = {
            "mine": {} if mine is None else _shown(mine),
            "theirs": _shown(last.told),
            "changed_by": last.by,
            "changed_at": last.at,
            "version": last.version,
        }
        words = f"{last.by} changed this entry meanwhile."
        raise Conflict("changed-meanwhile", words, "Look at what stands there now, then go on.", detail)
    if last.struck:
        raise Refusal("entry-struck", "This was entered in error and struck.", "Enter it anew if it is so.")
    return last, highest + 1


def next_version(last: Version, number: int, told: Told, cause: Cause, *, why: str, by: str, at: datetime) -> ListEntry:
    """The row of a change. What was known from a visit stays known from it: it follows the version it was made from."""
    return entry_row(
        patient_id=last.patient_id,
        kind=last.kind,
        told=told,
        cause=cause,
        by=by,
        at=at,
        entry_id=last.entry_id,
        version=number,
        follows=last.version,
        why=why,
    )


def _is_known(told: Told, today: date) -> bool:
    if told.system in CARRIED:
        return True
    return (icd10(told.code, today) if told.system == ICD10 else vaccine(told.code)) is not None


def _shown(told: Told) -> dict[str, str]:
    plain = {"words": told.words, "status": told.status, "began": told.began, "ended": told.ended, **told.details}
    return {name: text for name, text in plain.items() if text}
