"""Why a visit may be denied or billed wrongly, as far as the desk can put it right while the patient is here.

Each rule says what is on file and what a payer told, nothing else; the list is empty when all is in order.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from medoffice.front_office.check_in.types import Insurance, Mend, PolicyToday, Risk
from medoffice.front_office.scheduling.types import Chip
from medoffice.records.coverage.types import AskedAs, Case, CaseKind, CheckState, Coverage, Eligibility, Fix, Standing
from medoffice.records.patients.types.people import Patient
from medoffice.records.patients.types.said import Said

MENDS = {
    Fix.MEMBER_ID: Mend.MEMBER_ID,
    Fix.BIRTH_DATE: Mend.BIRTH_DATE,
    Fix.NAME: Mend.NAME,
    Fix.SEX: Mend.SEX,
    Fix.RELATION: Mend.POLICY,
    Fix.GROUP: Mend.POLICY,
    Fix.PAYER: Mend.POLICY,
    Fix.POLICY: Mend.POLICY,
}
ADULT = 18  # in most states (source: unverified); a few say 19 or 21
_SAID = {"family": Mend.NAME, "given": Mend.NAME, "birth_date": Mend.BIRTH_DATE}
_ASK_AGAIN = (Standing.SOMEBODY_ELSE, Standing.UNCLEAR)


def of_insurance(patient: Patient, insurance: Insurance, before: Sequence[Coverage], *, kept: bool) -> list[Risk]:
    """What payers refuse or have not said, and insurance that is out of date or out of order; nothing in a case.

    ``kept``: the patient keeps this visit from the plan, so nobody is to ask it.
    """
    if insurance.case is not None:
        return []
    found = [] if insurance.policies else _lapsed(before)
    for held in insurance.policies:
        found += _told(patient, held, kept=kept)
    orders = [held.policy.order for held in insurance.policies]
    if orders and orders[0] != 1:
        first = insurance.policies[0].policy
        words = f"{first.payer_name} is not on file as paying first, and nothing else is on file for this day."
        found.append(Risk("nobody-first", words, Mend.POLICY))
    return found


def _lapsed(before: Sequence[Coverage]) -> list[Risk]:
    """Nothing is in force; a patient who never had insurance here pays without being asked for a card."""
    last = max(before, key=lambda one: one.ends or one.starts, default=None)
    if last is None:
        return []
    ended = f"{last.ends:%m/%d/%Y}" if last.ends else "then"
    words = f"{last.payer_name} ended on {ended}, and no other insurance is on file. Ask for the new card."
    return [Risk("insurance-ended", words, Mend.POLICY)]


def _told(patient: Patient, held: PolicyToday, *, kept: bool) -> list[Risk]:
    policy, check = held.policy, held.latest
    if check is None or not _asked_as_now(patient, policy, check.asked_as):
        words = f"{policy.payer_name} was not asked about this day" + (" as the office has it now." if check else ".")
        return [] if kept else [Risk("not-asked", words, Mend.ASK, policy.id)]
    if check.result is None:
        given_up = check.state is CheckState.GIVEN_UP
        return [Risk("never-answered", check.headline, Mend.ASK, policy.id)] if given_up else []
    mend = mended_by(check.result)
    return [Risk(_code(check.result), check.result.headline, mend, policy.id)] if mend else []


def _asked_as_now(patient: Patient, policy: Coverage, asked: AskedAs) -> bool:
    now = (policy.member_id, patient.name.family, patient.name.given, patient.birth_date)
    return (asked.member_id, asked.family, asked.given, asked.birth_date) == now


def mended_by(told: Eligibility) -> Mend | None:
    """What at the desk puts a payer's answer right; None if it is in order, or not the desk's to mend."""
    if told.in_order:
        return None
    return Mend.ASK if told.standing in _ASK_AGAIN else MENDS.get(told.fix)


def _code(told: Eligibility) -> str:
    if told.first:
        return "another-pays-first"
    return "other-member-id" if told.member_id else told.standing.name.lower().replace("_", "-")


def of_case(insurance: Insurance, open_cases: Iterable[Case]) -> list[Risk]:
    """A case that the visit may be for though it is billed otherwise, or one that it cannot be billed to as it is."""
    case, on = insurance.case, insurance.on
    if case is None:
        return [
            Risk("case-open", f"{one.label} is open. Is this visit for it? Then bill it there.", Mend.BILLED_TO, one.id)
            for one in open_cases
        ]
    found = []
    if case.closed_on is not None and case.closed_on < on:
        words = f"{case.label} was closed on {case.closed_on:%m/%d/%Y}; this visit is still billed to it."
        found.append(Risk("case-closed", words, Mend.BILLED_TO, case.id))
    if case.kind is not CaseKind.EMPLOYER and not case.claim_number.strip():
        words = f"{case.payer_name} takes no claim without its claim number. Ask the patient or the adjuster."
        found.append(Risk("case-number-missing", words, Mend.CASE, case.id))
    return found


def of_person(patient: Patient) -> list[Risk]:
    """What a claim must say of the patient and does not know."""
    address = patient.address
    missing = [
        word
        for word, there in (
            ("street", address.line1),
            ("city", address.city),
            ("state", address.state),
            ("ZIP code", address.zip),
        )
        if not there.strip()
    ]
    words = f"No claim goes out without the patient's address: {_listed(missing)} missing." if missing else ""
    return [Risk("address-missing", words, Mend.ADDRESS)] if missing else []


def of_said(said: Iterable[Said]) -> list[Risk]:
    """Who the patient is to a payer, where the record has it otherwise and nobody has decided yet."""
    return [
        Risk(
            "payer-has-otherwise",
            f"{one.teller} has another {one.label.lower()}: {one.now}.",
            _SAID[one.field],
            url="#said",
        )
        for one in said
        if one.teller
    ]


def of_guarantor(patient: Patient, on: date) -> list[Risk]:
    """A minor for whom nobody is on file who pays what insurance does not."""
    birthday = (patient.birth_date.month, patient.birth_date.day)
    age = on.year - patient.birth_date.year - ((on.month, on.day) < birthday)
    if age >= ADULT or patient.guarantor_id is not None:
        return []
    words = f"Nobody is on file who pays for this minor of {age} years what insurance does not."
    return [Risk("guarantor-missing", words, Mend.GUARANTOR)]


def _listed(words: Sequence[str]) -> str:
    return f"{words[0]} is" if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]} are"


def of_prerequisites(chips: Iterable[Chip]) -> list[Risk]:
    """What the visit needed before it began and does not have, where its room says how it is put right."""
    return [
        Risk("prerequisite-missing", f"{chip.words[:1].upper()}{chip.words[1:]}.", Mend.OTHER, url=chip.url)
        for chip in chips
        if chip.tone == "bad" and chip.url
    ]
