"""What of a list the schedule can count, and in which order what it says is read."""

from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

from medoffice.clinic.charting.tests.makers import SAID
from medoffice.clinic.charting.types import ListKind, Told, Version
from medoffice.clinic.immunizations.rules.planning import (
    asked_for,
    counted,
    due_now,
    ends,
    far,
    in_order,
    lacking,
    lots_by_need,
    old_from,
    opposite,
    person_of,
)
from medoffice.clinic.immunizations.types import Fact, Lot, Vial
from medoffice.standards.cdsi.answers import Due
from medoffice.standards.cdsi.api import advise, read_release, schedule_of, shipped
from medoffice.standards.cdsi.tests.makers import release
from medoffice.standards.cdsi.types import Person

TODAY = date(2026, 11, 24)
CHILD = Person(date(2026, 1, 5), "M")


def entry(
    code: str, began: str, system: str = "CVX", status: str = "completed", verification: str = "confirmed"
) -> Version:
    said = Told("DTaP", system, code, status=status, began=began, verification=verification)
    at = datetime(2026, 11, 24, tzinfo=UTC)
    return Version(uuid4(), 1, 0, ListKind.IMMUNIZATION, uuid4(), said, SAID, None, "", at, "Ruiz")


def lot(cvx: str) -> Lot:
    return Lot(uuid4(), uuid4(), cvx, Vial(cvx, f"L{cvx}", date(2027, 6, 30)), 5)


def test_only_what_was_given_on_a_known_day_is_counted_and_the_rest_is_named() -> None:
    entries = [
        entry("20", "2026-03-05"),
        entry("20", "2026-03"),
        entry("20", ""),
        entry("9999", "2026-03-05"),
        entry("20", "2026-03-05", system="NDC"),
        entry("20", "2026-04-05", status="not-done"),
        entry("20", "2026-05-05", verification="entered-in-error"),
    ]
    doses, unread = counted(entries, shipped())
    assert [(one.cvx, one.on) for one in doses] == [("20", date(2026, 3, 5))]
    assert unread == ["DTaP (2026-03)", "DTaP (no day)", "DTaP (2026-03-05)", "DTaP (2026-03-05)"]


def test_of_two_opposite_answers_the_later_one_holds() -> None:
    def told(code: str, day: int) -> Fact:
        return Fact(code, code, None, "Ruiz", datetime(2026, 11, day, tzinfo=UTC), None)

    born, other = told("birth:U.S.", 3), told("024", 1)
    for no, holds in ((told("birth-not:U.S.", 2), "birth:U.S."), (told("birth-not:U.S.", 4), "birth-not:U.S.")):
        for facts in ([born, no, other], [no, born, other]):
            asked = person_of(shipped(), date(1975, 1, 5), "M", [], facts)
            assert [code for code, _ in asked.observed] == [holds, "024"]


def test_what_is_overdue_stands_first_and_what_is_far_is_told_in_one_line() -> None:
    advice = advise(shipped(), CHILD, TODAY)
    order = [one.due for one in in_order(advice.groups)]
    assert order == sorted(order, key=list(dict.fromkeys(order)).index)
    assert order[0] is Due.OVERDUE
    assert {one.due for one in lacking(advice)} == {Due.OVERDUE, Due.DUE}
    assert set(lacking(advice)) <= set(due_now(advice))
    groups = {one.name: one for one in advice.groups}
    assert far(groups["HPV"], TODAY)
    assert not far(groups["MMR"], TODAY)
    assert not far(groups["DTaP/Tdap/Td"], TODAY)


def test_lots_of_what_is_due_are_offered_first_and_of_what_was_asked_for_before_all() -> None:
    due = due_now(advise(shipped(), CHILD, TODAY))
    tdap, polio, dtap = lot("115"), lot("10"), lot("20")
    found = lots_by_need([tdap, polio, dtap], due)
    assert [one for one, _ in found] == [dtap, polio, tdap]
    assert [[need.name for need in needs] for _, needs in found] == [["DTaP/Tdap/Td"], ["Polio"], []]
    assert lots_by_need([dtap, polio], due, "Polio")[0][0] == polio


def test_what_counts_though_it_is_not_preferred_is_offered_behind_what_is() -> None:
    due = due_now(advise(shipped(), CHILD, TODAY))
    polio = next(one for one in due if one.name == "Polio")
    assert polio.next.allowed
    preferred, allowed, other = lot("10"), lot(polio.next.allowed[0]), lot("115")
    found = lots_by_need([other, allowed, preferred], due, "Polio")
    assert [one for one, _ in found] == [preferred, allowed, other]
    assert polio in found[1][1]


def test_a_release_is_old_once_a_season_it_knows_has_come_round_again() -> None:
    assert old_from(shipped()) == date(2026, 7, 1)
    assert ends(shipped(), date(2026, 6, 16)) == ""
    assert "old from 07/01/2026" in ends(shipped(), date(2026, 6, 17))
    assert "old since 07/01/2026" in ends(shipped(), date(2026, 7, 1))
    small = schedule_of(read_release(BytesIO(release())))
    assert old_from(small) == date(2027, 2, 3)  # it has no season: a year


def test_of_two_countries_of_birth_one_holds() -> None:
    assert opposite(shipped(), "birth:U.S.") == "birth-not:U.S."
    assert opposite(shipped(), "birth-not:U.S.") == "birth:U.S."
    assert opposite(shipped(), "007") == ""
    assert {"birth:U.S.", "birth-not:U.S."} <= dict(asked_for(shipped())).keys()


def test_only_what_changes_something_is_asked_for() -> None:
    asked = dict(asked_for(shipped()))
    assert {"007", "055", "024"} <= asked.keys()
    assert len(asked) < len(shipped().observations)
    assert list(asked.values()) == sorted(asked.values(), key=str.lower)
