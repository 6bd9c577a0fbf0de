"""What may become of a paper chart from where it stands, and whether it is overdue. Pure."""

from datetime import date

from medoffice.records.charts.types import Move, PaperChart, Where

# From where each may be said, and where the chart stands then. Whoever hands a chart on says so: it goes out once more.
_MAY = {
    Move.OUT: ((Where.SHELF, Where.OUT), Where.OUT),
    Move.BACK: ((Where.OUT,), Where.SHELF),
    Move.MISSED: ((Where.SHELF, Where.OUT), Where.MISSING),
    Move.FOUND: ((Where.MISSING,), Where.SHELF),
}


def stands_after(where: Where, move: Move) -> Where | None:
    """Where a chart stands after a move; None if the move cannot be from there."""
    sources, after = _MAY.get(move, ((), where))
    return after if where in sources else None


def wrong_with(move: Move, to: str, due: date | None, today: date) -> dict[str, list[str]]:
    """Words against what was typed, by field: a chart goes out to somebody, until a day to come."""
    wrong: dict[str, list[str]] = {}
    if move is Move.OUT and not to.strip():
        wrong["to"] = ["Who has it?"]
    if move is Move.OUT and due is not None and due < today:
        wrong["due"] = ["This day is over."]
    return wrong


def overdue_days(one: PaperChart, today: date) -> int:
    """How many days a chart should have been back for; 0 for one that is not overdue."""
    return max((today - one.due).days, 0) if one.where is Where.OUT and one.due else 0
