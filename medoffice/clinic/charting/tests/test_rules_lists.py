"""The lists without a database: what is known of them and when, what is kept, what contradicts, what is to mend."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.charting.rules.checking import check_told
from medoffice.clinic.charting.rules.contradictions import contradictions
from medoffice.clinic.charting.rules.history import changed_since, chart_from, holds
from medoffice.clinic.charting.rules.kinds import CVX, ICD10, KINDS
from medoffice.clinic.charting.rules.matching import alike, beside, merged
from medoffice.clinic.charting.rules.partial import earliest, is_partial, latest, part_as_typed, partial_shown
from medoffice.clinic.charting.rules.telling import cause_of, details_of, line_of, when_of
from medoffice.clinic.charting.rules.tidying import tidiness
from medoffice.clinic.charting.types import (
    STRUCK,
    Attested,
    Cause,
    CauseKind,
    Chart,
    Decision,
    ListKind,
    Told,
    Version,
    Vitals,
    Waiting,
)

BORN, TODAY = date(1968, 3, 8), date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
WHO, VISIT = UUID(int=1), UUID(int=77)
SAID = Cause(CauseKind.SAID)
DIRECTORY = {
    "zestril": (("lisinopril",), ("Angiotensin Converting Enzyme Inhibitor",)),
    "lisinopril": (("lisinopril",), ("Angiotensin Converting Enzyme Inhibitor",)),
    "amoxicillin": (("amoxicillin",), ("Penicillin-class Antibacterial",)),
}


def knows(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return DIRECTORY.get(words.split(maxsplit=1)[0].lower(), ((), ()))


def version(
    number: int, kind: ListKind, words: str, *, entry: int = 1, visit: UUID | None = None, **rest: str | dict[str, str]
) -> Version:
    """A version as if entered on the day of its number."""
    given: dict[str, Any] = {"status": KINDS[kind].statuses[0], **rest}
    told = Told(words, **given)
    at = NOON - timedelta(days=100 - number)
    cause = Cause(CauseKind.ENCOUNTER, visit) if visit else SAID
    return Version(UUID(int=entry), number, number - 1, kind, WHO, told, cause, visit, "", at, "Carmen Ruiz")


def of(
    *versions: Version, said: Sequence[Attested] = (), kept: Sequence[UUID] = (), on: datetime | None = None
) -> Chart:
    return chart_from(WHO, versions, said, kept, on)


def against(chart: Chart, sex: str = "F", vitals: Vitals | None = None) -> list[str]:
    return [one.code for one in contradictions(chart, sex, BORN, vitals, knows)]


def test_a_list_is_the_last_versions_and_a_day_ago_it_is_what_was_known_then() -> None:
    first = version(1, ListKind.MEDICATION, "Lisinopril 10 mg")
    second = version(5, ListKind.MEDICATION, "Lisinopril 20 mg")
    second = replace(second, follows=1)
    now = of(first, second)
    assert [one.told.words for one in now.lists[ListKind.MEDICATION]] == ["Lisinopril 20 mg"]
    assert now.histories[first.entry_id] == (first, second)
    then = of(first, second, on=first.at + timedelta(hours=1))
    assert [one.told.words for one in then.lists[ListKind.MEDICATION]] == ["Lisinopril 10 mg"]
    assert of(first, second, on=first.at - timedelta(hours=1)).lists[ListKind.MEDICATION] == ()
    assert changed_since(now, first.at) == [second]
    assert changed_since(now, second.at) == []


def test_what_was_said_in_a_kept_visit_is_not_known_nor_what_was_made_from_it() -> None:
    first = version(1, ListKind.MEDICATION, "Sertraline")
    kept = version(2, ListKind.MEDICATION, "Sertraline, for heroin craving", visit=VISIT)
    later = version(3, ListKind.MEDICATION, "Sertraline, craving gone")
    apart = replace(version(4, ListKind.MEDICATION, "Sertraline 50 mg"), follows=1)
    told = of(first, kept, later, kept=[VISIT])
    assert told.lists[ListKind.MEDICATION] == (first,)
    assert of(first, kept, later, apart, kept=[VISIT]).lists[ListKind.MEDICATION] == (apart,)
    assert of(first, kept, later).lists[ListKind.MEDICATION] == (later,)
    assert of(replace(kept, version=1, follows=0), kept=[VISIT]).histories == {}


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=6), st.integers(0, 7))
def test_nothing_of_a_kept_visit_is_ever_in_a_chart(steps: list[tuple[int, bool]], until: int) -> None:
    """Whatever is built on whatever, and whenever it is looked at."""
    rows = []
    for number, (back, closed) in enumerate(steps, 1):
        one = version(number, ListKind.PROBLEM, f"v{number}", visit=VISIT if closed else None)
        rows.append(replace(one, follows=max(0, number - 1 - back)))
    on = NOON - timedelta(days=100 - until, hours=-1)
    found = of(*rows, kept=[VISIT], on=on)
    for one in (shown for history in found.histories.values() for shown in history):
        assert one.at <= on
        built = [one]
        while built[-1].follows:
            built.append(rows[built[-1].follows - 1])
        assert {step.encounter_id for step in built} == {None}


def test_none_known_ends_when_something_is_entered_and_comes_back_only_by_being_attested() -> None:
    none = Attested(ListKind.ALLERGY, none=True, at=NOON - timedelta(days=95), by="Carmen Ruiz")
    assert of(said=[none]).none_known == {ListKind.ALLERGY: none}
    entered = version(10, ListKind.ALLERGY, "Penicillin")
    entered = replace(entered, version=1, follows=0)
    assert of(entered, said=[none]).none_known == {}
    struck = replace(entered, version=2, follows=1, told=replace(entered.told, verification=STRUCK))
    assert of(entered, struck, said=[none]).none_known == {}
    again = replace(none, at=NOON)
    assert of(entered, struck, said=[none, again]).none_known == {ListKind.ALLERGY: again}
    looked = replace(none, none=False, at=NOON)
    assert of(said=[none, looked]).none_known == {}
    assert of(said=[none, looked], on=NOON - timedelta(days=1)).none_known == {ListKind.ALLERGY: none}


@pytest.mark.parametrize("kind", list(ListKind))
def test_every_list_knows_what_holds(kind: ListKind) -> None:
    listed = KINDS[kind]
    assert listed.statuses[0] in listed.holds
    assert listed.holds <= set(listed.statuses)
    assert not listed.ends or listed.ends in set(listed.statuses) - listed.holds
    for status in listed.statuses:
        one = version(1, kind, "x", status=status)
        assert holds(one) == (status in listed.holds)
        assert not holds(replace(one, told=replace(one.told, verification=STRUCK)))
        assert check_told(kind, one.told, TODAY, BORN) == []


@pytest.mark.parametrize(
    ("kind", "told", "field"),
    [
        (ListKind.PROBLEM, Told(" "), "words"),
        (ListKind.PROBLEM, Told("x" * 301), "words"),
        (ListKind.PROBLEM, Told("x", system=CVX, code="08"), "words"),
        (ListKind.PROBLEM, Told("x", system=ICD10), "words"),
        (ListKind.PROBLEM, Told("x", status="final"), "status"),
        (ListKind.PROBLEM, Told("x", verification="sure"), "verification"),
        (ListKind.PROBLEM, Told("x", began="2026-02-30"), "began"),
        (ListKind.PROBLEM, Told("x", began="2027"), "began"),
        (ListKind.PROBLEM, Told("x", began="1967"), "began"),
        (ListKind.MEDICATION, Told("x", began="2020", ended="2019"), "ended"),
        (ListKind.ALLERGY, Told("x", details={"severity": "awful"}), "severity"),
        (ListKind.ALLERGY, Told("x", details={"dose": "10 mg"}), "words"),
        (ListKind.ALLERGY, Told("x", details={"reaction": "x" * 201}), "reaction"),
    ],
)
def test_what_no_list_keeps_is_said_at_its_field(kind: ListKind, told: Told, field: str) -> None:
    assert field in {one.where for one in check_told(kind, told, TODAY, BORN)}


def test_a_year_may_be_that_of_birth_and_what_is_intended_may_lie_ahead() -> None:
    assert check_told(ListKind.PROBLEM, Told("x", began="1968"), TODAY, BORN) == []
    assert check_told(ListKind.PROBLEM, Told("x", began="2026", ended="2026"), TODAY, BORN) == []
    assert check_told(ListKind.MEDICATION, Told("x", status="intended", began="2027"), TODAY, BORN) == []


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [("2019", "2019", "2019"), ("5/2019", "2019-05", "05/2019"), ("05-2019", "2019-05", "05/2019")],
)
def test_dates_as_far_as_they_are_known(typed: str, kept: str, shown: str) -> None:
    assert part_as_typed(typed) == kept
    assert partial_shown(kept) == shown


@pytest.mark.parametrize("typed", ["", "19", "13/2019", "5/03/2019", "20190", "soon", "1700", "٢٠١٩"])
def test_what_is_no_part_of_a_date(typed: str) -> None:
    assert part_as_typed(typed) is None


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_partial_date_holds_the_days_it_may_have_been(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    first, last = earliest(text), latest(text)
    assert is_partial(text)
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert first.isoformat()[:length] == last.isoformat()[:length]


def test_an_allergy_to_what_is_taken_is_found_by_name_substance_and_class() -> None:
    taken = [version(1, ListKind.MEDICATION, words, entry=9) for words in ("Amoxicillin 500 mg", "Zestril 10 mg")]
    for words, found in (("amoxicillin", taken[0]), ("Penicillin", taken[0]), ("lisinopril", taken[1])):
        allergy = version(1, ListKind.ALLERGY, words)
        assert against(of(allergy, found)) == ["allergy-to-medication"], words
        other = next(one for one in taken if one is not found)
        assert against(of(allergy, other)) == [], words
    over = version(1, ListKind.ALLERGY, "penicillin", status="resolved")
    assert against(of(over, taken[0])) == []


def test_contradictions_of_the_lists() -> None:
    none = Attested(ListKind.ALLERGY, none=True, at=NOON, by="Carmen Ruiz")
    peanut = version(1, ListKind.ALLERGY, "Peanut")
    assert against(of(peanut, said=[none])) == ["none-and-some"]
    on, off = version(1, ListKind.MEDICATION, "Lisinopril"), version(1, ListKind.MEDICATION, "lisinopril", entry=2)
    assert against(of(on, off)) == ["listed-twice"]
    stopped = replace(off, told=replace(off.told, status="stopped", ended="2024"))
    assert against(of(on, stopped)) == ["over-and-active"]
    anew = replace(on, told=replace(on.told, began="2025"))
    assert against(of(anew, stopped)) == []
    assert against(of(replace(on, told=replace(on.told, ended="2024")))) == ["ended-and-active"]


def test_what_cannot_be_of_this_patient() -> None:
    pregnant = version(1, ListKind.PROBLEM, "Pregnant state", system=ICD10, code="Z33.1")
    prostate = version(1, ListKind.PROBLEM, "Enlarged prostate", system=ICD10, code="N40.0", entry=2)
    assert against(of(pregnant, prostate), "F") == ["sex-specific"]
    assert against(of(pregnant), "M") == ["sex-specific"]
    assert against(of(pregnant), "F") == []
    assert against(of(pregnant, prostate), "X") == []
    early = version(1, ListKind.PROCEDURE, "Appendectomy", began="1960")
    mother = version(1, ListKind.FAMILY, "Stroke", began="1960", entry=2)
    assert against(of(early, mother)) == ["before-birth"]
    assert against(of(), vitals=Vitals(pulse=720)) == ["pulse-impossible"]
    assert against(of(), vitals=Vitals(pulse=120)) == []


def test_a_score_is_made_of_what_is_to_be_mended_and_nothing_else() -> None:
    bare = tidiness(of(), [], 0, NOON)
    assert (bare.score, len(bare.mends)) == (70, 3)
    said = [Attested(kind, none=True, at=NOON, by="Carmen Ruiz") for kind in ListKind]
    assert tidiness(of(said=said), [], 0, NOON).score == 100
    entries = (
        version(1, ListKind.ALLERGY, "Penicillin"),
        version(1, ListKind.MEDICATION, "Amoxicillin", entry=2),
        version(1, ListKind.PROBLEM, "Cough", entry=3),
        version(1, ListKind.IMMUNIZATION, "Td", entry=4),
    )
    chart = of(*entries, said=[replace(one, none=False, at=NOON - timedelta(days=400)) for one in said])
    worse = tidiness(chart, contradictions(chart, "F", BORN, None, knows), 2, NOON)
    assert worse.score == 100 - sum(one.points for one in worse.mends) == 100 - 12 - 8 - 3 * 4 - 3 - 2 - 3 - 2
    assert {one.where for one in worse.mends} >= {"incoming", "allergy", str(UUID(int=4))}
    assert (
        tidiness(
            chart, [one for _ in range(20) for one in contradictions(chart, "F", BORN, None, knows)], 0, NOON
        ).score
        == 0
    )


def waits(kind: ListKind, told: Told) -> Waiting:
    return Waiting(UUID(int=8), WHO, kind, told, Cause(CauseKind.IMPORT), None, NOON, Decision.OPEN, "")


def test_what_came_in_stands_beside_what_it_is_about() -> None:
    ours = version(1, ListKind.MEDICATION, "Lisinopril 10 mg")
    other = version(1, ListKind.MEDICATION, "Metformin", entry=2)
    struck = version(1, ListKind.MEDICATION, "Lisinopril 5 mg", entry=3, verification=STRUCK)
    same, new = waits(ListKind.MEDICATION, Told("lisinopril 20 mg")), waits(ListKind.MEDICATION, Told("Aspirin"))
    assert beside([struck, ours, other], [same, new]) == [(ours, same), (None, new), (other, None)]
    assert beside([ours], [same, same]) == [(ours, same), (None, same)]
    assert alike(Told("a", ICD10, "I10"), Told("b", ICD10, "I10"))
    assert not alike(Told("same", ICD10, "I10"), Told("same", ICD10, "I11.9"))
    assert not alike(Told("pain, knee"), Told("knee pain"))


def test_a_merge_keeps_ours_and_fills_in_theirs() -> None:
    ours = Told("Lisinopril", began="2019", details={"dose": "10 mg", "route": ""})
    theirs = Told(
        "lisinopril", "S", "1", "e", "stopped", began="2018", ended="2020", details={"dose": "5 mg", "route": "oral"}
    )
    found = merged(ours, theirs)
    assert (found.words, found.status, found.began, found.ended) == ("Lisinopril", "active", "2019", "2020")
    assert (found.system, found.code, found.details) == ("S", "1", {"dose": "10 mg", "route": "oral"})
    assert merged(replace(ours, system="T", code="2"), theirs).code == "2"


def test_an_entry_is_told_in_a_line() -> None:
    one = version(
        1, ListKind.ALLERGY, "Penicillin", details={"severity": "severe", "reaction": "hives", "type": "allergy"}
    )
    assert line_of(one) == "Penicillin: hives, severe"
    assert line_of(replace(one, told=replace(one.told, verification="unconfirmed"))).endswith("(unconfirmed)")
    drug = version(1, ListKind.MEDICATION, "Lisinopril", began="2019-05", ended="2020")
    assert (details_of(drug), when_of(drug), cause_of(drug)) == ("", "05/2019\u20132020", "the patient said")
    assert cause_of(replace(drug, cause=Cause(CauseKind.DOCUMENT, None, "letter"))) == "from a document: letter"
