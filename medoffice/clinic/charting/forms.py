"""Forms of the chart."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from medoffice.clinic.charting.rules.growth import LEAST_WEEKS, MOST_WEEKS, STANDS
from medoffice.clinic.charting.rules.units import (
    height_as_typed,
    length_as_typed,
    temperature_as_typed,
    weight_as_typed,
)
from medoffice.clinic.charting.types import Vitals

HEAD_UNTIL = 36  # months


class MeasuredField(forms.Field):
    """A measure as typed, with or without its unit; cleans to the record's unit."""

    def __init__(self, label: str, reads: Callable[[str], Decimal | None], such_as: str) -> None:
        """``reads`` understands what is typed; ``such_as`` are examples for who typed something else."""
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs={"maxlength": 12}))
        self.reads, self.such_as = reads, such_as

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if value in self.empty_values:
            return None
        found = self.reads(str(value)[:20])
        if found is None:
            raise ValidationError(f"Write {self.such_as}.")
        return found


class VitalsForm(forms.Form):
    """Vital signs; a blank is not taken."""

    systolic = forms.IntegerField(label="Upper", required=False)
    diastolic = forms.IntegerField(label="Lower", required=False)
    pulse = forms.IntegerField(label="Pulse", required=False)
    respirations = forms.IntegerField(label="Resp", required=False)
    temperature = MeasuredField("Temp °C/°F", temperature_as_typed, "37.2 or 98.6 F")
    oxygen = forms.IntegerField(label="SpO2 %", required=False)
    weight = MeasuredField("Weight kg, or 154 lb", weight_as_typed, "70, 154 lb or 7 lb 4 oz")
    height = MeasuredField("Height cm, or 5'7\"", height_as_typed, "170, 67 in or 5'7\"")
    pain = forms.IntegerField(label="Pain 0-10", required=False)
    length = MeasuredField("Length cm, lying", length_as_typed, "65.5 or 25.8 in")
    head = MeasuredField("Head cm", length_as_typed, "43.2 or 17 in")

    def first_by_key(self) -> None:
        """Reach the first field by ``v``; not while the form is folded away, where ``v`` opens it."""
        self.fields["systolic"].widget.attrs |= {"data-key": "v", "data-says": "vital signs"}

    def fit(self, months: int) -> None:
        """Ask what is measured at this age: who lies has a length, a head is measured until 36 months."""
        lies, small = months < STANDS, months < HEAD_UNTIL
        for name, asked in (("height", not lies), ("length", lies), ("head", small)):
            if not asked and not self.data.get(name):
                del self.fields[name]

    def vitals(self) -> Vitals:
        """As typed."""
        return Vitals(**self.cleaned_data)


class GestationForm(forms.Form):
    """How long a child was carried before birth."""

    weeks = forms.IntegerField(label="Weeks", min_value=LEAST_WEEKS, max_value=MOST_WEEKS)
    days = forms.IntegerField(label="and days", min_value=0, max_value=6, initial=0)
