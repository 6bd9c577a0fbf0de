"""Form fields in the office's terms: money to the cent, dates as typed; and a refusal shown where it belongs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.ui.dates import parse_date_as_typed, parse_when_as_typed

_FIRST_YEAR, _LAST_YEAR = 1850, 2199  # of dates people type; further off, no day before or after can be reckoned


def show_refusal(form: forms.Form, refusal: Refusal) -> None:
    """Put a refusal's words into a form that is shown again: at their fields, or on top with what to do instead."""
    placed = {name: why for name, why in refusal.detail.get("fields", {}).items() if name in form.fields}
    for name, why in placed.items():
        form.add_error(name, why)
    if not placed:
        form.add_error(None, f"{refusal.words} {refusal.fix}".strip())


@contextmanager
def refusals_in(form: forms.Form) -> Iterator[None]:
    """What is refused in this block is shown in the form, and the view goes on after it to show the form again.

    What is not there stays NotFound, and a form that was sent before with other content cannot be mended in place.
    """
    try:
        yield
    except NotFound:
        raise
    except Refusal as refusal:
        if refusal.code == "key-reused":
            raise
        show_refusal(form, refusal)


class MoneyField(forms.CharField):
    """An amount in dollars and cents; cleans to Money."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if isinstance(value, Money) or value in self.empty_values:
            return value or None
        try:
            return Money.parse(str(value))
        except ValueError as error:
            raise ValidationError("Write an amount such as 25 or 12.50.") from error


class TypedDateField(forms.CharField):
    """A date as typed; the form sets ``today`` to allow shorthand such as ``+2w``.

    ``past=True`` is for birth dates: 03/14/65 is then 1965 (and needs ``today``).
    """

    today: date | None = None

    def __init__(self, *, past: bool = False, **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        """A field; with ``past`` a short year lies behind ``today``."""
        super().__init__(**rest)
        self.past = past

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        found = parse_date_as_typed(str(value), self.today, past=self.past)
        if found is None:
            raise ValidationError("Write a date such as 11/24/2026.")
        if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            raise ValidationError("This date is too far away.")
        return found


class TypedWhenField(forms.CharField):
    """When something is due, as typed: ``+2w``, ``3pm``, ``tomorrow 10am``, at the site of the person at the screen.

    The form may set ``now``; else it is the world's.
    """

    now: datetime | None = None

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if isinstance(value, datetime) or value in self.empty_values:
            return value or None
        found = parse_when_as_typed(str(value), self.now or clock.now().astimezone(get_current_timezone()))
        if found is None:
            raise ValidationError("Write when, such as 3pm, +2h, tomorrow 10am, +2w or 11/24/2026.")
        if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            raise ValidationError("This date is too far away.")
        return found
