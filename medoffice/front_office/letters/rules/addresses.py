"""Addresses as a letter has them: in lines for the envelope, in one line inside a text."""

from collections.abc import Iterable, Sequence

from medoffice.practice.types import Address

MOST_LINES = 5  # what a window of a #10 envelope shows


def lines_of(name: str, address: Address) -> list[str]:
    """The lines of an address, the name first; nothing but the name where there is no address."""
    if not address.line1:
        return [name]
    city = f"{address.city}, {address.state} {zip_of(address.zip)}".strip(" ,")
    return [line for line in (name, address.line1, address.line2, city) if line]


def one_line(address: Address) -> str:
    """``12 Mill Street, Riverbend, IL 62799``; empty where there is none."""
    return ", ".join(lines_of("", address)) if address.line1 else ""


def lines_in(address: str) -> tuple[str, ...]:
    """The lines of an address kept in one line: the town and its state are one."""
    *lines, town, state = ("", "", *address.split(", "))
    return tuple(filter(None, (*lines, ", ".join(filter(None, (town, state))))))


def zip_of(digits: str) -> str:
    """``62799-0003`` from nine digits."""
    return f"{digits[:5]}-{digits[5:]}" if len(digits) == 9 and digits.isdigit() else digits


def wrong_with(lines: Sequence[str]) -> str:
    """Why nothing can be posted to these lines; empty if it can."""
    if len([line for line in lines if line.strip()]) < 2:
        return "There is no postal address."
    if len(lines) > MOST_LINES:
        return f"An address has at most {MOST_LINES} lines."
    return ""


def names_in(name: str, lines: Iterable[str]) -> tuple[str, ...]:
    """Everybody an envelope names: the person, and an office on a line of its own, which has no number."""
    return (name, *(line for line in lines if line and not any(letter.isdigit() for letter in line)))
