"""Forms of outreach."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from medoffice.front_office.outreach.types.messages import Channel, Detail, Preference, Purpose, Settings
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.front_office.outreach.types.visits import Choice, For, Person, SelfBooking
from medoffice.front_office.outreach.types.waitlist import Urgency
from medoffice.front_office.scheduling.types import VisitType
from medoffice.kernel.money import ZERO
from medoffice.practice.types import Payer, StaffMember
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.ui.dates import parse_date_as_typed
from medoffice.ui.fields import MoneyField, TypedDateField, TypedWhenField

_DETAILS = [(one.value, one.says) for one in Detail]
OLDEST_DAYS = 125 * 366
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _urgency(typed: str) -> Urgency:
    return Urgency(int(typed))


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _day_is(form: forms.Form, name: str, today: date) -> None:
    field = form.fields[name]
    if isinstance(field, TypedDateField):
        field.today = today


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
        _choices(self, "kinds", [(kind.key, kind.name) for kind in kinds])
        _day_is(self, "valid_from", today)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "kinds": tuple(self.cleaned_data["kinds"])}


class WaitForm(forms.Form):
    """What somebody on the waitlist waits for."""

    kind = forms.ChoiceField(label="Kind of visit", widget=forms.Select(attrs={"autofocus": True}))
    urgency = forms.TypedChoiceField(
        label="How pressing", choices=[(one.value, one.says) for one in Urgency], coerce=_urgency
    )
    why = forms.CharField(label="Why", max_length=120, required=False, help_text="Needed if it is pressing.")
    provider_ids = forms.MultipleChoiceField(label="With", widget=forms.CheckboxSelectMultiple, required=False)
    weekdays = forms.MultipleChoiceField(
        label="On", choices=list(enumerate(_WEEK)), widget=forms.CheckboxSelectMultiple, required=False
    )
    not_before = forms.TimeField(label="Not before", required=False)
    not_after = forms.TimeField(label="Not after", required=False, help_text="Such as 9:00 and 14:30.")
    notice_hours = forms.IntegerField(label="Hours of notice", min_value=0, max_value=336, initial=2)
    from_day = TypedDateField(label="From", required=False)
    to_day = TypedDateField(label="To", required=False)
    instead_of = forms.TypedChoiceField(label="Instead of", required=False, coerce=UUID, empty_value=None)
    groups = (("When", ("provider_ids", "weekdays", "not_before", "not_after", "notice_hours", "from_day", "to_day")),)

    def offer(
        self, kinds: list[VisitType], people: list[StaffMember], visits: list[tuple[UUID, str]], today: date
    ) -> None:
        """Set what can be chosen, and what day it is."""
        _choices(self, "kind", [(kind.key, kind.name) for kind in kinds])
        _choices(self, "provider_ids", [(str(one.id), one.name) for one in people])
        _choices(self, "instead_of", [("", "no other visit"), *((str(one), says) for one, says in visits)])
        for name in ("from_day", "to_day"):
            _day_is(self, name, today)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {
            **data,
            "provider_ids": tuple(UUID(one) for one in data["provider_ids"]),
            "weekdays": tuple(int(day) for day in data["weekdays"]),
        }


class PolicyForm(forms.Form):
    """What the office does about missed visits."""

    valid_from = TypedDateField(label="From")
    no_show_fee = MoneyField(label="For a missed visit", required=False, help_text="Nothing: no fee.")
    late_fee = MoneyField(label="For a late cancellation", required=False)
    free_times = forms.IntegerField(label="Free in a year", min_value=0, max_value=20)
    tells = forms.BooleanField(label="The patient gets word of a missed visit", required=False)
    spared = forms.MultipleChoiceField(
        label="No fee from members of", widget=forms.CheckboxSelectMultiple, required=False
    )

    def of(self, today: date, payers: Iterable[Payer]) -> None:
        """Set what day it is, and which payers there are."""
        _choices(self, "spared", [(str(one.id), one.name) for one in payers])
        _day_is(self, "valid_from", today)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {
            **data,
            "no_show_fee": data["no_show_fee"] or ZERO,
            "late_fee": data["late_fee"] or ZERO,
            "spared": tuple(UUID(one) for one in data["spared"]),
        }


class RecallRuleForm(forms.Form):
    """Who is to be seen again, and when."""

    name = forms.CharField(label="Name", max_length=60)
    basis = forms.TypedChoiceField(
        label="After",
        choices=[(one.value, f"a {one.value}" if one is not Basis.AGE else "an age") for one in Basis],
        coerce=Basis,
    )
    codes = forms.CharField(
        label="Which",
        max_length=200,
        required=False,
        help_text="Kinds of visits, beginnings of ICD-10 codes (E11), or services by key or code.",
    )
    from_age = forms.IntegerField(label="Age from", required=False, min_value=0, max_value=125)
    to_age = forms.IntegerField(label="Age to", required=False, min_value=0, max_value=125)
    months = forms.IntegerField(label="Months", min_value=1, max_value=120)
    kind = forms.ChoiceField(label="For")
    source = forms.CharField(label="Source", max_length=120, help_text="Where the interval comes from.")
    valid_from = TypedDateField(label="From")

    def offer(self, kinds: list[VisitType], today: date) -> None:
        """Set the kinds that can be chosen, and what day it is."""
        _choices(self, "kind", [(kind.key, kind.name) for kind in kinds])
        _day_is(self, "valid_from", today)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "codes": tuple(self.cleaned_data["codes"].split())}


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
    hold_minutes = forms.IntegerField(
        label="An offered time is held for", min_value=5, max_value=1440, help_text="Minutes; then the next is asked."
    )


def decided(settings: Settings) -> dict[str, Any]:
    """The settings in the form's terms."""
    return {
        "gateway_on": settings.gateway_on,
        "quiet_from": settings.quiet_from,
        "quiet_to": settings.quiet_to,
        "hold_minutes": settings.hold_minutes,
    }


class AskForm(forms.Form):
    """What somebody asks for on the public page, in the words of their language."""

    says: Mapping[str, str] = {
        "choose": "Choose one of the times.",
        "odd_date": "No such date.",
        "odd_phone": "Ten figures.",
    }
    today: date | None = None
    time = forms.CharField(max_length=200)
    family = forms.CharField(max_length=80)
    given = forms.CharField(max_length=80, required=False)
    birth_date = forms.CharField(max_length=20)
    phone = forms.CharField(max_length=24)
    email = forms.EmailField(required=False)
    known = forms.BooleanField(required=False)

    def speak(self, says: Mapping[str, str], today: date) -> None:
        """Set labels and errors, and the day it is."""
        self.says, self.today = says, today
        for name, field in self.fields.items():
            field.label = says.get(name, says["when"])
            field.error_messages["required"] = says["needed"]
        self.fields["given"].widget.attrs["autocomplete"] = "given-name"
        self.fields["family"].widget.attrs["autocomplete"] = "family-name"
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_time(self) -> Choice:
        """Provider, site and start, as the page offered them."""
        found = choices_in({f"to-{UUID(int=0)}": self.cleaned_data["time"]})
        if not found:
            raise ValidationError(self.says["choose"])
        return found[0]

    def clean_birth_date(self) -> date:
        """Month, day, year; nobody is born tomorrow, nor at all before ``speak`` said what day it is."""
        typed = self.cleaned_data["birth_date"]
        found = parse_date_as_typed(typed, self.today, past=True) if self.today else None
        if not self.today or not found or not 0 <= (self.today - found).days <= OLDEST_DAYS:
            raise ValidationError(self.says["odd_date"])
        return found

    def clean_phone(self) -> str:
        """Ten figures."""
        if sum(one.isascii() and one.isdigit() for one in self.cleaned_data["phone"]) < 10:
            raise ValidationError(self.says["odd_phone"])
        return str(self.cleaned_data["phone"])

    def filled(self, language: str) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        fields = {name: data[name] for name in ("family", "given", "birth_date", "phone", "email")}
        at: Choice = data["time"]
        return {
            "person": Person(**fields, language=language),
            "known": data["known"],
            "provider_id": at.provider_id,
            "site_id": at.site_id,
            "starts": at.starts,
        }


class SelfBookingForm(forms.Form):
    """What patients may book by themselves."""

    on = forms.BooleanField(label="Patients may ask for visits on the web", required=False)
    kinds = forms.MultipleChoiceField(label="Kinds", widget=forms.CheckboxSelectMultiple, required=False)
    provider_ids = forms.MultipleChoiceField(label="With", widget=forms.CheckboxSelectMultiple, required=False)
    who = forms.TypedChoiceField(label="Who", choices=[(one.value, one.says) for one in For], coerce=For)
    approval = forms.BooleanField(
        label="Staff look at each before it is booked",
        required=False,
        help_text="Who was here before is looked at in any case.",
    )
    lead_hours = forms.IntegerField(label="Hours ahead, at least", min_value=0, max_value=720)
    horizon_days = forms.IntegerField(label="Days ahead, at most", min_value=1, max_value=60)
    per_day = forms.IntegerField(label="A day with one provider, at most", min_value=0, max_value=50)

    def offer(self, kinds: list[VisitType], people: list[StaffMember]) -> None:
        """Set what can be chosen."""
        _choices(self, "kinds", [(kind.key, kind.name) for kind in kinds])
        _choices(self, "provider_ids", [(str(one.id), one.name) for one in people])

    def filled(self, version: int) -> SelfBooking:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        chosen = {"kinds": tuple(data["kinds"]), "provider_ids": tuple(UUID(one) for one in data["provider_ids"])}
        return SelfBooking(**{**data, **chosen, "version": version})


def rules_shown(rules: SelfBooking) -> dict[str, Any]:
    """The rules in the form's terms."""
    return {**asdict(rules), "provider_ids": [str(one) for one in rules.provider_ids], "who": rules.who.value}


class TimeForm(forms.Form):
    """A chosen free time."""

    provider = forms.UUIDField()
    site = forms.UUIDField()
    starts = forms.CharField(max_length=40)

    def clean_starts(self) -> datetime:
        """An instant in ISO form with its zone, as the free times carry it."""
        try:
            found = datetime.fromisoformat(self.cleaned_data["starts"])
        except ValueError as error:
            raise ValidationError("Choose one of the free times.") from error
        if found.tzinfo is None or not 1900 < found.year < 2200:
            raise ValidationError("Choose one of the free times.")
        return found

    def filled(self) -> dict[str, Any]:
        """What was chosen, as actions take it."""
        data = self.cleaned_data
        return {"provider_id": data["provider"], "site_id": data["site"], "starts": data["starts"]}


class AbsenceForm(forms.Form):
    """Who is absent, from when to when, why."""

    provider_id = forms.TypedChoiceField(label="Who", coerce=UUID)
    starts = TypedWhenField(label="From", help_text="8am, tomorrow 8am, 11/30/2026")
    ends = TypedWhenField(label="Until", help_text="5pm, tomorrow 5pm")
    why = forms.CharField(label="Why", max_length=80, help_text="Staff read it; patients do not.")

    def offer(self, people: list[StaffMember]) -> None:
        """Set who can be chosen."""
        _choices(self, "provider_id", [(str(one.id), one.name) for one in people])

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return dict(self.cleaned_data)


def choices_in(typed: Mapping[str, str]) -> tuple[Choice, ...]:
    """Where each chosen visit is to go: ``to-<visit>`` holds provider, site and start; what is none is left out."""
    found = []
    for name, value in typed.items():
        if not name.startswith("to-") or not value:
            continue
        try:
            provider, site, starts = value.split(" ")
            at = datetime.fromisoformat(starts)
            chosen = Choice(UUID(name.removeprefix("to-")), UUID(provider), UUID(site), at)
        except ValueError:
            continue
        if at.tzinfo is not None and 1900 < at.year < 2200:
            found.append(chosen)
    return tuple(found)


def ids_in(typed: Iterable[str]) -> tuple[UUID, ...]:
    """The ids among what was chosen, each once, in their order."""
    found = []
    for one in typed:
        try:
            found.append(UUID(one))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))
