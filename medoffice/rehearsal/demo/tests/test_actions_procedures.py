"""Procedures of the demo office: what is ordered is done step by step, and whoever is observed is seen."""

from datetime import UTC, datetime, timedelta

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import place_order
from medoffice.clinic.procedures.api import kind, observed_now, procedures_at, time_outs_of
from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office, make_provider
from medoffice.rehearsal.demo.actions.procedures import PARTNERS, done_here, looked_after, stock_procedures
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


def test_each_order_is_done_with_what_its_kind_asks_and_the_observation_is_ended() -> None:
    with clock.frozen(NOW):
        office, ruiz = make_office(), person("ruiz")
        make_provider(office.site_id, "Ruiz", user_id=ruiz.id)
        stock_procedures()
        assert kind("laceration_repair").said.source == PARTNERS
        visit = make_visit(office)
        results = {
            "laceration_repair": "three sutures",
            "skin_biopsy": "shave",
            "nebulizer": "wheeze less",
            "ecg": "sinus",
        }
        for key, words in results.items():
            place_order(actor=PROGRAM, encounter_id=visit, key=key, words=words)
        assert len(done_here(ruiz, visit, results, office.provider)) == len(results)
        for one in procedures_at(visit):
            latest = next(iter(time_outs_of(one.order_id)), None)
            assert (latest is not None and latest.stopped is None) == kind(one.key).said.time_out
        (seen,) = observed_now(PROGRAM)
        script = looked_after(PROGRAM, visit)
        assert next(script) == seen.until == NOW + timedelta(minutes=15)
        with clock.frozen(seen.until):
            assert next(script, None) is None
            assert observed_now(PROGRAM) == []
