"""A list is taken in whole or not at all, once, for its days; a licence that is over leaves no text behind."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import open_of_kinds, today_here
from medoffice.practice.tests.makers import make_office
from medoffice.revenue.code_lists.actions.tell_endings import LIST_ENDS, tell_endings
from medoffice.revenue.code_lists.api import known_of, listed, note_year, releases, words_listed
from medoffice.revenue.code_lists.models import ListedCode, Pair
from medoffice.revenue.code_lists.queries import kept
from medoffice.revenue.code_lists.queries.releases import lists_check
from medoffice.revenue.code_lists.tests.makers import BEGINS, ENDS, LICENCE, take
from medoffice.revenue.code_lists.types import Licence
from medoffice.security.tests.makers import written_down
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.tests import makers
from medoffice.standards.code_lists.types import ListKind, PairMark

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _office() -> None:
    make_office()


def test_the_same_file_changes_nothing_and_another_of_the_same_days_is_asked_instead() -> None:
    first = take(ListKind.PAIRS)
    assert (first.release.rows, first.release.last_code, first.again) == (4, "Z9904", False)
    again = take(ListKind.PAIRS)
    assert (again.again, again.release) == (True, first.release)
    assert (len(releases()), Pair.objects.count()) == (1, 4)
    take(ListKind.PAIRS, makers.PTP.replace("*\t1\tMisuse", "*\t0\tMisuse"))
    pairs = known_of(["Z9901", "Z9902"], DAY, medicaid=False).pairs
    assert pairs is not None
    assert [one.mark for one in pairs.values()] == [PairMark.NEVER]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("20240101\t20240101\t9", "20240101\tsoon\t9", "Line 10: soon is no date"),
        (makers.PTP_ROWS, "", "no pairs"),
        (makers.PTP_ROWS, makers.PTP_ROWS * 2, "stands there twice"),
    ],
)
def test_of_a_file_that_is_malformed_nothing_is_there(was: str, becomes: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        take(ListKind.PAIRS, makers.PTP.replace(was, becomes))
    assert (releases(), Pair.objects.count()) == ([], 0)


def test_what_no_list_speaks_for_is_not_loaded_rather_than_empty() -> None:
    nothing = known_of(["Z9901"], DAY, medicaid=False)
    assert (nothing.pairs, nothing.units, nothing.add_ons, nothing.values, nothing.coverage) == (None,) * 5
    for kind in (ListKind.PAIRS, ListKind.UNITS, ListKind.ADD_ONS, ListKind.VALUES, ListKind.COVERAGE):
        take(kind)
    found = known_of(["Z9901", "Z9903", "Z9906"], DAY, medicaid=False)
    assert found.pairs is not None
    assert list(found.pairs) == [("Z9901", "Z9903")]
    assert found.units is not None
    assert {code: one.most for code, one in found.units.items()} == {"Z9901": 2, "Z9903": 1}
    assert [one.primary for rows in (found.add_ons or {}).values() for one in rows] == ["Z9901"]
    assert found.values is not None
    assert found.values["Z9901"].days == "010"
    assert found.coverage is not None
    assert [(one.article, one.covered) for one in found.coverage["Z9901"]] == [("500", frozenset({"E11.9"}))]
    assert known_of(["Z9901"], DAY, medicaid=True).pairs is None
    assert known_of(["Z9901"], ENDS + timedelta(days=1), medicaid=False).pairs is None


def test_national_determinations_hold_on_their_days_and_are_another_list_than_local_articles() -> None:
    take(ListKind.COVERAGE)
    assert known_of(["Z9901"], DAY, medicaid=False).national is None
    take(ListKind.NATIONAL_CODES)
    both = known_of(["Z9901", "Z9902"], DAY, medicaid=False).national
    assert both is not None
    assert [(one.article, one.title, one.level) for one in both["Z9902"]] == [("20.99", "Made-up device", "")]
    assert both["Z9901"][0].not_covered == {"Z00.00"}
    take(ListKind.NATIONAL)
    before, since = (known_of(["Z9901", "Z9902"], day, medicaid=False).national for day in (date(2026, 6, 30), DAY))
    assert before is not None
    assert since is not None
    assert [one.level for one in before["Z9902"]] == ["3"]
    assert [(one.title, one.level) for one in since["Z9901"]] == [("Made-up assay (renewed)", "2")]
    assert since["Z9902"] == ()
    revised = known_of(["Z9901"], date(2019, 7, 1), medicaid=False).national
    assert revised is None or revised["Z9901"], "what was revised since held before"


def test_codes_of_a_determination_the_table_does_not_know_are_looked_at_all_the_same() -> None:
    take(ListKind.NATIONAL)
    take(ListKind.NATIONAL_CODES, makers.NATIONAL_CODES.replace("20.99", "20.9"))
    found = known_of(["Z9902"], DAY, medicaid=False).national
    assert found is not None
    assert [(one.article, one.level) for one in found["Z9902"]] == [("20.9", "")]


def test_of_a_release_only_codes_that_are_new_are_asked() -> None:
    take(ListKind.PAIRS)
    take(ListKind.UNITS)
    with CaptureQueriesContext(connection) as asked:
        assert known_of(["Z9901"], DAY, medicaid=False).pairs == {}
    assert len(asked) == 4
    with CaptureQueriesContext(connection) as asked:
        pairs = known_of(["Z9903", "Z9901"], DAY, medicaid=False).pairs
    assert len(asked) == 3
    assert list(pairs or ()) == [("Z9901", "Z9903")]
    with CaptureQueriesContext(connection) as asked:
        again = known_of(["Z9901", "Z9903"], DAY, medicaid=False)
    assert len(asked) == 1
    assert (again.pairs, [one.most for one in (again.units or {}).values()]) == (pairs, [2, 1])


def test_what_is_kept_is_forgotten_before_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_CODES", 2)
    take(ListKind.PAIRS)
    for codes in (["Z9901", "Z9902"], ["Z9903", "Z9901"], ["Z9901", "Z9902", "Z9903"]):
        found = known_of(codes, DAY, medicaid=False).pairs
        assert found == {both: one for both, one in (found or {}).items() if {*both} <= {*codes}}
        assert found


def test_a_pair_holds_on_the_days_it_is_active() -> None:
    take(ListKind.PAIRS)
    days = {date(2026, 6, 30): [], DAY: ["Z9903"]}
    for day, seconds in days.items():
        found = known_of(["Z9901", "Z9903"], day, medicaid=False).pairs
        assert [second for _, second in found or ()] == seconds


def test_a_licensed_file_needs_the_licence_and_is_written_down() -> None:
    for licence in (None, Licence("", "1", 1, ENDS), Licence("x", "", 1, ENDS), Licence("x", "1", 0, ENDS)):
        with pytest.raises(Invalid, match="licence"):
            take(ListKind.CPT, licence=licence)
    with pytest.raises(Refusal, match="ended on"):
        take(ListKind.CPT, begins=date(2020, 1, 1), ends=date(2020, 12, 31))
    take(ListKind.CPT, ends=today_here() + timedelta(days=90))
    assert any(detail.get("attested") for _, detail in written_down("code_lists.take"))
    found = listed("Z9901", today_here())
    assert found is not None
    assert found.long == "A made-up descriptor"
    assert listed("Z9902", today_here()) is None


def test_texts_of_a_licence_that_is_over_are_given_to_nobody_and_taken_away() -> None:
    today = today_here()
    take(ListKind.CPT, begins=BEGINS, ends=today, licence=LICENCE)
    assert listed("Z9901", today) is not None
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert listed("Z9901", today - timedelta(days=30)) is None
        assert tell_endings(actor=PROGRAM) == 2
        assert (ListedCode.objects.count(), tell_endings(actor=PROGRAM)) == (0, 0)


def test_an_end_is_somebody_s_work_once_and_a_warning_of_the_check() -> None:
    today = today_here()
    take(ListKind.UNITS, begins=today - timedelta(days=80), ends=today + timedelta(days=10))
    tell_endings(actor=PROGRAM)
    tell_endings(actor=PROGRAM)
    assert open_of_kinds([LIST_ENDS]) == 1
    (checked,) = lists_check()
    assert checked.ok
    assert [one.code for one in checked.findings] == ["list-ends"]


def test_a_year_of_diagnoses_is_written_down() -> None:
    note_year(actor=PROGRAM, first=date(2027, 10, 1), files="icd10cm-order-2028.txt", new=3, ended=1)
    ((_, told),) = written_down("code_lists.take")
    assert (told["first"], told["new"], told["ended"]) == ("2027-10-01", 3, 1)


def test_lists_of_words_are_taken_in_and_asked_on_a_day() -> None:
    asked = {
        ListKind.REASONS: "7", ListKind.REMARKS: "M901", ListKind.TAXONOMY: "99XX00000X", ListKind.VACCINES: "03",
        ListKind.LABORATORY: "718-7", ListKind.DRUGS: "00001000203",
    }  # fmt: skip
    for kind, code in asked.items():
        assert words_listed({kind: [code]}, BEGINS) == {}
        assert not take(kind).again
        assert take(kind).again
        found = words_listed({kind: [code, "nothing"]}, BEGINS)
        assert [(one, row.code, bool(row.long)) for (one, _), row in found.items()] == [(kind, code, True)]
        assert words_listed({kind: [code]}, BEGINS - timedelta(days=1)) == {}
    both = words_listed({kind: [code] for kind, code in asked.items()}, BEGINS)
    assert dict(both.keys()) == asked
    assert words_listed({ListKind.REASONS: ["M901"], ListKind.REMARKS: ["7"]}, BEGINS) == {}
    assert words_listed({ListKind.REASONS: ["901"]}, date(2026, 6, 30)) != {}
    assert words_listed({ListKind.REASONS: ["901"]}, date(2026, 7, 1)) == {}
    with pytest.raises(Refusal, match="no code of this list"):
        take(ListKind.REMARKS, makers.CARC)


def test_a_drug_of_rxnorm_is_asked_with_its_ingredients() -> None:
    taken = take(ListKind.RXNORM).release
    assert (taken.rows, take(ListKind.RXNORM).again) == (5, True)
    (drug,) = words_listed({ListKind.RXNORM: ["9900030"]}, DAY).values()
    assert (drug.kind, drug.of) == ("branded drug", "9900001 9900002")
    assert words_listed({ListKind.RXNORM: ["9900030"]}, ENDS + timedelta(days=1)) == {}
