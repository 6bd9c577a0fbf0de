"""What may be said of kinds, consent, time-outs, medicines, waste and of the end of an observation."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from medoffice.clinic.procedures.rules.judging import (
    LINES,
    UNVERIFIED,
    binding,
    check_after,
    check_consent,
    check_did,
    check_kind,
    check_read,
    in_words,
    is_ndc,
    proposed,
    stopped_at,
    why_no_time_out,
    why_not_done,
)
from medoffice.clinic.procedures.types import (
    Consent,
    Consented,
    Did,
    Line,
    Medicine,
    Observation,
    Read,
    SaidOfKind,
    TimeOut,
)
from medoffice.kernel.findings import Finding

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
TODAY = NOW.date()
ME, OTHER = uuid4(), uuid4()
PLAIN = SaidOfKind("ecg", "Electrocardiogram")
FULL = SaidOfKind("joint_injection", "Joint injection", Consent.WRITTEN, True, True, 15, Medicine.MUST)
HOLDS = dict.fromkeys(Line, True)
READ = Read(HOLDS, "left knee", OTHER)
GIVEN = Did(ME, ME, "injected", "left knee", "triamcinolone", "0003-0293-05", "T1", date(2026, 11, 24), "40 mg", False)


def agreed(how: Consent) -> Consented:
    return Consented(how, "Amara Okafor", NOW, None, "Amara Okafor")


def read(stopped: Line | None = None) -> TimeOut:
    return TimeOut("left knee", "Carmen Ruiz", stopped, "wrong side" if stopped else "", NOW, "Amara Okafor")


def where(found: list[Finding]) -> list[str]:
    return [one.where for one in found]


def codes(found: list[Finding]) -> list[str]:
    return [one.code for one in found]


def test_what_we_propose_is_unverified_and_every_line_has_its_words() -> None:
    assert {proposed(key, key).said.source for key in ("joint_injection", "ecg", "anything")} == {UNVERIFIED}
    assert proposed("joint_injection", "Joint").said == replace(FULL, name="Joint", source=UNVERIFIED)
    assert proposed("ecg", "ECG").said.consent is Consent.NONE
    assert LINES.keys() == set(Line)


def test_what_is_unverified_stops_nobody_and_what_the_office_says_does() -> None:
    ours = replace(FULL, source=UNVERIFIED)
    assert why_not_done(binding(ours), None, None) == []
    assert codes(why_not_done(binding(ours), None, read(Line.SITE))) == ["time-out-stopped"]
    assert check_read(binding(ours), replace(READ, second_id=None), ME) == []
    assert where(check_did(binding(ours), Did(ME, ME, "injected"), TODAY)) == []
    assert (binding(FULL), binding(PLAIN)) == (FULL, PLAIN)


def test_a_kind_has_a_name_a_second_person_only_at_a_time_out_and_minutes_of_a_day() -> None:
    assert check_kind(FULL) == []
    odd = replace(FULL, name=" ", time_out=False, observe=1441)
    assert where(check_kind(odd)) == ["name", "second", "observe"]
    assert where(check_kind(replace(FULL, observe=-1))) == ["observe"]


@pytest.mark.parametrize("needs", Consent)
@pytest.mark.parametrize("how", Consent)
def test_less_consent_than_is_needed_is_none(needs: Consent, how: Consent) -> None:
    enough = how is Consent.WRITTEN or (how is Consent.VERBAL and needs is not Consent.WRITTEN)
    said = replace(FULL, consent=needs)
    assert (check_consent(said, how, NOW, NOW) == []) is enough
    if how is not Consent.NONE:
        assert (why_no_time_out(said, agreed(how)) == []) is (enough or needs is Consent.NONE)
    assert (why_no_time_out(said, None) == []) is (needs is Consent.NONE)


def test_nobody_agreed_in_the_future() -> None:
    assert where(check_consent(FULL, Consent.WRITTEN, NOW + timedelta(minutes=1), NOW)) == ["obtained_at"]


def test_tl8_nothing_is_done_without_consent_without_a_time_out_or_after_one_that_was_stopped() -> None:
    assert why_not_done(PLAIN, None, None) == []
    assert codes(why_not_done(FULL, None, None)) == ["no-consent", "no-time-out"]
    assert codes(why_not_done(FULL, agreed(Consent.VERBAL), read())) == ["no-consent"]
    assert codes(why_not_done(FULL, agreed(Consent.WRITTEN), read(Line.SITE))) == ["time-out-stopped"]
    assert codes(why_not_done(PLAIN, None, read(Line.PATIENT))) == ["time-out-stopped"]
    assert why_not_done(FULL, agreed(Consent.WRITTEN), read()) == []


@pytest.mark.parametrize("line", Line)
def test_each_line_is_read_and_one_that_does_not_hold_stops_it_with_words(line: Line) -> None:
    assert check_read(FULL, READ, ME) == []
    assert stopped_at(READ) is None
    left = {one: True for one in Line if one is not line}
    assert where(check_read(FULL, replace(READ, lines=left), ME)) == [line.value]
    no = replace(READ, lines={**HOLDS, line: False})
    assert stopped_at(no) is line
    assert where(check_read(FULL, no, ME)) == ["words"]
    assert check_read(FULL, replace(no, words="it is the right one", site="", second_id=None), ME) == []


def test_a_time_out_names_the_site_and_somebody_else_who_stands_by_where_the_kind_asks() -> None:
    assert where(check_read(FULL, replace(READ, site=" ", second_id=None), ME)) == ["body_site", "second"]
    assert where(check_read(FULL, replace(READ, second_id=ME), ME)) == ["second"]
    assert check_read(replace(FULL, second=False), replace(READ, second_id=None), ME) == []


def test_a_medicine_has_its_lot_its_day_its_dose_and_says_whether_it_is_controlled() -> None:
    assert check_did(FULL, GIVEN, TODAY) == []
    bare = Did(ME, ME, "")
    assert where(check_did(PLAIN, bare, TODAY)) == ["what"]
    wanted = ["what", "medicine", "lot", "expires", "dose", "controlled"]
    assert where(check_did(FULL, bare, TODAY)) == wanted
    may = replace(FULL, medicine=Medicine.MAY)
    assert where(check_did(may, bare, TODAY)) == ["what"]
    for told in (replace(bare, ndc="0003-0293-05"), replace(bare, lot="T1"), replace(bare, wasted="1 mg")):
        assert "medicine" in where(check_did(may, told, TODAY))


def test_an_expired_lot_is_refused_but_what_was_given_is_written_in_a_correction() -> None:
    assert codes(check_did(FULL, GIVEN, date(2026, 11, 25))) == ["expired"]
    assert check_did(FULL, GIVEN, date(2026, 11, 25), late=True) == []


def test_waste_of_what_is_controlled_has_a_witness_who_is_somebody_else() -> None:
    wasted = replace(GIVEN, wasted="10 mg")
    assert check_did(FULL, wasted, TODAY) == []
    assert codes(check_did(FULL, replace(wasted, controlled=True), TODAY)) == ["witness-missing"]
    assert check_did(FULL, replace(wasted, controlled=True, witness_id=OTHER), TODAY) == []
    assert codes(check_did(FULL, replace(wasted, witness_id=ME), TODAY)) == ["witness-same"]


@pytest.mark.parametrize(
    ("text", "good"),
    [("0003-0293-05", True), ("00030293050", True), ("123", False), ("0003-0293-0x", False), ("١٢٣٤٥٦٧٨٩٠", False)],
)
def test_an_ndc_has_ten_or_eleven_digits(text: str, good: bool) -> None:
    assert is_ndc(text) is good
    assert ("ndc" in where(check_did(FULL, replace(GIVEN, ndc=text), TODAY))) is not good


def seen(ended_at: datetime | None = None, until: datetime = NOW) -> Observation:
    return Observation(UUID(int=1), UUID(int=2), UUID(int=3), "Joint injection", until, ended_at)


def after(
    how: str = "well", *, leaves: bool = True, until: datetime | None = None, why: str = "",
    one: Observation | None = None,
) -> list[str]:  # fmt: skip
    return where(check_after(how, leaves=leaves, until=until, why=why, seen=one, now=NOW))


def test_an_observation_ends_at_its_time_or_says_why_and_who_stays_is_looked_at_again() -> None:
    later = NOW + timedelta(minutes=1)
    assert after() == []
    assert after(" ") == ["how"]
    assert after(one=seen()) == []
    assert after(one=seen(until=later)) == ["why"]
    assert after(one=seen(until=later), why="has to catch the bus") == []
    assert after(one=seen(until=later), leaves=False, until=later) == []
    assert after(one=seen(ended_at=NOW)) == ["why"]
    assert after(one=seen(ended_at=NOW), leaves=False, until=later, why="came back") == []
    assert after(leaves=False) == ["until"]
    assert after(leaves=False, until=NOW) == ["until"]
    assert after(leaves=False, until=NOW + timedelta(minutes=1441)) == ["until"]


def test_what_was_done_is_one_line() -> None:
    assert in_words(Did(ME, ME, "two cycles. "), "Amara Okafor") == "two cycles; by Amara Okafor"
    told = replace(GIVEN, wasted="10 mg", complications="none", specimen="fluid")
    assert in_words(told, "A", "B") == (
        "injected; left knee; triamcinolone 40 mg; NDC 0003-0293-05; lot T1, expires 11/24/2026; "
        "wasted 10 mg, witness B; complications: none; specimen: fluid; by A"
    )
