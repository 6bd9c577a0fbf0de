"""How the columns and values of a report are shown, and how they are written for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from medoffice.kernel.money import Money
from medoffice.management.dashboard.types import Cell

CENTS, KEYS = "_cents", ("id", "key")
# A cell that begins so is a formula to a spreadsheet, whatever the office meant by it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def for_people(columns: Sequence[str]) -> list[int]:
    """The places of the columns that people read: all but those by which reports are joined."""
    return [place for place, column in enumerate(columns) if column not in KEYS]


def heading(column: str) -> str:
    """A column's name in words: ``left_unseen`` is Left unseen, ``amount_cents`` is Amount."""
    return column.removesuffix(CENTS).replace("_", " ").capitalize()


def is_number(column: str, value: object) -> bool:
    """Whether a value is counted: a number, money too."""
    return column.endswith(CENTS) or (isinstance(value, int | float) and not isinstance(value, bool))


def shown(column: str, value: object) -> Cell:
    """A value on a screen: dates as the office writes them, money in dollars, nothing for nothing."""
    if value is None:
        text = ""
    elif column.endswith(CENTS):
        text = str(Money(int(str(value))))
    elif isinstance(value, date):
        text = f"{value:%m/%Y}" if column == "month" else f"{value:%m/%d/%Y}"
    elif isinstance(value, int):
        text = f"{value:,}"
    else:
        text = str(value).replace("_", " ")
    return Cell(text, is_number(column, value))


def written(column: str, value: object) -> str:
    """A value in a spreadsheet: dates as 2026-11-24, money as 1234.50, and no text that would be a formula."""
    if value is None:
        return ""
    if column.endswith(CENTS):
        cents = int(str(value))
        return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) and not is_number(column, value) else text


def lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    """The lines of the spreadsheet: the headings, then every row."""
    places = for_people(columns)
    yield [columns[place].removesuffix(CENTS) for place in places]
    for row in rows:
        yield [written(columns[place], row[place]) for place in places]
