"""Forms of outreach."""

from datetime import date
from typing import Any

from django import forms

from medoffice.front_office.outreach.types import Channel, Detail, Preference, Purpose, Settings
from medoffice.front_office.scheduling.types import VisitType
from medoffice.records.patients.types import LANGUAGES
from medoffice.ui.fields import TypedDateField

_DETAILS = [(one.value, one.says) for one in Detail]


class PreferenceForm(forms.Form):
    """How a patient wants to be reached."""

    channel = forms.ChoiceField(label="By", choices=[(one.value, one.says) for one in Channel])
    detail = forms.ChoiceField(
        label="May say", choices=_DETAILS, help_text="A confidential visit never says more than when."
    )
    texts = forms.BooleanField(label="Their telephone takes texts", required=False)
    phone = forms.CharField(
        label="A telephone for them alone", max_length=24, required=False, help_text="Instead of the one on file."
    )
    email = forms.CharField(label="An e-mail for them alone", max_length=254, required=False)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {**data, "channel": Channel(data["channel"]), "detail": Detail(data["detail"])}


def shown(preferred: Preference, *, texts: bool) -> dict[str, Any]:
    """A preference in the form's terms."""
    return {
        "channel": preferred.channel.value,
        "detail": preferred.detail.value,
        "phone": preferred.phone,
        "email": preferred.email,
        "texts": texts,
    }


class TextForm(forms.Form):
    """A text of the office."""

    purpose = forms.ChoiceField(
        label="For", choices=[(one.value, one.value.replace("_", " ").capitalize()) for one in Purpose]
    )
    language = forms.ChoiceField(label="In", choices=list(LANGUAGES.items()))
    detail = forms.ChoiceField(label="Which may say", choices=_DETAILS)
    subject = forms.CharField(label="Subject", max_length=200)
    body = forms.CharField(label="Words", max_length=600, widget=forms.Textarea(attrs={"rows": 6}))

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {**data, "purpose": Purpose(data["purpose"]), "detail": Detail(data["detail"])}


class ReminderForm(forms.Form):
    """A rule by which patients are reminded."""

    name = forms.CharField(label="Name", max_length=60)
    days_before = forms.IntegerField(label="Days before", min_value=1, max_value=30)
    kinds = forms.MultipleChoiceField(
        label="Of", widget=forms.CheckboxSelectMultiple, required=False, help_text="None marked: of every kind."
    )
    confirmed_too = forms.BooleanField(label="Also who confirmed already", required=False)
    valid_from = TypedDateField(label="From")

    def offer(self, kinds: list[VisitType], today: date) -> None:
        """Set the kinds that can be chosen, and what day it is."""
        field = self.fields["kinds"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(kind.key, kind.name) for kind in kinds]
        starts = self.fields["valid_from"]
        if isinstance(starts, TypedDateField):
            starts.today = today

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "kinds": tuple(self.cleaned_data["kinds"])}


class SettingsForm(forms.Form):
    """What the office decided about outreach."""

    gateway_on = forms.BooleanField(
        label="Texts and e-mails go out",
        required=False,
        help_text="Through the gateway's folders; until then somebody calls, or a letter goes.",
    )
    quiet_from = forms.TimeField(label="Nothing is sent from", widget=forms.TimeInput(format="%H:%M"))
    quiet_to = forms.TimeField(
        label="until", widget=forms.TimeInput(format="%H:%M"), help_text="By the clock of the site. 24 hours: 20:00."
    )


def decided(settings: Settings) -> dict[str, Any]:
    """The settings in the form's terms."""
    return {
        "gateway_on": settings.gateway_on,
        "quiet_from": settings.quiet_from,
        "quiet_to": settings.quiet_to,
    }
