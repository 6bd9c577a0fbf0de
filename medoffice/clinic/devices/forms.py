"""Forms about devices and what they wrote."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django import forms

from medoffice.clinic.devices.rules.wrote import readings_of
from medoffice.clinic.devices.types import Device, ReadOff, SaidOfDevice, Service
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
            device.choices = [(str(one.id), f"{one.said.name}, {one.said.serial}") for one in devices]
        if isinstance(taken, TypedWhenField):
            taken.now = morning
        for one in of.measures:
            self.fields[one.key] = forms.DecimalField(
                label=f"{one.name}, {one.unit}", max_value=_MOST, min_value=-_MOST, decimal_places=3, required=False
            )

    def read(self, of: Service, now: datetime) -> ReadOff | None:
        """What was read off it; nothing if no device is said."""
        told = self.cleaned_data
        if not told["device"]:
            return None
        return ReadOff(UUID(told["device"]), told["taken"] or now, readings_of(of, told, told["said"]))
