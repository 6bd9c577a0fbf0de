"""The screens of requests to payers: a request in each of its states, the lists, a prescription beside them."""

from uuid import UUID

from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.tests.makers import make_signed, said
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.authorizations.api import (
    authorization,
    formularies,
    prepare_authorization,
)
from medoffice.revenue.authorizations.tests.makers import FIGS, allow, deny, go_on, make_formulary, sign, write
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def authorizations(add: Add, place: Place) -> None:
    """One to sign, to send, with the payer, allowed for a few days, denied; a list and none; medicines that failed."""
    office, who = place.office, place.patient_id
    add("lind", "authorizations:lists")
    make_formulary(office)
    make_formulary(office, "Quinapril & co,,,2,yes,no,<b>1 a day</b>,", starts="2027-01-01")
    add("ruiz", "authorizations:lists")
    add("ruiz", "authorizations:list", formularies()[0].id)
    add("lind", "authorizations:list", formularies()[0].id, query="?q=nothing")
    enter(who, ListKind.MEDICATION, "Senna <i>tea</i>", status="stopped", began="2026-02", ended="2026-05")
    policy = coverages_on(who, today_here())[0].id
    made = [_begun(place, policy, strength) for strength in ("one", "two", "three", "four", "five")]
    write(made[1], to_number="(217) 555-0199", answers="Step one: senna, which failed.\n<b>Step two</b>: none.")
    sign(office, made[1])
    for one in made[2:]:
        go_on(office, one)
    allow(made[3], days=9)
    deny(made[4])
    for one in made:
        add("okafor", "authorizations:authorization", one)
        add("ruiz", "authorizations:packet", one)
    add("ruiz", "authorizations:authorization", made[1])
    add("ruiz", "authorizations:desk")
    add("okafor", "authorizations:desk")
    add("ruiz", "prescriptions:prescription", authorization(PROGRAM, made[3]).prescription_id)


def _begun(place: Place, policy: UUID, which: str) -> UUID:
    given = make_signed(place.office, place.patient_id, said(f"{FIGS} {which}", "1 tsp po bid x10d"))
    return prepare_authorization(actor=PROGRAM, prescription_id=given, policy_id=policy)
