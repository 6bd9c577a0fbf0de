"""P30: a chart with hundreds of visits asks the database as often as one with few, and shows the latest of them."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.long_chart import plant
from medoffice.clinic.charting.views.lists import VISITS
from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
FEW, MANY = 15, 150
MOST = 42  # two for what came in and waits: beside the name, and for the lists; one each for devices and due vaccines


def _asked(client: Client, path: str) -> tuple[int, str]:
    with CaptureQueriesContext(connection) as told:
        answer = client.get(path)
    assert answer.status_code == 200
    return len(told), answer.content.decode()


def test_p30_a_long_chart_takes_as_many_statements_as_a_short_one() -> None:
    with clock.frozen(NOW):
        office = make_office()
        short, long = make_patient(), make_patient("Quist", "Marisol")
        for who, visits in ((short, FEW), (long, MANY)):
            plant(who, office.provider_id, office.site_id, visits, NOW.date())
        okafor = sign_in("okafor")
        for path in ("/charting/chart/{}/", "/charting/chart/{}/?on=11/20/2026", "/patient/{}/"):
            _asked(okafor, path.format(short))
            (few, _), (many, page) = _asked(okafor, path.format(short)), _asked(okafor, path.format(long))
            assert few == many <= MOST, path
            if path.endswith("chart/{}/"):
                assert page.count("follow-up ") == VISITS
                assert page.count("Thing ") >= MANY // 3
