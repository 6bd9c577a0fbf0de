"""TL8 by keyboard: a joint is injected with consent, a time-out read by digits, lot and waste, and its observation."""

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import order, place_order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.procedures.api import observations, procedures_at, time_outs_of
from medoffice.practice.api import payers, sites, staff
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.api import search
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def test_tl8_a_joint_is_injected_after_consent_and_time_out_and_its_observation_is_ended(person: Person) -> None:
    okafor = actor_named("okafor")
    provider = next(one for one in staff() if one.user_id == okafor.id)
    main = next(one for one in sites() if one.key == "main")
    visit = make_visit(Office(main.id, provider.id, okafor, payers()[0].id), search(PROGRAM, "Vale")[0].id)
    placed = place_order(actor=okafor, encounter_id=visit, key="joint_injection", words="Joint injection, left knee")
    ruiz = person
    ruiz.come_in("ruiz", f"/charting/{visit}/")
    look(ruiz, "procedures-visit")
    ruiz.go("x")
    look(ruiz, "procedures-choose")
    ruiz.go("1")
    look(ruiz, "procedures-consent")
    ruiz.go("Control+Enter")
    ruiz.sees("obtained by")
    ruiz.type("left knee")
    ruiz.press("Tab")
    ruiz.type(provider.name)
    ruiz.press("Tab")
    ruiz.type("11111")
    look(ruiz, "procedures-time-out")
    ruiz.go("Enter")
    ruiz.sees("all lines hold")
    ruiz.type("injected from the side")
    for words in ("triamcinolone", "40 mg", "0003-0293-05", "TR26A", "06/30/2027"):
        ruiz.press("Tab")
        ruiz.type(words)
    ruiz.press("Tab")
    ruiz.type("no")
    look(ruiz, "procedures-what")
    ruiz.go("Control+Enter")
    ruiz.sees("Observed until")
    look(ruiz, "procedures-done")
    ruiz.type("well, walks")
    ruiz.tab_to("input[name=why]")
    ruiz.type("she is a nurse")
    ruiz.go("Control+Enter")
    ruiz.sees("may leave")
    look(ruiz, "procedures-after")
    (one,) = procedures_at(visit)
    assert (one.did.site, one.did.lot, one.doer) == ("left knee", "TR26A", "Carmen Ruiz")
    assert order(placed).state is OrderState.DONE
    assert [each.stopped for each in time_outs_of(placed)] == [None]
    assert observations([one.number])[one.number].ended_at is not None
    ruiz.come_in("petrov", "/procedures/kinds/")
    look(ruiz, "procedures-kinds")
    ruiz.come_in("petrov", "/procedures/kinds/joint_injection/")
    look(ruiz, "procedures-kind")
