"""Forms about referrals."""

from typing import Any
from uuid import UUID

from django import forms

from medoffice.front_office.referrals.types import Asked, Pace, Performer, Priority, Reached, State
from medoffice.practice.types import Address, StaffMember
from medoffice.ui.fields import TypedDateField, TypedWhenField

_WIDE = {"rows": 3, "wide": "yes"}


class ReferralForm(forms.Form):
    """What is asked of whom, how soon."""

    performer = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Choose somebody."})
    diagnosis = forms.CharField(label="Diagnosis", max_length=300, widget=forms.TextInput(attrs={"wide": "yes"}))
    question = forms.CharField(label="Question", max_length=2000, widget=forms.Textarea(attrs=_WIDE))
    priority = forms.ChoiceField(
        label="How soon", choices=[(one.value, one.says) for one in Priority], initial=Priority.ROUTINE
    )
    requester = forms.ChoiceField(label="Provider")
    authorization = forms.CharField(label="Payer's number", max_length=40, required=False)
    note = forms.CharField(
        label="More for the letter", max_length=2000, required=False, widget=forms.Textarea(attrs=_WIDE)
    )

    def offer(self, people: list[StaffMember], *, needed: bool, choose: bool = False) -> None:
        """Set who can refer, or be asked; ``needed``: somebody has to, ``choose``: and nobody is proposed."""
        field = self.fields["requester"]
        field.required = needed
        blank = [("", "Choose the provider")] if choose else [] if needed else [("", "Anybody")]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*blank, *((str(one.id), one.name) for one in people)]
        if not needed:
            del self.fields["note"]

    def asked(self) -> Asked:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        return Asked(
            said["diagnosis"], said["question"], Priority(said["priority"]), said["authorization"], said.get("note", "")
        )

    def requester_id(self) -> UUID | None:
        """Who refers, or is asked."""
        chosen = self.cleaned_data["requester"]
        return UUID(chosen) if chosen else None


class MoveForm(forms.Form):
    """What became of a referral."""

    to = forms.ChoiceField(choices=[(one.value, one.value) for one in State], required=False, widget=forms.HiddenInput)
    back = forms.ChoiceField(
        choices=[(one.value, one.value) for one in State], required=False, widget=forms.HiddenInput
    )
    words = forms.CharField(label="What they said, or why", max_length=300, required=False)
    visit_on = TypedDateField(label="Day of the visit", required=False)

    def clean(self) -> dict[str, Any]:
        """One step: on, or back."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not said.get("to") and not said.get("back"):
            self.add_error(None, "Choose the next step.")
        return said


class ChaseForm(forms.Form):
    """Somebody asked where it stands."""

    words = forms.CharField(label="What they said", max_length=300)
    how = forms.ChoiceField(label="How", choices=[(one.value, one.value) for one in Reached])
    until = TypedWhenField(label="Ask again", initial="+1w")


class PacketForm(forms.Form):
    """What of the chart goes, and how."""

    part = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    way = forms.ChoiceField(required=False)

    def offer(self, keys: list[str], ways: list[str]) -> None:
        """Set what can be chosen."""
        for name, values in (("part", keys), ("way", ways)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [(one, one) for one in values]


class PerformerForm(forms.Form):
    """Somebody outside."""

    name = forms.CharField(label="Name", max_length=120)
    specialty = forms.CharField(label="Specialty", max_length=80)
    practice = forms.CharField(label="Practice", max_length=120, required=False)
    npi = forms.CharField(label="NPI", max_length=10, required=False)
    phone = forms.CharField(label="Telephone", max_length=24, required=False)
    fax = forms.CharField(label="Fax", max_length=24, required=False)
    line1 = forms.CharField(label="Street", max_length=120, required=False)
    line2 = forms.CharField(label="Second line", max_length=120, required=False)
    city = forms.CharField(label="Town", max_length=60, required=False)
    state = forms.CharField(label="State", max_length=2, required=False)
    zip = forms.CharField(label="ZIP", max_length=10, required=False)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        said = dict(self.cleaned_data)
        where = {name: said.pop(name) for name in ("line1", "line2", "city", "state", "zip")}
        return {**said, "address": Address(**where)}


class KnownPerformerForm(PerformerForm):
    """Somebody of the directory."""

    used = forms.BooleanField(label="offered to whoever refers", required=False)


def performer_shown(one: Performer) -> dict[str, Any]:
    """Somebody of the directory in the terms of the form."""
    plain = {name: getattr(one, name) for name in ("name", "specialty", "practice", "npi", "phone", "fax", "used")}
    where = {name: getattr(one.address, name) for name in ("line1", "line2", "city", "state", "zip")}
    return plain | where


class PaceForm(forms.Form):
    """In how many days each step is due, from a day on."""

    priority = forms.ChoiceField(label="How soon", choices=[(one.value, one.says) for one in Priority])
    since = TypedDateField(label="From")
    send = forms.IntegerField(label="Sent", min_value=0, max_value=365)
    acknowledge = forms.IntegerField(label="Acknowledged", min_value=0, max_value=365)
    schedule = forms.IntegerField(label="Booked", min_value=0, max_value=365)
    report = forms.IntegerField(label="Report, after the visit", min_value=0, max_value=365)
    review = forms.IntegerField(label="Report read", min_value=0, max_value=365)

    def filled(self) -> Pace:
        """What was typed, as the action takes it."""
        return Pace(**{**self.cleaned_data, "priority": Priority(self.cleaned_data["priority"])})
