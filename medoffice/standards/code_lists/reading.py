"""What the readers share: lines of text, tables by what their header calls the columns, dates, codes."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from medoffice.kernel.refusals import Refusal

CODE = re.compile(r"[0-9A-Z]\d{3}[0-9A-Z]", re.ASCII)
LONGEST = 65_536  # characters of a line
_ANEW = "Take the file anew from its publisher."
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f]")


def unfit(words: str, line: int = 0) -> Refusal:
    """A file that is not what it is said to be, with the line if one is to blame."""
    return Refusal("list-unfit", f"Line {line}: {words}" if line else words, _ANEW)


def decoded(raw: Iterable[bytes], *, fixed: bool = False) -> Iterator[str]:
    """The lines of a file as text: UTF-8, else Windows-1252; with ``fixed`` a character for each byte (ISO 8859-1).

    Raises Refusal for what is no text, and for a line without end.
    """
    for number, line in enumerate(raw, 1):
        if len(line) > LONGEST:
            raise unfit("it is too long for a line of text.", number)
        text = line.decode("latin-1") if fixed else _text(line)
        if number == 1:
            text = text.removeprefix("\ufeff")
        if _STRANGE.search(text):
            raise unfit("it is no text.", number)
        yield text


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def rows_of(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a delimited file with their line numbers; a tab has no quoting, a comma has. Raises Refusal."""
    tab, over = delimiter == "\t", False

    def told() -> Iterator[str]:
        nonlocal over
        yield from lines
        over = True

    rows = csv.reader(told(), delimiter=delimiter, quoting=csv.QUOTE_NONE if tab else csv.QUOTE_MINIMAL)
    try:
        for row in rows:
            if over:  # a whole row is told before the end is reached
                raise unfit("the file ends within quotes: it is a part of one.", rows.line_num)
            yield rows.line_num, [" ".join(cell.split()) for cell in row]
    except csv.Error as error:
        raise unfit(f"{error}.", rows.line_num) from error


def squeezed(name: str) -> str:
    """What a header calls a column, without what changes from year to year: blanks, lines, signs, capitals."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def place_of(columns: Sequence[str], *names: str, whole: bool = False) -> int | None:
    """The place of the first column whose squeezed name has one of these in it (or is it, if ``whole``)."""
    for name in names:
        for place, column in enumerate(columns):
            if column == name if whole else name in column:
                return place
    return None


def needed(place: int | None, what: str) -> int:
    """The place, which must be there. Raises Refusal naming the column."""
    if place is None:
        raise unfit(f"It has no column {what}.")
    return place


def cell(row: Sequence[str], place: int | None) -> str:
    """What stands there, "" where the row ends before or the column is not there."""
    return row[place].strip() if place is not None and place < len(row) else ""


def code_in(text: str, line: int) -> str:
    """A five-character code. Raises Refusal for anything else."""
    if not CODE.fullmatch(text):
        raise unfit(f"{text[:20] or 'a blank'} is no five-character code.", line)
    return text


def day_of(text: str, line: int) -> date:
    """A date as YYYYMMDD (a spreadsheet may have put .0 behind it). Raises Refusal."""
    digits = text.removesuffix(".0")
    try:
        if len(digits) == 8 and digits.isascii() and digits.isdecimal():
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        pass
    raise unfit(f"{text[:20] or 'a blank'} is no date (YYYYMMDD).", line)


def day_of_year(text: str, line: int) -> date:
    """A date as YYYYDDD, the day of the year. Raises Refusal."""
    digits = text.removesuffix(".0")
    if len(digits) == 7 and digits.isascii() and digits.isdecimal():
        found = date(int(digits[:4]), 1, 1) + timedelta(days=int(digits[4:]) - 1) if int(digits[:4]) else None
        if found and int(digits[4:]) and found.year == int(digits[:4]):
            return found
    raise unfit(f"{text[:20] or 'a blank'} is no date (YYYYDDD).", line)


def number_of(text: str, line: int) -> Decimal:
    """A number that is not negative, as written. Raises Refusal."""
    try:
        found = Decimal(text)
        if found.is_finite() and 0 <= found < 1_000_000:
            return found
    except InvalidOperation:
        pass
    raise unfit(f"{text[:20] or 'a blank'} is no number.", line)
