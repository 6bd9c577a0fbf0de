"""Form fields in the office's terms: money to the cent, dates as typed."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from medoffice.kernel.money import Money
from medoffice.ui.dates import parse_date_as_typed


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
    """A date as typed; ``today`` is set by the form that uses shorthand such as ``+2w``."""

    today: date | None = None

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        found = parse_date_as_typed(str(value), self.today or date(1, 1, 1))
        if found is None:
            raise ValidationError("Write a date such as 11/24/2026.")
        return found
