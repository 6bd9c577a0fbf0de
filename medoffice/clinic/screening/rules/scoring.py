"""What answers come to, and a book of instruments out of its file."""

from collections.abc import Mapping, Sequence
from typing import Any

from medoffice.clinic.screening.types import Band, Book, Instrument, Scored, Sheet, Urgent

LONGEST = 40  # questions of one instrument


def scored(one: Instrument, answers: Sequence[int]) -> Scored:
    """The sum of the answers, what it is called, and what cannot wait. Raises ValueError if one is missing or odd."""
    if len(answers) != len(one.questions) or not all(0 <= answer < len(one.answers) for answer in answers):
        raise ValueError("every question has one of the answers")
    total = sum(answers)
    band = next(band for band in reversed(one.bands) if total >= band.least)
    urgent = tuple(each.words for each in one.urgent if answers[each.place - 1] >= each.least)
    return Scored(total, most_of(one), band, urgent)


def most_of(one: Instrument) -> int:
    """The highest score there is."""
    return len(one.questions) * (len(one.answers) - 1)


def edition_of(book: Book) -> str:
    """What a book is called beside what was answered."""
    return f"{book.version}, {book.source}"[:80]


def book_from(told: Mapping[str, Any]) -> Book:
    """A book, as its file says it; each instrument is a sheet of its own behind those that are named.

    Raises ValueError, in words, for what is none: an instrument twice, without questions, whose bands do not begin at 0
    or do not rise, or a sheet of what is not there.
    """
    try:
        found = [_instrument(one) for one in told["instrument"]]
        named = [Sheet(one["key"], one["name"], tuple(one["instruments"])) for one in told.get("sheet", [])]
        book = Book(
            told["version"],
            told["since"],
            told["source"],
            {one.key: one for one in found},
            (*named, *(Sheet(one.key, one.name, (one.key,)) for one in found)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{error} is missing or odd") from error
    if len(book.instruments) != len(found) or len({one.key for one in book.sheets}) != len(book.sheets):
        raise ValueError("a key stands twice")
    for sheet in named:
        if not sheet.instruments or not set(sheet.instruments) <= set(book.instruments):
            raise ValueError(f"the sheet {sheet.name} names what is not there")
    return book


def _instrument(told: Mapping[str, Any]) -> Instrument:
    one = Instrument(
        told["key"],
        told["name"],
        told["asks"],
        tuple(told["questions"]),
        tuple(told["answers"]),
        tuple(Band(band["least"], band["words"], band["tone"]) for band in told["bands"]),
        tuple(Urgent(each["place"], each["least"], each["words"]) for each in told.get("urgent", [])),
        told["licence"],
    )
    least = [band.least for band in one.bands]
    if not 1 <= len(one.questions) <= LONGEST or not 2 <= len(one.answers) <= 10:
        raise ValueError(f"{one.name} has 1 to {LONGEST} questions, and 2 to 10 answers")
    if not least or least[0] != 0 or sorted(set(least)) != least or least[-1] > most_of(one):
        raise ValueError(f"the bands of {one.name} begin at 0 and rise")
    if any(not 1 <= each.place <= len(one.questions) for each in one.urgent):
        raise ValueError(f"{one.name} is urgent at a question it has not")
    return one
