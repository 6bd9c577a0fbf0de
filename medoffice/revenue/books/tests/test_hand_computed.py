"""The hand-computed claims, through the real actions: charge, claim, 837P, remittance, posting, balances."""

from collections import Counter
from dataclasses import replace

import pytest
from django.db import transaction

from medoffice.kernel.money import Money
from medoffice.revenue.billing.api import account_of, control_totals, patient_balance, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.revenue.books.api import proofs
from medoffice.revenue.claims.api import correct_claim, send_claims
from medoffice.revenue.claims.tests.hand_computed import first_decisions, further, later_decisions
from medoffice.revenue.claims.tests.hand_computed.shapes import Advice, Case, File, OfficeCorrects, PatientPays, Step
from medoffice.revenue.claims.tests.makers import (
    SECOND_PAYER,
    Place,
    advice,
    insure_second,
    interchange,
    make_place,
    open_work,
)
from medoffice.revenue.ledger.api import balances
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
CASES = [*first_decisions.CASES, *later_decisions.CASES, *further.CASES]


def play(place: Place, step: Step) -> None:
    """One step of a case."""
    if isinstance(step, PatientPays):
        take_payment(actor=PROGRAM, patient_id=place.patient_id, amount=Money(step.cents), method=Method.CASH)
    elif isinstance(step, OfficeCorrects):
        correct_claim(actor=PROGRAM, claim_id=place.claims[step.visit])
    else:
        names = place.names()
        place.receive(interchange(*(text_of(told, names) for told in step.advices), control=place.files + 1))
    send_claims(actor=PROGRAM)


def text_of(told: Advice, names: dict[str, str]) -> str:
    """An advice with the names in it filled in."""
    more = {"payer": SECOND_PAYER} if told.second_payer else {}
    return advice(
        told.claims.format(**names),
        trace=told.trace,
        amount=told.amount,
        method=told.method,
        provider=told.provider,
        **more,
    )


def outcome(office: Place, case: Case) -> dict[str, object]:
    """Play the case with a patient of its own and say what stands at its end; nothing of it is left behind."""
    with transaction.atomic():
        place = replace(office, visits={}, claims={}, files=0)
        if any(visit.second_payer for visit in case.visits):
            insure_second(place.patient_id, place.second_payer_id)
        for visit in case.visits:
            place.visit(*visit.services, desk=visit.desk, method=visit.method)
        for step in case.steps:
            play(place, step)
        found = standing_of(place, case)
        transaction.set_rollback(True)
    return found


def standing_of(place: Place, case: Case) -> dict[str, object]:
    """Everything a case names, as the product has it."""
    standing = {row.account: row.balance.cents for row in balances() if row.balance}
    left = patient_balance(place.patient_id)
    controls = {account: total.cents for account, total in control_totals().items()}
    return {
        "accounts": standing,
        "states": {name: place.claim(name).state for name in case.states},
        "balances": (left.patient.cents, left.insurance.cents, left.unapplied.cents),
        "items": len(open_work()),
        "shares": told_shares(place),
        "controls": controls == {account: standing.get(account, 0) for account in controls},
        "proofs": [proof.key for proof in proofs() if not proof.ok and proof.key.startswith(("ledger", "payer"))],
    }


@pytest.mark.parametrize("cases", [first_decisions.CASES, later_decisions.CASES, further.CASES], ids=len)
def test_every_claim_ends_as_computed_by_hand(cases: tuple[Case, ...]) -> None:
    office = make_place()
    found = {case.name: outcome(office, case) for case in cases}
    assert found == {
        case.name: {
            "accounts": dict(case.accounts),
            "states": dict(case.states),
            "balances": (case.patient, case.insurance, case.unapplied),
            "items": case.items,
            "shares": dict(case.shares),
            "controls": True,
            "proofs": [],
        }
        for case in cases
    }


def told_shares(place: Place) -> dict[str, int]:
    """Why the patient owes: the shares by reason, reversals taken off."""
    found: Counter[str] = Counter()
    for event in account_of(PROGRAM, place.patient_id)[1]:
        for reason, amount in event.shares:
            found[reason] += amount.cents
    return {reason: cents for reason, cents in found.items() if cents}


def test_there_are_enough_cases_and_each_is_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 30


def test_every_advice_was_balanced_by_hand() -> None:
    """Charged less adjusted is paid, in every line of every case: added up here, by no code of the product."""
    for case in CASES:
        for step in case.steps:
            for told in step.advices if isinstance(step, File) else ():
                segments = [segment.split("*") for segment in told.claims.split("~") if segment]
                sums: Counter[str] = Counter()
                for segment in segments:
                    if segment[0] == "CLP":
                        sums["charged"] += cents(segment[3])
                        sums["paid"] += cents(segment[4])
                    elif segment[0] == "CAS":
                        sums["cut"] += sum(cents(amount) for amount in segment[3::3])
                moved = sum(cents(amount) for amount in told.provider.split("*")[1::2])
                assert sums["charged"] - sums["cut"] == sums["paid"], case.name
                assert cents(told.amount) == sums["paid"] - moved, case.name


def cents(amount: str) -> int:
    """An amount as written."""
    whole, _, part = amount.removeprefix("-").partition(".")
    value = int(whole) * 100 + int((part + "00")[:2])
    return -value if amount.startswith("-") else value
