"""P36: whom one refers to is found by typing; no page of a visit or a referral grows with the directory."""

from datetime import UTC, datetime

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
KNOWN, MOST_FOUND = 30, 12


def test_p36_no_page_holds_the_directory_and_typing_finds_a_few_of_it() -> None:
    with clock.frozen(NOW):
        office = make_office()
        who = make_patient()
        visit = make_visit(office, who)
        for number in range(KNOWN):
            make_performer(f"Ottilie Quern{number:02}, MD", npi=f"1{number:08}")
        okafor = sign_in("okafor")
        for path in (f"/charting/{visit}/", f"/referrals/new/{who}/?visit={visit}", f"/patient/{who}/"):
            answer = okafor.get(path)
            assert answer.status_code == 200, path
            assert "Quern" not in answer.content.decode(), path
        found = okafor.post("/referrals/find/", {"q": "quern"}).content.decode()
        assert 1 <= found.count('role="option"') <= MOST_FOUND
