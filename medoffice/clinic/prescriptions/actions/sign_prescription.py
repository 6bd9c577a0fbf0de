"""Sign a prescription: from then on it stays, and its medicine stands on the medication list."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.api import change_entry, chart_of, enter_on_list
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Version
from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import Prescription, PrescriptionAlert
from medoffice.clinic.prescriptions.queries.prescriptions import says_of
from medoffice.clinic.prescriptions.queries.safety import checked
from medoffice.clinic.prescriptions.rules.sealing import listed, prescription_hash
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.clinic.prescriptions.types.safety import Checked
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, staff_of_user, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.sign")
def sign_prescription(
    *, actor: Actor, prescription_id: UUID, seen_version: int, reasons: Mapping[str, str] | None = None
) -> str:
    """Sign it as it was seen; returns its seal. Whoever signs is its prescriber.

    It is checked once more, now: an alert that asks for a reason has one of its own (``Alert.reasons``) in ``reasons``,
    by its key, or it is not signed. Every alert that stood is kept, with its reason.

    Its medicine is entered on the medication list, or the entry it goes on with is changed; the cause is the visit, or
    the prescription. Raises NotFound, Refusal for who is no provider of this office or for what is signed or withdrawn,
    Conflict if it was changed since it was read.
    """
    row = held(actor, prescription_id, "prescriptions.sign")
    signer = staff_of_user(actor.id)
    if signer is None or not signer.is_provider:
        raise Refusal("no-prescriber", "Only a provider of this office signs.", "Ask one of them.")
    if row.state != State.PREPARED:
        raise Refusal("not-to-sign", f"{row.number} is {row.state}.", "Prescribe it anew if it is needed.")
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then sign.")
    says, now = says_of(row), clock.now()
    found = checked(actor, row.patient_id, says, row.entry_id)
    _refuse_unreasoned(found, reasons or {})
    row.prescriber_id, row.state, row.signed_at = signer.id, State.SIGNED.value, now
    row.signed_by = ", ".join(filter(None, (signer.name, signer.credentials)))
    row.sha256 = prescription_hash(says, row.patient_id, signer.id, now)
    row.entry_id = _on_the_list(actor, row)
    row.version += 1
    row.changed_by, row.changed_at = actor.name, now
    row.save()
    note(actor, row, "signed")
    _keep_alerts(actor, row, found, reasons or {})
    finish_work_about(actor=actor, ref=Ref("prescription", row.id), outcome="signed")
    record("prescription", row.id, subjects=[row.patient_id], seal=row.sha256)
    return row.sha256


def _refuse_unreasoned(found: Checked, reasons: Mapping[str, str]) -> None:
    """Raise Invalid for alerts that ask for a reason and have none of those that are reasons."""
    open_ = [one for one in found.alerts if one.asks and reasons.get(one.key) not in one.reasons]
    if open_:
        raise Invalid(
            "alert-unreasoned",
            f"{open_[0].words}.",
            "Say why you go on, or prescribe something else.",
            {"alerts": [one.key for one in open_]},
        )


def _keep_alerts(actor: Actor, row: Prescription, found: Checked, reasons: Mapping[str, str]) -> None:
    now = clock.now()
    PrescriptionAlert.objects.bulk_create(
        PrescriptionAlert(
            prescription=row,
            key=one.key[:300],
            rule=one.rule[:120],
            kind=one.kind,
            stop=one.stop.value,
            words=one.words[:500],
            about=one.about,
            reason=reasons.get(one.key, "") if one.asks else "",
            version=found.version,
            source=one.source,
            at=now,
            by=actor.name,
        )
        for one in found.alerts
    )


def _on_the_list(actor: Actor, row: Prescription) -> UUID:
    """The entry of the medication list that says it; one that was struck meanwhile is entered anew."""
    last = _entry(actor, row)
    words = f"Prescription {row.number}"
    cause = (
        Cause(CauseKind.ENCOUNTER, row.encounter_id, words)
        if row.encounter_id
        else Cause(CauseKind.PRESCRIBED, row.id, words)
    )
    told = listed(says_of(row), today_here(), last.told.began if last else "")
    if last is None:
        return enter_on_list(actor=actor, patient_id=row.patient_id, kind=ListKind.MEDICATION, told=told, cause=cause)
    told = replace(told, system=last.told.system, code=last.told.code, edition=last.told.edition)
    change_entry(actor=actor, entry_id=last.entry_id, told=told, seen_version=last.version, cause=cause, why=words)
    return last.entry_id


def _entry(actor: Actor, row: Prescription) -> Version | None:
    """What it goes on with: the entry that was named, or one that holds and says the same medicine."""
    entries = [one for one in chart_of(actor, row.patient_id).lists[ListKind.MEDICATION] if not one.struck]
    named = next((one for one in entries if one.entry_id == row.entry_id), None)
    same = (one for one in entries if one.told.words.lower() == row.medicine.lower() and not one.told.ended)
    return named or next(same, None)
