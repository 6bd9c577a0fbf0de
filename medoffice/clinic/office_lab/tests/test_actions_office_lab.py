"""TL6: nothing is resulted on a lot that is locked; what is found is the order's result, waits for its sign-off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.office_lab.api import (
    correct_test,
    end_kit,
    enter_test,
    found_at,
    found_with,
    office_tests,
    orders_to_test,
    run_controls,
    runs_of_kits,
    set_up_test,
    stand,
    standings,
    take_control,
    take_kit,
)
from medoffice.clinic.office_lab.models import QcRun
from medoffice.clinic.office_lab.tests.makers import ENDS, GLUCOSE, LOW, PASSES, STREP, make_kit
from medoffice.clinic.office_lab.types import Westgard
from medoffice.clinic.orders.api import orders_of, place_order, place_standing
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import open_reports, reports_of, results_of, sign_report
from medoffice.clinic.results.types import Level, ReportState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref, tracers
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import make_user
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOW, TODAY = datetime(2026, 11, 24, 16, tzinfo=UTC), date(2026, 11, 24)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def asked(office: Office, key: str = "rapid_strep", words: str = "Rapid streptococcus test") -> tuple[UUID, UUID]:
    visit = make_visit(office)
    return visit, place_order(actor=office.provider, encounter_id=visit, key=key, words=words)


def locked(kit: UUID) -> list[str]:
    (found,) = [why for _, one, why in standings(TODAY, [each.id for each in office_tests()]) if one.id == kit]
    return [one.code for one in found]


def test_tl6_what_is_found_does_the_order_and_is_a_result_to_sign_with_its_lot(office: Office) -> None:
    kit, (visit, order) = make_kit(office), asked(office)
    made = enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="positive")
    (done,) = orders_of(visit)
    assert (done.state, done.result) == (
        OrderState.DONE,
        "Rapid strep A: positive, lot ST26A, expires 06/30/2027",
    )
    (report,) = open_reports(PROGRAM)
    assert (report.order_id, report.encounter_id, report.level) == (order, visit, Level.ABNORMAL)
    (result,) = results_of([report.id])[report.id]
    assert (result.value, result.flags, result.status, result.range) == ("positive", "A", "F", "negative")
    assert "ST26A" in result.notes
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    assert found_with(PROGRAM, [kit]) == (found_at(visit), 0)
    trace = tracers.get("office_tested")
    assert trace is not None
    step = trace(made)
    assert step is not None
    assert step.causes == (Ref("order", order),)


def test_tl6_a_number_is_a_number_in_the_course_of_results(office: Office) -> None:
    kit, (visit, order) = make_kit(office, GLUCOSE), asked(office, "glucose_poc", "Fingerstick glucose")
    enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="182")
    (report,) = open_reports(PROGRAM)
    (result,) = results_of([report.id])[report.id]
    assert (str(result.number.normalize()), result.unit, result.flags, result.code) == (  # type: ignore[union-attr]
        "182",
        "mg/dL",
        "H",
        "41653-7",
    )


def test_tl6_nothing_is_resulted_on_controls_that_failed_are_missing_or_due(office: Office) -> None:
    kit, (visit, order) = make_kit(office, GLUCOSE, ready=False), asked(office, "glucose_poc", "Glucose")

    def enter(value: str = "100") -> UUID:
        return enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value=value)

    with pytest.raises(Refusal, match="was not run with this lot"):
        enter()
    assert not run_controls(actor=PROGRAM, kit_id=kit, values={"low": "57", "high": "295"})
    with pytest.raises(Refusal, match=r"failed \(1-2s, 1-3s\)"):
        enter()
    assert orders_of(visit)[0].state is OrderState.ORDERED
    assert run_controls(actor=PROGRAM, kit_id=kit, values={"low": "50"}, did="new vial of the control")
    assert locked(kit) == []
    with pytest.raises(Invalid):
        enter("700")
    enter(">600")
    with clock.frozen(NOW + timedelta(days=1)):
        assert [why[0].code for _, _, why in standings(TODAY + timedelta(days=1), [office_tests()[0].id])] == ["qc-due"]


def test_a_run_after_one_that_failed_says_what_was_done_and_none_is_ever_changed(office: Office) -> None:
    kit = make_kit(office, GLUCOSE, ready=False)
    run_controls(actor=PROGRAM, kit_id=kit, values={"low": "60", "high": "300"})
    with pytest.raises(Invalid, match="what was done"):
        run_controls(actor=PROGRAM, kit_id=kit, values={"low": "50"})
    run_controls(actor=PROGRAM, kit_id=kit, values={"low": "50"}, did="strips were cold")
    low = [one for one in runs_of_kits([kit]) if one.level == "low"]
    assert [(one.passed, one.broken, one.did) for one in low] == [
        (False, (Westgard.ONE_2S, Westgard.ONE_3S), ""),
        (True, (), "strips were cold"),
    ]
    for values in ({}, {"low": "abc"}, {"low": " "}):
        with pytest.raises(Invalid):
            run_controls(actor=PROGRAM, kit_id=kit, values=values, did="x")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        QcRun.objects.update(passed=True)


def test_a_control_that_is_replaced_is_run_anew_and_an_expired_one_is_not_run(office: Office) -> None:
    kit = make_kit(office, GLUCOSE)
    test = office_tests()[0].id
    take_control(actor=PROGRAM, test_id=test, site_id=office.site_id, said=LOW)
    assert locked(kit) == ["qc-missing"]
    with clock.frozen(datetime(2027, 6, 30, 16, tzinfo=UTC)):
        assert run_controls(actor=PROGRAM, kit_id=kit, values=PASSES["glucose_poc"])
    with clock.frozen(datetime(2027, 7, 1, 16, tzinfo=UTC)), pytest.raises(Refusal, match="expired"):
        run_controls(actor=PROGRAM, kit_id=kit, values=PASSES["glucose_poc"])
    with clock.frozen(datetime(2027, 7, 1, 16, tzinfo=UTC)), pytest.raises(Invalid):
        take_control(actor=PROGRAM, test_id=test, site_id=office.site_id, said=LOW)
    fresh = take_kit(actor=PROGRAM, test_id=test, site_id=office.site_id, lot="g2", expires=date(2028, 1, 1))
    with clock.frozen(datetime(2027, 7, 1, 16, tzinfo=UTC)), pytest.raises(Invalid):
        run_controls(actor=PROGRAM, kit_id=fresh, values=PASSES["glucose_poc"])


def test_a_lot_that_is_ended_is_offered_no_more(office: Office) -> None:
    kit, (visit, order) = make_kit(office), asked(office)
    test = office_tests()[0].id
    with pytest.raises(Refusal, match="is here already"):
        take_kit(actor=PROGRAM, test_id=test, site_id=office.site_id, lot="st26a", expires=ENDS)
    with pytest.raises(Invalid):
        take_kit(actor=PROGRAM, test_id=test, site_id=office.site_id, lot="", expires=date(2020, 1, 1))
    with pytest.raises(Invalid):
        end_kit(actor=PROGRAM, kit_id=kit, why=" ")
    end_kit(actor=PROGRAM, kit_id=kit, why="recalled")
    with pytest.raises(Refusal, match="recalled"):
        end_kit(actor=PROGRAM, kit_id=kit, why="empty")
    with pytest.raises(Refusal, match="no lot of this test"):
        enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="negative")


def test_a_wrong_result_is_corrected_everywhere_and_stays_to_be_read(office: Office) -> None:
    kit, (visit, order) = make_kit(office), asked(office)
    wrong = enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="positive")
    (report,) = open_reports(PROGRAM)
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    with pytest.raises(Invalid):
        correct_test(actor=PROGRAM, tested_id=wrong, value="negative", why="")
    end_kit(actor=PROGRAM, kit_id=kit, why="empty")  # which locks no correction
    set_up_test(actor=PROGRAM, said=replace(STREP, loinc="11268-0"), seen_version=1)  # nor makes another report
    right = correct_test(actor=PROGRAM, tested_id=wrong, value="negative", why="read the other patient's")
    with pytest.raises(Refusal, match="corrected this entry"):
        correct_test(actor=PROGRAM, tested_id=wrong, value="negative", why="again")
    assert [(one.id, one.value, one.stands) for one in found_at(visit)] == [
        (wrong, "positive", False),
        (right, "negative", True),
    ]
    (report,) = reports_of(PROGRAM, found_at(visit)[0].patient_id)
    assert (report.state, report.corrected, report.level) == (ReportState.OPEN, True, Level.NORMAL)
    (result,) = results_of([report.id])[report.id]
    assert (result.value, [one.value for one in result.earlier]) == ("negative", ["positive"])
    assert orders_of(visit)[0].result.startswith("Rapid strep A: negative, lot ST26A")
    assert "it said: Rapid strep A: positive" in orders_of(visit)[0].result


def test_an_order_is_tested_once_and_only_of_its_own_visit(office: Office) -> None:
    kit, (visit, order) = make_kit(office), asked(office)
    other, _ = asked(office)
    with pytest.raises(Refusal, match="waits for no test"):
        enter_test(actor=PROGRAM, encounter_id=other, order_id=order, kit_id=kit, value="negative")
    enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="negative")
    with pytest.raises(Refusal, match="waits for no test"):
        enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="negative")


def test_a_standing_order_names_its_provider_and_only_a_provider_gives_it(office: Office) -> None:
    make_kit(office)
    (test,) = office_tests()
    assistant = make_user("farrow", "Tess Farrow", "medical_assistant")
    with pytest.raises(NotFound):
        stand(actor=assistant, test_id=test.id, stands=True)
    visit = make_visit(office)
    with pytest.raises(Invalid):
        place_standing(actor=assistant, encounter_id=visit, key="rapid_strep", words="Strep", standing_by="")
    stand(actor=office.provider, test_id=test.id, stands=True)
    by = office_tests()[0].standing_by
    assert by == office.provider.name
    place_standing(actor=assistant, encounter_id=visit, key="rapid_strep", words="Strep", standing_by=by)
    ((order, _),) = orders_to_test(visit)
    assert order.ordered_by == f"{assistant.name}, by the standing order of {by}"
    stand(actor=office.provider, test_id=test.id, stands=False)
    assert office_tests()[0].standing_by == ""


def test_a_test_that_is_set_up_again_keeps_how_it_answers(office: Office) -> None:  # noqa: ARG001 - an office is there
    set_up_test(actor=PROGRAM, said=STREP)
    with pytest.raises(Conflict):
        set_up_test(actor=PROGRAM, said=STREP)
    with pytest.raises(Refusal, match="keeps answering"):
        set_up_test(actor=PROGRAM, said=replace(GLUCOSE, key="rapid_strep"), seen_version=1)
    set_up_test(actor=PROGRAM, said=STREP, used=False, seen_version=1)
    assert (office_tests(), len(office_tests(every=True))) == ([], 1)


def test_who_may_not_test_sees_nothing_and_enters_nothing(office: Office) -> None:
    kit, (visit, order) = make_kit(office), asked(office)
    desk = make_user("lind", "Astrid Lind", "receptionist")
    with pytest.raises(NotFound):
        enter_test(actor=desk, encounter_id=visit, order_id=order, kit_id=kit, value="negative")
    enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value="negative")
    assert found_with(desk, [kit]) == ([], 1)
