"""Put the code that holds now where one that ended is named."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.api import change_entry, problems_coded, recode_note_template
from medoffice.clinic.orders.api import recode_requisition
from medoffice.clinic.prescriptions.api import change_prescription, prescription, recode_favourite
from medoffice.front_office.referrals.api import recode_referral
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.revenue.coding.queries.touched import touched_at
from medoffice.revenue.coding.types import Touched, Touches
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import editions, icd10
from medoffice.standards.terminology.types import Code, Verdict


@action("coding.mend")
def mend_touched(*, actor: Actor, key: str, seen_version: int, instead: str) -> None:
    """It names this code from now on; whose thing it is decides who may. Raises NotFound for what names no code that

    ended, Invalid for a code that cannot be billed today, Refusal if it was changed after it was shown.
    """
    found, today = touched_at(actor, key), today_here()
    ended, new = icd10(found.code, today), icd10(instead, today)
    if ended is None or ended.verdict is not Verdict.EXPIRED:
        raise NotFound
    if new is None or not new.billable:
        words = f"{instead} cannot be billed today." if new else f"There is no code {instead}."
        raise Invalid("code-unfit", words, "Choose another.", {"fields": {"other": [words]}})
    if found.version != seen_version:
        raise Refusal("changed-meanwhile", "It was changed meanwhile.", "Look at what it says now, then choose.")
    _MEND[found.kind](actor, found, ended, new)
    people = [found.patient_id] if found.patient_id else []
    record("code_update", subjects=people, touched=found.kind.name.lower(), old=ended.code, new=new.code)


def _problem(actor: Actor, found: Touched, ended: Code, new: Code) -> None:
    """The words stay a clinician's; only the title of the code that ended gives way to the new one's."""
    last = next(one for one in problems_coded(actor, {ended.code}) if str(one.entry_id) == found.ref)
    plain = last.told.words == ended.title and new.title_official
    told = replace(
        last.told, words=new.title if plain else last.told.words, code=new.code, edition=editions()[0].edition
    )
    why = f"{ended.code} ended; {new.code} stands for it."
    change_entry(actor=actor, entry_id=last.entry_id, told=told, seen_version=last.version, cause=last.cause, why=why)


def _favourite(actor: Actor, found: Touched, ended: Code, new: Code) -> None:
    recode_favourite(actor=actor, favourite_id=UUID(found.ref), old=ended.code, new=new.code)


def _template(actor: Actor, found: Touched, ended: Code, new: Code) -> None:
    recode_note_template(actor=actor, key=found.ref, seen_version=found.version, old=ended.code, new=new.code)


def _order(actor: Actor, found: Touched, ended: Code, new: Code) -> None:
    recode_requisition(
        actor=actor, requisition_id=UUID(found.ref), seen_version=found.version, old=ended.code, new=new.code
    )


def _prescription(actor: Actor, found: Touched, ended: Code, new: Code) -> None:
    made = UUID(found.ref)
    says = replace(prescription(actor, made).says, diagnosis=new.code)
    change_prescription(actor=actor, prescription_id=made, says=says, seen_version=found.version)


def _referral(actor: Actor, found: Touched, ended: Code, new: Code) -> None:
    recode_referral(actor=actor, referral_id=UUID(found.ref), old=ended.code, new=new.code)


_MEND = {
    Touches.PROBLEM: _problem,
    Touches.FAVOURITE: _favourite,
    Touches.TEMPLATE: _template,
    Touches.ORDER: _order,
    Touches.PRESCRIPTION: _prescription,
    Touches.REFERRAL: _referral,
}
