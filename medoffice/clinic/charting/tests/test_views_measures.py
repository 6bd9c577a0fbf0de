"""What was measured: a sheet over the visits and a growth chart, as those see them who may; gestation as noted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from medoffice.clinic.charting.actions.note_gestation import note_gestation
from medoffice.clinic.charting.api import record_vitals, vitals_of
from medoffice.clinic.charting.queries.chart import gestation_of, takings_of
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import Vitals
from medoffice.front_office.scheduling.api import make_confidential
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM, Label
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
BORN = date(2025, 8, 24)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def measured(office: Office, who: UUID, month: int, vitals: Vitals) -> UUID:
    """A visit this year with vital signs."""
    with clock.frozen(datetime(2026, month, 24, 16, tzinfo=UTC)):
        visit = make_visit(office, who)
        record_vitals(actor=PROGRAM, encounter_id=visit, vitals=vitals)
    return visit


def test_a_childs_growth_is_charted_with_a_table_beside_it(office: Office) -> None:
    child = make_patient("Amaro", "Lucía", born=BORN)
    for month, weight, length in ((1, "6.4", "63"), (5, "7.9", "69.5"), (11, "14.0", "75")):
        measured(office, child, month, Vitals(weight=Decimal(weight), length=Decimal(length), head=Decimal(44)))
    ruiz, there = signed_in("ruiz"), f"/charting/chart/{child}/growth/"
    page = ruiz.get(there).content.decode()
    for shown in (
        "Weight, birth to 36 months, girls",
        "3 measured",
        "15 mo 0 d",
        "above the 97th",
        "CDC growth charts 2000",
    ):
        assert shown in page, shown
    assert page.count("<circle") == 3
    assert ruiz.get(f"{there}?chart=head").content.decode().count("<circle") == 3
    stands = ruiz.get(f"{there}?chart=weight").content.decode()
    assert "age outside the table" in stands
    assert "<circle" not in stands
    form = form_with(ruiz.get(there).content, "weeks", f"/charting/chart/{child}/gestation/")
    assert ruiz.post(form.action, form.sent(weeks="34", days="2")).status_code == 302
    corrected = ruiz.get(there).content.decode()
    assert "34 weeks and 2 days, noted by Carmen Ruiz" in corrected
    assert "corrected by 40 days" in corrected
    assert corrected.count('class="chip info">corrected') == 3
    refused = ruiz.post(form.action, form.sent(weeks="60", days="2"))
    assert refused.status_code == 422
    assert "Growth chart" in ruiz.get(f"/patient/{child}/").content.decode()


def test_nobody_without_the_word_sees_a_chart_and_an_unknown_sex_has_none(office: Office) -> None:
    who = make_patient(born=BORN, sex="U")
    measured(office, who, 3, Vitals(weight=Decimal(5)))
    assert "does not say which" in signed_in("ruiz").get(f"/charting/chart/{who}/growth/").content.decode()
    lind = signed_in("lind")
    for address in ("growth", "vitals"):
        assert lind.get(f"/charting/chart/{who}/{address}/").status_code == 404
    assert "Growth chart" not in lind.get(f"/patient/{who}/").content.decode()


def test_the_sheet_has_every_visit_but_what_a_label_keeps(office: Office) -> None:
    who = make_patient()
    measured(office, who, 2, Vitals(systolic=118, diastolic=76, pulse=70))
    kept = measured(office, who, 6, Vitals(systolic=182, diastolic=96, pulse=130))
    make_confidential(actor=PROGRAM, visit_id=kept, label=Label.PART2, why="counselling")
    assert [one.vitals.pulse for one in takings_of(PROGRAM, who)] == [130, 70]
    assert [one.vitals.pulse for one in takings_of(PROGRAM, who, limit=1)] == [130]
    assert [one.vitals.pulse for one in takings_of(person("chen"), who)] == [70]
    measured(office, who, 9, Vitals(systolic=124, pulse=74))
    page = signed_in("ferreira").get(f"/charting/chart/{who}/vitals/").content.decode()
    assert "118/76" in page
    assert "182/96" not in page
    assert "Pulse: 2 values from 70 to 74 /min, the last 74" in page
    assert "Growth chart" not in page


def test_a_visit_asks_what_is_measured_at_the_age(office: Office) -> None:
    ruiz = signed_in("ruiz")
    asked = {}
    for name, born in (("infant", BORN), ("toddler", date(2024, 3, 1)), ("adult", date(1980, 1, 1))):
        visit = make_visit(office, make_patient(name, "A", born=born))
        form = form_with(ruiz.get(f"/charting/{visit}/").content, "weight", f"/charting/{visit}/vitals/")
        asked[name] = {"height", "length", "head"} & form.values.keys()
        if name == "infant":
            assert ruiz.post(form.action, form.sent(weight="9.1", length="29 in", head="45.5")).status_code == 302
            assert vitals_of(visit) == Vitals(weight=Decimal("9.10"), length=Decimal("73.7"), head=Decimal("45.5"))
            assert "73.7 cm" in ruiz.get(f"/charting/{visit}/").content.decode()
    assert asked == {"infant": {"length", "head"}, "toddler": {"height", "head"}, "adult": {"height"}}


def test_gestation_is_noted_again_to_correct_it_and_only_as_it_can_be(office: Office) -> None:
    who = make_patient(born=BORN)
    assert gestation_of(who) is None
    for weeks, days in ((33, 0), (34, 2)):
        note_gestation(actor=office.provider, patient_id=who, weeks=weeks, days=days)
    found = gestation_of(who)
    assert found is not None
    assert (found.weeks, found.days, found.noted_by) == (34, 2, office.provider.name)
    for weeks, days in ((19, 0), (45, 0), (34, 7), (34, -1)):
        with pytest.raises(Invalid):
            note_gestation(actor=office.provider, patient_id=who, weeks=weeks, days=days)
    with pytest.raises(NotFound):
        note_gestation(actor=person("lind"), patient_id=who, weeks=34)


def test_the_chart_leads_to_the_flowsheet_and_the_growth_chart_by_key(office: Office) -> None:  # noqa: ARG001 - the office must stand
    child = make_patient("Amaro", "Lucía", born=BORN)
    page = signed_in("ruiz").get(f"/charting/chart/{child}/").content.decode()
    assert f'href="/charting/chart/{child}/vitals/" data-key="m"' in page
    assert f'href="/charting/chart/{child}/growth/" data-key="h"' in page
