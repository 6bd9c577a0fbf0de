"""A chart as a clinical document: read back the same, by the standard's rules, without what labels keep, logged."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import attest_list, chart_of, record_vitals, strike_entry
from medoffice.clinic.charting.tests.makers import SAID, enter, make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told, Vitals
from medoffice.clinic.orders.tests.makers import make_numbered
from medoffice.clinic.results.tests.makers import oru, take
from medoffice.clinic.summaries.actions.export_summary import export_summary
from medoffice.clinic.summaries.rules.incoming import entries_of
from medoffice.clinic.summaries.types import Given
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.tests.chromium import CHROMIUM
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import (
    add_line,
    answer_restriction,
    ask_amendment,
    ask_restriction,
    deny_amendment,
)
from medoffice.records.rights.types import Asker, LineKind, Objection, Wanted
from medoffice.security.api import label_visit, record_consent
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM, Label
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.tests.judges import RULES, judge
from medoffice.standards.ccda.types import Entries, Quantity

pytestmark = pytest.mark.django_db
PART2_NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
VEGA = Given("Dr. Luz Vega", "Prairie Cardiology")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def chart(office: Office) -> UUID:
    """Something of every kind, coded and in words, holding and over; one struck, one refuted."""
    who = make_patient()
    enter(who, ListKind.PROBLEM, "Gout, unspecified", system="ICD-10-CM", code="M10.9", began="2019-05")
    enter(who, ListKind.PROBLEM, "Otitis media", status="resolved", began="2020", ended="2020-03")
    enter(who, ListKind.PROBLEM, "Lupus", verification="differential")
    enter(who, ListKind.ALLERGY, "Penicillin", details={"reaction": "hives", "severity": "severe"}, began="2001")
    enter(who, ListKind.ALLERGY, "Latex", verification="refuted")
    enter(who, ListKind.MEDICATION, "Lisinopril", details={"dose": "10 mg", "frequency": "once a day"})
    enter(who, ListKind.MEDICATION, "Aspirin", status="stopped", began="2019", ended="2020-03-02")
    enter(who, ListKind.IMMUNIZATION, "Tdap", system="CVX", code="115", began="2021-06-01", details={"lot": "AB12"})
    enter(who, ListKind.IMMUNIZATION, "Influenza", status="not-done", details={"reason": "declined"})
    enter(who, ListKind.PROCEDURE, "Appendectomy", system="SNOMED CT", code="80146002", began="1998")
    details = {"value": "13.1 g/dL", "category": "laboratory", "panel": "Blood count"}
    enter(who, ListKind.MEASURED, "Hemoglobin", system="LOINC", code="718-7", began="2026-03-01", details=details)
    wrong = enter(who, ListKind.MEDICATION, "Warfarin")
    strike_entry(actor=PROGRAM, entry_id=wrong, seen_version=1, cause=SAID, why="his brother's")
    taken = Vitals(systolic=132, diastolic=84, pulse=71, temperature=Decimal("37.0"), weight=Decimal("81.5"), oxygen=98)
    record_vitals(actor=PROGRAM, encounter_id=make_visit(office, who), vitals=taken)
    return who


def told(data: bytes, kind: ListKind) -> list[Told]:
    read = entries_of(read_document(data).entries, lambda *_: True, NOW.date(), datetime(1968, 3, 8, tzinfo=UTC).date())
    return [one.told for one in read if one.kind is kind]


def test_what_is_given_is_read_back_as_it_stands_in_the_chart(office: Office) -> None:
    who = chart(office)
    data = export_summary(actor=office.provider, patient_id=who, given=VEGA)
    found = read_document(data)
    assert (found.code.code, found.patient.name.words, found.patient.sex.code) == ("34133-9", "Ingrid Vale", "F")
    assert {one.code for one in found.findings} <= {"ccda.section-says-nothing"}, "a list of the chart that is empty"
    problems = {one.words: one for one in told(data, ListKind.PROBLEM)}
    assert {(words, one.system, one.code, one.status, one.began) for words, one in problems.items()} == {
        ("Gout, unspecified", "ICD-10-CM", "M10.9", "active", "2019-05"),
        ("Otitis media", "", "", "resolved", "2020"),
    }
    (allergy,) = told(data, ListKind.ALLERGY)
    assert (allergy.words, dict(allergy.details)) == ("Penicillin", {"reaction": "hives", "severity": "severe"})
    taken = {one.words: one for one in told(data, ListKind.MEDICATION)}
    assert {words: one.status for words, one in taken.items()} == {"Lisinopril": "active", "Aspirin": "stopped"}
    assert taken["Lisinopril"].details["frequency"] == "10 mg, once a day"
    given = {one.words: one for one in told(data, ListKind.IMMUNIZATION)}
    assert (given["Tdap"].code, given["Tdap"].details["lot"], given["Influenza"].status) == ("115", "AB12", "not-done")
    assert [(one.words, one.code) for one in told(data, ListKind.PROCEDURE)] == [("Appendectomy", "80146002")]
    measured = {one.words: one.details["value"] for one in told(data, ListKind.MEASURED)}
    assert measured["Hemoglobin"] == "13.1 g/dL"
    assert (measured["Systolic blood pressure"], measured["Body weight"]) == ("132 mm[Hg]", "81.50 kg")
    ((left,), _) = log(PROGRAM, Sought(), 9)
    assert (left.patient_id, left.what, left.to_name, left.purpose.key, left.by) == (
        who,
        "Summary of care",
        "Dr. Luz Vega",
        "treatment",
        office.provider.name,
    )


def lines(potassium: str, flag: str = "H", status: str = "F") -> tuple[str, ...]:
    """A number in a unit of the standard, one in another, words, and one that there will never be."""
    return (
        f"NM|2823-3^Potassium^LN||{potassium}|mmol/L|3.5-5.1|{flag}|||{status}",
        "NM|WBC^White cells^L||7.1|K/uL|4-11|N|||F",
        "ST|NOTE^Smear^L||large platelets seen||||||F",
        "NM|2951-2^Sodium^LN|||mmol/L|||||X",
    )


def test_results_of_laboratories_go_as_they_stand_and_by_the_standards_rules(office: Office) -> None:
    who = chart(office)
    visit = make_visit(office, who)
    make_numbered(office, visit, "O-1")
    take(oru(*lines("5.4", status="F"), placer="O-1"))
    take(oru(*lines("5.9", status="C"), placer="O-1", control="M2", at="20261124150000-0600"))
    data = export_summary(actor=office.provider, patient_id=who, given=VEGA)
    found = {one.code.words: one for one in read_document(data).entries.results}
    potassium = found["Potassium"]
    assert (potassium.value, potassium.status) == (Quantity(Decimal("5.9"), "mmol/L"), "completed")
    assert (potassium.code.code, potassium.panel.code) == ("2823-3", "24323-8")
    assert [one.code for one in potassium.interpretations] == ["H"]
    assert potassium.ranges[0].text == "3.5-5.1"
    assert potassium.period.at is not None
    assert potassium.period.at.day == NOW.date()
    assert "Not signed off yet" in potassium.comments[0]
    assert found["White cells"].value == "7.1 K/uL"
    assert found["Smear"].value == "large platelets seen"
    assert "Sodium" not in found
    assert "5.4" not in {str(one.value) for one in found.values()}
    label_visit(actor=office.provider, subject=who, things=[visit], label=Label.PART2, why="its program")
    assert "Potassium" not in {
        one.code.words
        for one in read_document(export_summary(actor=office.provider, patient_id=who, given=VEGA)).entries.results
    }


def test_a_label_keeps_from_the_file_what_it_keeps(office: Office) -> None:
    who = chart(office)
    visit = make_visit(office, who)
    at_visit = Cause(CauseKind.ENCOUNTER, visit)
    enter(who, ListKind.MEDICATION, "Buprenorphine", cause=at_visit)
    record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(pulse=111))
    label_visit(actor=office.provider, subject=who, things=[visit], label=Label.PART2, why="its program")
    data = export_summary(actor=office.provider, patient_id=who, given=VEGA)
    assert b"Buprenorphine" not in data
    assert b'value="111"' not in data
    assert b"Lisinopril" in data


def test_what_a_consent_lets_go_goes_with_the_notice_and_marked_restricted(office: Office) -> None:
    who = chart(office)
    plain = export_summary(actor=office.provider, patient_id=who, given=VEGA)
    assert b'<confidentialityCode code="N"' in plain
    assert PART2_NOTICE.encode() not in plain
    visit = make_visit(office, who)
    enter(who, ListKind.MEDICATION, "Buprenorphine", cause=Cause(CauseKind.ENCOUNTER, visit))
    label = label_visit(actor=office.provider, subject=who, things=[visit], label=Label.PART2, why="its program")
    record_consent(actor=PROGRAM, label_id=label, words="signed today")
    for given in (VEGA, Given("Dr. Luz Vega", reason="Palpitations")):
        data = export_summary(actor=office.provider, patient_id=who, given=given)
        assert b"Buprenorphine" in data
        assert b'<confidentialityCode code="R"' in data
        assert PART2_NOTICE in " ".join(one.text for one in read_document(data).sections)
        if RULES.is_dir() and CHROMIUM:
            with judge() as rules:
                assert rules.errors(data) == []


def test_what_was_paid_in_full_does_not_go_for_payment(office: Office) -> None:
    who = chart(office)
    visit = make_visit(office, who)
    enter(who, ListKind.MEDICATION, "Finasteride", cause=Cause(CauseKind.ENCOUNTER, visit))
    record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(pulse=111))
    label_visit(actor=office.provider, subject=who, things=[visit], label=Label.RESTRICTED, why="pays it all")
    plan = Given("Heartland Mutual", purpose="payment", why="what they asked for")
    for given, goes in ((VEGA, True), (plan, False)):
        data = export_summary(actor=office.provider, patient_id=who, given=given)
        assert (b"Finasteride" in data, b'value="111"' in data, b"Lisinopril" in data) == (goes, goes, True)


def test_an_office_the_patient_does_not_want_told_is_not_told_by_naming_somebody_in_it(office: Office) -> None:
    who = chart(office)
    wanted = Objection("Prairie Cardiology", "any of it", "", "licence", NOW.date())
    one = ask_restriction(actor=PROGRAM, patient_id=who, wanted=wanted)
    answer_restriction(actor=office.provider, restriction_id=one, seen_version=1, agrees=True, why="")
    with pytest.raises(Refusal, match="agreed not to tell Prairie Cardiology"):
        export_summary(actor=office.provider, patient_id=who, given=VEGA)
    assert log(PROGRAM, Sought(), 9)[1] == 0


def test_who_may_gives_it_from_the_chart_and_nobody_else(office: Office) -> None:
    who = chart(office)
    okafor, desk = sign_in("okafor"), signed_in("lind")
    assert f'href="/summaries/give/{who}/"' in okafor.get(f"/charting/chart/{who}/").content.decode()
    page = f"/summaries/give/{who}/"
    assert desk.get(page).status_code == 404
    assert okafor.post(page, {"to_name": "Vega", "purpose": "operations"}).status_code == 422
    sent = {"to_name": "Dr. Luz Vega", "purpose": "treatment", "reason": "Palpitations", "plan": "ECG done."}
    answer = okafor.post(page, sent)
    assert answer["Content-Disposition"] == 'attachment; filename="referral.xml"'
    found = read_document(answer.content)
    assert (found.code.code, found.sections[0].text, found.sections[-1].text) == (
        "57133-1",
        "Palpitations",
        "ECG done.",
    )
    with pytest.raises(Invalid):
        export_summary(actor=office.provider, patient_id=who, given=Given("Vega", plan="ECG"))
    assert log(PROGRAM, Sought(), 9)[1] == 1


@pytest.mark.skipif(not (RULES.is_dir() and CHROMIUM), reason="the rules or the browser are not at hand")
def test_the_standards_own_rules_find_nothing(office: Office) -> None:
    """Also of what a patient says against each entry (45 CFR 164.526(d)(5))."""
    full, bare, tested = chart(office), make_patient("Quist", "Otto"), make_patient("Abel", "Nora")
    make_numbered(office, make_visit(office, tested), "O-9")
    take(oru(*lines("5.9"), "TX|N^Remark^L||<b>hemolyzed</b>||||||P", placer="O-9", who="Abel^Nora||19680308|F"))
    for said, entry in enumerate(chart_of(PROGRAM, full).histories):
        disagrees(office, full, entry, f"It is not so <{said}>")
    for kind in (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM):
        attest_list(actor=PROGRAM, patient_id=bare, kind=kind, none=True, encounter_id=None)
    assert len(chart_of(PROGRAM, bare).none_known) == 3
    referral = Given("Dr. Luz Vega", "Prairie Cardiology", reason="Palpitations", plan="ECG done.")
    ways = [(who, how) for who in (full, bare, tested) for how in (VEGA, referral)]
    made = [export_summary(actor=office.provider, patient_id=who, given=how) for who, how in ways]
    with judge() as rules:
        assert [rules.errors(one) for one in made] == [[]] * 6
    entries = read_document(made[0]).entries
    assert len(read_document(made[4]).entries.results) == 4
    (allergy,), told = entries.allergies, [one for kind in fields(Entries) for one in getattr(entries, kind.name)]
    assert "The patient disagrees: It is not so <" in allergy.comments[0]
    assert len([one for one in told if one.comments]) == 9


def disagrees(office: Office, who: UUID, entry: UUID, said: str) -> None:
    """An amendment of an entry is denied, and the patient says that it is wrong nonetheless."""
    if chart_of(PROGRAM, who).histories[entry][-1].struck:
        return
    wanted = Wanted(f"list_entry-{entry.hex}", "It is wrong", "", Asker.PATIENT, "", "licence", NOW.date())
    ask = ask_amendment(actor=PROGRAM, patient_id=who, wanted=wanted)
    why = "The visit says so"
    deny_amendment(actor=office.provider, amendment_id=ask, seen_version=1, ground="right_as_it_is", why=why)
    add_line(actor=PROGRAM, amendment_id=ask, kind=LineKind.DISAGREES, words=said)
