"""The demo office's devices: a tracing is attached as a paper to its order, with the rate that was counted."""

from datetime import UTC, date, datetime

import pytest

from medoffice.clinic.charting.api import record_vitals
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import Vitals
from medoffice.clinic.devices.api import attached_at, devices
from medoffice.clinic.orders.api import order, place_order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import results_of
from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.rehearsal.demo.actions.devices import attach_tracing, stock_devices
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def test_a_tracing_is_attached_with_the_pulse_of_the_visit_and_its_calibrated_device() -> None:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        visit, ruiz = make_visit(make_office()), person("ruiz")
        stock_devices()
        assert {one.calibrated_on for one in devices()} == {date(2026, 11, 24)}
        record_vitals(actor=ruiz, encounter_id=visit, vitals=Vitals(pulse=67))
        asked = place_order(actor=PROGRAM, encounter_id=visit, key="ecg", words="12-lead electrocardiogram")
        made = attach_tracing(ruiz, visit, asked)
        (one,) = attached_at(visit)
        assert (one.report_id, one.document_id is not None, one.by.name) == (made, True, "ECG 1")
        assert order(asked).state is OrderState.DONE
        assert ("Heart rate", "67") in [(each.words, each.value) for each in results_of([made])[made]]
