"""Signing in spite of alerts: each that asks has its reason, all that stood are kept; the night tries the checker."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import record_vitals, take_in_entries
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, Incoming, ListKind, Told, Vitals
from medoffice.clinic.prescriptions.api import (
    alerts_of,
    checked,
    prescription,
    self_test,
    sign_prescription,
    take_safety_book,
    try_checker,
)
from medoffice.clinic.prescriptions.models import Pharmacy
from medoffice.clinic.prescriptions.offers import lines
from medoffice.clinic.prescriptions.queries import safety
from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed, said
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.clinic.prescriptions.types.safety import Known, Reason, Stop
from medoffice.kernel import clock, jobs
from medoffice.kernel.checks import run_checks
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Label
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
AMOXICILLIN = ("amoxicillin 500 mg capsule", "1 cap po tid x10d")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - a patient of the office
    return make_patient()


def test_rx2_it_is_signed_only_with_a_reason_for_each_alert_and_all_are_kept(office: Office, who: UUID) -> None:
    enter(who, ListKind.ALLERGY, "Penicillin")
    made = make_prepared(office, who, said(*AMOXICILLIN))
    (alert,) = checked(office.provider, who, said(*AMOXICILLIN)).alerts
    assert (alert.stop, alert.source) == (Stop.GRAVE, "unverified")
    for given in ({}, {alert.key: "because"}, {"another": Reason.BENEFIT}):
        with pytest.raises(Invalid) as found:
            sign_prescription(actor=office.provider, prescription_id=made, seen_version=1, reasons=given)
        assert found.value.detail["alerts"] == [alert.key]
    assert prescription(PROGRAM, made).state is State.PREPARED
    reasons = {alert.key: Reason.NOT_ALLERGY.value}
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=1, reasons=reasons)
    ((kept, reason),) = alerts_of(office.provider, made)
    assert (kept.key, kept.version, reason) == (alert.key, "2026-11", Reason.NOT_ALLERGY)
    assert safety.overridden() == {alert.rule: (1, 1)}


def test_p45_an_allergy_is_entered_and_checked_where_no_pharmacy_is_connected(
    office: Office, who: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_entries", {})
    assert not Pharmacy.objects.exists()
    person("ruiz")
    ruiz, page = sign_in("ruiz"), f"/charting/chart/{who}/"
    form = form_with(ruiz.get(f"{page}?add=allergy").content, "reaction", f"{page}enter/allergy/")
    assert ruiz.post(f"{page}enter/allergy/", form.sent(words="Penicillin", reaction="hives")).status_code == 302
    assert "hives" in ruiz.get(page).content.decode()
    assert [alert.stop for alert in checked(office.provider, who, said(*AMOXICILLIN)).alerts] == [Stop.GRAVE]


def test_what_came_onto_the_chart_meanwhile_is_checked_at_the_signature(office: Office, who: UUID) -> None:
    made = make_prepared(office, who, said(*AMOXICILLIN))
    assert checked(PROGRAM, who, said(*AMOXICILLIN)).alerts == ()
    enter(who, ListKind.ALLERGY, "Amoxicillin")
    with pytest.raises(Invalid, match="An allergy to Amoxicillin is noted"):
        sign_prescription(actor=office.provider, prescription_id=made, seen_version=1)


def test_what_came_in_from_elsewhere_counts_before_somebody_has_looked(office: Office, who: UUID) -> None:
    came = [
        Incoming(ListKind.ALLERGY, Told("Penicillin", status="active"), "a"),
        Incoming(ListKind.MEDICATION, Told("Amoxicillin 250 mg", status="active"), "b"),
        Incoming(ListKind.ALLERGY, Told("Amoxicillin", status="active", verification="refuted"), "c"),
    ]
    take_in_entries(actor=PROGRAM, patient_id=who, entries=came, cause=Cause(CauseKind.IMPORT, None, "CCD"))
    found = checked(office.provider, who, said(*AMOXICILLIN))
    assert [(one.kind, one.words.split(" is ")[0]) for one in found.alerts] == [
        ("allergy", "An allergy to Penicillin (came in, not reviewed)"),
        ("double", "Amoxicillin 250 mg (came in, not reviewed)"),
    ]
    assert (found.known, found.total) == (3, 3)


def test_what_is_over_struck_or_refuted_is_not_counted_and_the_entry_it_goes_on_with_is_no_double(
    office: Office, who: UUID
) -> None:
    enter(who, ListKind.ALLERGY, "Amoxicillin", status="resolved")
    enter(who, ListKind.ALLERGY, "Penicillin", verification="refuted")
    enter(who, ListKind.MEDICATION, "Amoxicillin 250 mg", status="stopped")
    entry = enter(who, ListKind.MEDICATION, "Amoxicillin 125 mg")
    assert checked(PROGRAM, who, said(*AMOXICILLIN), entry).alerts == ()
    assert [one.kind for one in checked(PROGRAM, who, said(*AMOXICILLIN)).alerts] == ["double"]
    assert office.provider_id


def test_the_patient_is_known_by_the_chart(office: Office) -> None:
    child = make_patient("Quist", "Ana", born=datetime(2020, 3, 2, tzinfo=UTC).date())
    found = checked(PROGRAM, child, said("codeine sulfate 15 mg tablet")).alerts
    assert [one.kind for one in found] == ["age", "monitoring", "monitoring"], "never looked into, and with refills"
    weak = make_patient("Old", "Kidney", born=datetime(1950, 3, 2, tzinfo=UTC).date())
    enter(weak, ListKind.MEASURED, "eGFR", began="2026-10-01", details={"value": "24 mL/min"})
    enter(weak, ListKind.MEASURED, "eGFR", began="2025-10-01", details={"value": "80"})
    assert [one.kind for one in checked(PROGRAM, weak, said("metformin 500 mg tablet")).alerts] == ["kidneys"]
    mother = make_patient("Quist", "Marisol", born=datetime(1996, 3, 2, tzinfo=UTC).date())
    enter(mother, ListKind.PROBLEM, "Pregnant", system="ICD-10-CM", code="Z33.1")
    grave = [one.kind for one in checked(PROGRAM, mother, said()).alerts if one.stop is Stop.GRAVE]
    assert grave == ["pregnancy"]
    assert office.provider_id


def test_the_last_period_of_rooming_is_offered_to_who_prescribes_and_kept_as_its_visit_is(office: Office) -> None:
    mother = make_patient("Quist", "Marisol", born=datetime(1996, 3, 2, tzinfo=UTC).date())
    visit, medicine = make_visit(office, mother), said("lisinopril 10 mg tablet")
    assert "menstrual" not in checked(office.provider, mother, medicine).alerts[0].words
    began = (NOW - timedelta(days=25)).date()
    record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(last_period=began))
    (told,) = checked(office.provider, mother, medicine).alerts
    assert (told.kind, told.stop, told.about) == ("pregnancy", Stop.LOOK, visit)
    assert f"Last menstrual period {began:%m/%d/%Y}, 25 days ago, as noted on" in told.words
    enter(mother, ListKind.PROBLEM, "Pregnant", system="ICD-10-CM", code="Z33.1")
    (sure,) = checked(office.provider, mother, medicine).alerts
    assert (sure.stop, "menstrual" in sure.words) == (Stop.GRAVE, False)


def test_what_a_label_keeps_is_not_told_by_an_alert(office: Office, who: UUID) -> None:
    visit = make_visit(office, who)
    enter(who, ListKind.MEDICATION, "Lithium carbonate 300 mg", Cause(CauseKind.ENCOUNTER, visit))
    made = make_prepared(office, who, said("ibuprofen 800 mg tablet"))
    (alert,) = checked(office.provider, who, said("ibuprofen 800 mg tablet")).alerts
    reasons = {alert.key: Reason.WATCHED.value}
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=1, reasons=reasons)
    head = person("petrov")
    assert len(alerts_of(head, made)) == 1
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="treatment")
    hidden = person("chen")
    assert alerts_of(hidden, made) == []


def test_p43_the_checker_is_tried_every_night_and_every_page_says_if_it_is_broken(
    office: Office, who: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (self_test().at, self_test().late) == (None, True)
    assert try_checker(actor=PROGRAM)
    okafor, made = sign_in("okafor"), make_prepared(office, who)
    assert "checker is broken" not in okafor.get(f"/prescriptions/{made}/").content.decode()
    assert all(one.ok for one in run_checks(of_world=True) if one.key == "prescriptions")
    monkeypatch.setattr(safety, "ingredients_in", lambda _: ())
    assert not try_checker(actor=PROGRAM)
    assert self_test().broken
    assert "The checker is broken" in okafor.get(f"/prescriptions/{made}/").content.decode()
    assert not all(one.ok for one in run_checks(of_world=True) if one.key == "prescriptions")
    with clock.frozen(NOW + timedelta(days=3)):
        assert self_test().late


def test_the_night_does_it(office: Office) -> None:
    assert office.provider_id
    jobs.run_due()
    clock.freeze(NOW + timedelta(days=1))
    jobs.run_due()
    assert self_test().at == NOW + timedelta(days=1)
    assert not self_test().broken


def test_the_office_brings_in_rules_of_its_own_from_a_day_on(office: Office, who: UUID) -> None:
    own = """
version = "ours-1"
since = 2026-11-20
source = "Formulary committee"
[classes.ace]
words = "ACE inhibitor"
epc = ["Angiotensin Converting Enzyme Inhibitor"]
[[pairs]]
a = "ace"
b = "=allopurinol"
grave = true
happens = "Rash."
do = "Watch the skin."
[[canaries]]
new = "lisinopril 10 mg tablet"
takes = "allopurinol 100 mg"
finds = "interaction"
"""
    enter(who, ListKind.MEDICATION, "Allopurinol 100 mg")
    assert checked(PROGRAM, who, said()).version == "2026-11"
    assert take_safety_book(actor=PROGRAM, told=own) == 1
    found = checked(PROGRAM, who, said())
    assert (found.version, found.source, len(found.alerts)) == ("ours-1", "Formulary committee", 1)
    for wrong in ("nonsense", own.replace("ace", "acf", 1), own.replace('"interaction"', '"allergy"')):
        with pytest.raises(Refusal):
            take_safety_book(actor=PROGRAM, told=wrong)
    with pytest.raises(NotFound):
        take_safety_book(actor=office.provider, told=own)


def test_the_screen_asks_for_the_reason_and_tells_what_was_not_known(office: Office, who: UUID) -> None:
    enter(who, ListKind.ALLERGY, "Penicillin")
    enter(who, ListKind.MEDICATION, "Syrup of figs")
    made, okafor = make_prepared(office, who, said(*AMOXICILLIN)), sign_in("okafor")
    text = okafor.get(f"/prescriptions/{made}/").content.decode()
    assert "Checked 2 of 3 medicines and allergies" in text
    assert "Syrup of figs" in text
    assert "unverified" in text
    answer = okafor.post(f"/prescriptions/{made}/sign/", {"version": "1"})
    assert answer.status_code == 422
    assert "Not signed." in answer.content.decode()
    (alert,) = checked(PROGRAM, who, said(*AMOXICILLIN)).alerts
    given = {"version": "1", "alert": alert.key, "reason": Reason.BENEFIT.value}
    assert okafor.post(f"/prescriptions/{made}/sign/", given).status_code == 302
    assert Reason.BENEFIT.value in okafor.get(f"/prescriptions/{made}/").content.decode()
    assert make_signed(office, who)
    assert Known("x").about is None


def test_a_class_of_allergies_is_offered_by_the_beginning_of_any_of_its_names(office: Office) -> None:  # noqa: ARG001 - the office must stand
    assert safety.allergies_called("penicillin") == ["penicillin"]
    assert safety.allergies_called(" Sulfa ") == ["sulfa"]
    assert safety.allergies_called("narco") == ["narcotics"]
    assert safety.allergies_called("p") == []
    assert safety.allergies_called("lisinopril") == []
