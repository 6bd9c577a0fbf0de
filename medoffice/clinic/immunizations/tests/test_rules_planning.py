"""What of a list the schedule can count, and in which order what it says is read."""

from datetime import UTC, date, datetime
from uuid import uuid4

from medoffice.clinic.charting.tests.makers import SAID
from medoffice.clinic.charting.types import ListKind, Told, Version
from medoffice.clinic.immunizations.rules.planning import asked_for, counted, due_now, far, in_order, lots_by_need
from medoffice.clinic.immunizations.types import Lot, Vial
from medoffice.standards.cdsi.answers import Due
from medoffice.standards.cdsi.api import advise, shipped
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


def test_what_is_overdue_stands_first_and_what_is_far_is_told_in_one_line() -> None:
    advice = advise(shipped(), CHILD, TODAY)
    order = [one.due for one in in_order(advice.groups)]
    assert order == sorted(order, key=list(dict.fromkeys(order)).index)
    assert order[0] is Due.OVERDUE
    assert {one.due for one in due_now(advice)} <= {Due.OVERDUE, Due.DUE}
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


def test_only_what_changes_something_is_asked_for() -> None:
    asked = dict(asked_for(shipped()))
    assert {"007", "055", "024"} <= asked.keys()
    assert len(asked) < len(shipped().observations)
    assert list(asked.values()) == sorted(asked.values(), key=str.lower)
