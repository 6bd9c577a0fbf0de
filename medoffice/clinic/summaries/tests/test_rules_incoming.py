"""From statements to entries: the lists' words, the office's codes first, each thing once."""

from datetime import date

from medoffice.clinic.charting.api import check_told
from medoffice.clinic.charting.types import Incoming, ListKind, Told
from medoffice.clinic.summaries.rules.incoming import entries_of
from medoffice.kernel.findings import has_errors
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.tests.makers import (
    ALLERGY,
    ASTHMA,
    CVX,
    WHOLE,
    coded,
    concern,
    document,
    given,
    observed,
    section,
    template,
)

TODAY, BORN = date(2026, 11, 24), date(1965, 3, 14)
ICD10 = "2.16.840.1.113883.6.90"


def read(data: bytes) -> dict[ListKind, list[Told]]:
    found: dict[ListKind, list[Told]] = {}
    for one in entered(data):
        assert not has_errors(check_told(one.kind, one.told, TODAY, BORN))
        found.setdefault(one.kind, []).append(one.told)
    return found


def entered(data: bytes) -> tuple[Incoming, ...]:
    return entries_of(read_document(data).entries, lambda _, code: code in ("J45.909", "115"), TODAY, BORN)


def test_what_is_stated_is_said_in_the_words_of_the_lists() -> None:
    found = read(WHOLE)
    (allergy,), (drug,), (problem,) = (
        found[kind] for kind in (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM)
    )
    assert (allergy.words, allergy.system, allergy.code) == ("Penicillin", "RxNorm", "7980")
    assert dict(allergy.details) == {"reaction": "Hives", "severity": "severe"}
    assert (drug.words, drug.system, drug.code, drug.status) == ("Drug", "RxNorm", "314077", "active")
    assert (problem.words, problem.system, problem.code, problem.status, problem.began) == (
        "Asthma",
        "SNOMED CT",
        "195967001",
        "active",
        "2018-05",
    )


def test_the_offices_own_code_stands_first_and_one_it_has_not_is_left_out() -> None:
    other = f'<translation code="{{}}" codeSystem="{ICD10}" displayName="Asthma"/>'
    both = concern(observed(coded("195967001", "Asthma", inside=other.format("J45.909"))))
    (known,) = read(document(section("11450-4", both)))[ListKind.PROBLEM]
    assert (known.system, known.code) == ("ICD-10-CM", "J45.909")
    alone = concern(observed(coded("Z00.never", "Odd", ICD10)))
    (unknown,) = read(document(section("11450-4", alone)))[ListKind.PROBLEM]
    assert (unknown.words, unknown.system, unknown.code) == ("Odd", "", "")
    (tdap,) = read(document(section("11369-6", given("115", of="4.52", system=CVX, name="Tdap"))))[
        ListKind.IMMUNIZATION
    ]
    assert (tdap.system, tdap.code, tdap.details["record"]) == ("CVX", "115", "historical")


def test_each_thing_waits_once_and_a_statement_has_one_key_in_whatever_document() -> None:
    twice = entered(document(section("11450-4", ASTHMA, ASTHMA), section("48765-2", ALLERGY)))
    assert [one.kind for one in twice] == [ListKind.ALLERGY, ListKind.PROBLEM]
    again = entered(WHOLE)
    assert {one.key for one in twice} < {one.key for one in again}
    over = concern(observed(coded("195967001", "Asthma")), status="completed")
    assert entered(document(section("11450-4", over)))[0].key not in {one.key for one in again}


def test_who_has_none_or_has_it_not_is_told_so_and_nothing_is_made_up() -> None:
    none = concern(observed(coded("160245001", "No current problems")))
    assert entered(document(section("11450-4", none))) == ()
    denied = concern(observed(coded("195967001", "Asthma"), marks='negationInd="true"'))
    (told,) = read(document(section("11450-4", denied)))[ListKind.PROBLEM]
    assert told.verification == "refuted"


def test_days_that_cannot_be_are_left_to_the_document() -> None:
    early = observed(coded("195967001", "Asthma"), time='<effectiveTime><low value="1860"/></effectiveTime>')
    late = observed(coded("38341003", "Hypertension"), time='<effectiveTime><low value="20991231"/></effectiveTime>')
    found = read(document(section("11450-4", concern(early), concern(late))))[ListKind.PROBLEM]
    assert [(one.words, one.began) for one in found] == [("Asthma", ""), ("Hypertension", "")]


def test_results_and_vital_signs_have_value_flag_and_day() -> None:
    value = '<value xsi:type="PQ" value="13.1" unit="g/dL"/><interpretationCode code="L"/>'
    code = '<code code="718-7" codeSystem="2.16.840.1.113883.6.1" displayName="Hemoglobin"/>'
    one = observed(value, of="4.2", code=code, time='<effectiveTime value="20260301"/>')
    held = f"{template('4.1')}<component>{one}</component>"
    organizer = f'<organizer classCode="BATTERY" moodCode="EVN">{held}</organizer>'
    (told,) = read(document(section("30954-2", organizer)))[ListKind.MEASURED]
    assert (told.words, told.system, told.code, told.began) == ("Hemoglobin", "LOINC", "718-7", "2026-03-01")
    assert dict(told.details) == {"value": "13.1 g/dL", "flag": "L", "category": "laboratory"}


def test_what_was_withdrawn_and_a_vaccine_that_is_only_planned_are_not_entered() -> None:
    withdrawn = concern(observed(coded("195967001", "Asthma")), status="nullified")
    planned = given("115", of="4.52", marks='moodCode="INT"', system=CVX, name="Tdap")
    found = document(section("11450-4", withdrawn), section("11369-6", planned))
    assert entered(found) == ()
    assert read_document(found).entries.immunizations[0].intended


def test_a_vaccine_that_was_broken_off_was_not_given() -> None:
    off = given("115", of="4.52", system=CVX, name="Tdap").replace("'active'", "'aborted'")
    (told,) = read(document(section("11369-6", off)))[ListKind.IMMUNIZATION]
    assert told.status == "not-done"


def test_a_dose_and_a_time_from_one_to_another_are_said_whole() -> None:
    period = '<period><low value="4" unit="h"/><high value="6" unit="h"/></period>'
    every = f'<effectiveTime xsi:type="PIVL_TS">{period}</effectiveTime>'
    dose = '<doseQuantity><low value="1"/><high value="2"/></doseQuantity>'
    (told,) = read(document(section("10160-0", given("314077", every, dose))))[ListKind.MEDICATION]
    assert (told.details["dose"], told.details["frequency"]) == ("1 to 2", "every 4 h to 6 h")
