"""Forms about devices and what they wrote."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django import forms

from medoffice.clinic.devices.rules.correcting import now_of
from medoffice.clinic.devices.rules.wrote import readings_of
from medoffice.clinic.devices.types import Device, Measure, Reading, ReadOff, SaidOfDevice, Service
from medoffice.clinic.results.types import Result
from medoffice.ui.fields import TypedDateField, TypedWhenField

_MOST = Decimal(100_000)
Choices = Sequence[tuple[str, str]]


class DeviceForm(forms.Form):
    """A device of the office."""

    name = forms.CharField(label="Name", max_length=60, widget=forms.TextInput(attrs={"autofocus": True}))
    model = forms.CharField(label="Maker and model", max_length=60, required=False)
    serial = forms.CharField(label="Serial", max_length=60)
    measures = forms.MultipleChoiceField(label="It measures", widget=forms.CheckboxSelectMultiple)
    used = forms.BooleanField(label="It is in use", required=False, initial=True)

    def ask(self, services: Choices, now: Device | None = None) -> None:
        """What devices measure, and what stands there."""
        measures = self.fields["measures"]
        if isinstance(measures, forms.MultipleChoiceField):
            measures.choices = list(services)
        if now is not None:
            said = now.said
            self.fields["name"].widget.attrs.pop("autofocus")  # one comes to its page to note what was done with it
            self.initial = {
                "name": said.name, "model": said.model, "serial": said.serial, "measures": list(said.measures),
                "used": now.used,
            }  # fmt: skip

    def said(self) -> SaidOfDevice:
        """What was typed, as the action takes it."""
        told = self.cleaned_data
        return SaidOfDevice(told["name"], told["model"], told["serial"], tuple(told["measures"]))


class CalibrationForm(forms.Form):
    """That a device was calibrated."""

    on = TypedDateField(label="Calibrated on", required=False, help_text="Blank: today")
    words = forms.CharField(label="How, and what it gave", max_length=200, required=False)

    def ask(self, today: date) -> None:
        """From which day shorthand is reckoned."""
        on = self.fields["on"]
        if isinstance(on, TypedDateField):
            on.today = today


class AttachForm(forms.Form):
    """A file of a device for an order; what was read off its paper stands in further fields, one for each measure."""

    file = forms.FileField(
        label="File",
        max_length=400,
        widget=forms.ClearableFileInput(attrs={"data-key": "f", "data-says": "choose the file"}),
        help_text="PDF or picture of the report, or a file of the device in the office's layout.",
    )
    device = forms.ChoiceField(label="Device", required=False)
    taken = TypedWhenField(label="Taken, if not now", required=False, help_text="9:00, or 11/20 9:00")
    said = forms.CharField(
        label="What the device says of it",
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"wide": "yes"}),
    )

    def ask(self, of: Service, devices: Sequence[Device], morning: datetime) -> None:
        """The devices that may have written it, the time of today, and what the service usually measures."""
        device, taken = self.fields["device"], self.fields["taken"]
        if isinstance(device, forms.ChoiceField):
            found = [(str(one.id), f"{one.said.name}, {one.said.serial}") for one in devices]
            device.choices = found if len(found) == 1 else [("", "Choose the device"), *found]
        if isinstance(taken, TypedWhenField):
            taken.now = morning
        for one in of.measures:
            self.fields[one.key] = _number_field(one)

    def read(self, of: Service, now: datetime) -> ReadOff | None:
        """What was read off it; nothing if no device is said."""
        told = self.cleaned_data
        if not told["device"]:
            return None
        return ReadOff(UUID(told["device"]), told["taken"] or now, readings_of(of, told, told["said"]))


class CorrectForm(forms.Form):
    """What really stands of a file that was attached, value by value, and what was wrong; a blank one is withdrawn."""

    why = forms.CharField(label="What was wrong", max_length=200)

    def ask(self, of: Service, stands: Sequence[Result]) -> None:
        """The values that stand, and what the service measures besides."""
        self.of, self.stands = of, stands
        for place, one in enumerate(stands):
            self.fields[f"value-{place}"] = _value_field(one)
        known = {one.code for one in stands} | {one.words for one in stands}
        for more in of.measures:
            if not known & {more.key, more.name}:
                self.fields[more.key] = _number_field(more)

    def values(self) -> dict[str, str]:
        """Each value by its key, as it really is."""
        told = self.cleaned_data
        return {one.key: _as_written(one, told[f"value-{place}"]) for place, one in enumerate(self.stands)}

    def more(self) -> tuple[Reading, ...]:
        """What was not read off it before."""
        return readings_of(self.of, self.cleaned_data, "")


class WhyForm(forms.Form):
    """Why something does not stand."""

    why = forms.CharField(label="What was wrong", max_length=200)


def _number_field(one: Measure) -> forms.DecimalField:
    return forms.DecimalField(
        label=f"{one.name}, {one.unit}", max_value=_MOST, min_value=-_MOST, decimal_places=3, required=False
    )  # fmt: skip


def _value_field(one: Result) -> forms.Field:
    """A number where a number stands, else words; blank where it was withdrawn."""
    label = f"{one.words}, {one.unit}" if one.unit else one.words
    if one.number is not None:
        return forms.DecimalField(label=label, initial=now_of(one), max_digits=22, required=False)
    return forms.CharField(label=label, initial=now_of(one), max_length=500, required=False)


def _as_written(one: Result, typed: Decimal | str | None) -> str:
    """What was typed as text; a number that was not changed as it stands, whatever places it has."""
    if isinstance(typed, Decimal):
        return one.value if typed == one.number else f"{typed.normalize():f}"
    return (typed or "").strip()
