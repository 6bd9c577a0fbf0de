"""Forms of the schedule."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from medoffice.front_office.scheduling.rules.recurrence import MOST, OddRuleError, Recurrence, dates_of
from medoffice.front_office.scheduling.rules.week_text import SHORT, OddWeekError, read_week
from medoffice.front_office.scheduling.types import Scope, Unit, VisitType
from medoffice.practice.types import Site, StaffMember
from medoffice.records.encounters.types import EncounterClass
from medoffice.security.types import OF_VISIT
from medoffice.ui.fields import TypedDateField


class InstantField(forms.CharField):
    """An instant in ISO form with its zone, as the free times carry it."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError as error:
            raise ValidationError("Choose one of the free times.") from error
        if found.tzinfo is None or not 1900 < found.year < 2200:  # further off, no zone can be reckoned with
            raise ValidationError("Choose one of the free times.")
        return found


class SlotForm(forms.Form):
    """A chosen free time."""

    provider = forms.UUIDField()
    site = forms.UUIDField()
    starts = InstantField()


class BookForm(SlotForm):
    """A chosen free time for a new appointment.

    ``overbook`` is why it is booked beyond capacity, ``despite`` why although it is held for somebody.
    """

    overbook = forms.CharField(max_length=200, required=False)
    despite = forms.CharField(max_length=200, required=False)

    visit_type = forms.SlugField()
    reason = forms.CharField(max_length=200, required=False)
    call = forms.UUIDField(required=False)
    case = forms.UUIDField(required=False)


class KindForm(forms.Form):
    """A kind of visit."""

    name = forms.CharField(label="Name", max_length=60)
    minutes = forms.IntegerField(label="Minutes", min_value=5, max_value=240)
    encounter_class = forms.ChoiceField(
        label="Leads to", choices=[(kind.value, f"{kind.value} visit") for kind in EncounterClass]
    )
    takes_copay = forms.BooleanField(label="A copay is taken", required=False)
    fasting = forms.BooleanField(label="The patient comes fasting", required=False)
    needs = forms.MultipleChoiceField(
        label="Is booked with", widget=forms.CheckboxSelectMultiple, required=False, help_text="One of each group."
    )

    def offer(self, groups: list[str]) -> None:
        """Set the groups that can be chosen."""
        _choices(self, "needs", [(group, group) for group in groups])

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "needs": tuple(self.cleaned_data["needs"])}


class ConfidentialForm(forms.Form):
    """Which confidentiality a visit has, and who said so."""

    label = forms.ChoiceField(label="It is", choices=[(label.value, label.says) for label in sorted(OF_VISIT)])
    why = forms.CharField(label="Who asked, or why", max_length=200)


class WeekForm(forms.Form):
    """A usual week at a site, as it is written."""

    site = forms.ChoiceField(label="At")
    week = forms.CharField(
        label="The week",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "mono"}),
        help_text="A line for days that are alike: Mon-Fri 8:00-12:00, 13:00-17:00",
    )
    valid_from = TypedDateField(label="Holds from", help_text="A date, or t for today")
    valid_to = TypedDateField(label="To", required=False, help_text="Empty: until further notice")

    def offer(self, places: list[Site], today: date) -> None:
        """Set the sites that can be chosen, and the day that ``t`` means."""
        _choices(self, "site", [(str(place.id), place.name) for place in places])
        _day_is(self, today, "valid_from", "valid_to")

    def clean_week(self) -> Any:  # noqa: ANN401 - the blocks
        """The blocks that are written."""
        try:
            return read_week(self.cleaned_data["week"])
        except OddWeekError as odd:
            raise ValidationError(str(odd)) from odd

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        ends = data["valid_to"] or None
        return {
            "site_id": UUID(data["site"]), "blocks": data["week"], "valid_from": data["valid_from"], "valid_to": ends,
        }  # fmt: skip


class AwayForm(forms.Form):
    """Days on which a unit is away."""

    first = TypedDateField(label="From", help_text="A date, or +2w")
    last = TypedDateField(label="To, with this day")
    reason = forms.CharField(label="Why", max_length=80)

    def day_is(self, today: date) -> None:
        """Set the day that ``t`` means."""
        _day_is(self, today, "first", "last")

    def filled(self, zone: ZoneInfo) -> dict[str, Any]:
        """The instants and the reason."""
        data = self.cleaned_data
        return {
            "starts": datetime.combine(data["first"], time.min, zone),
            "ends": datetime.combine(data["last"] + timedelta(days=1), time.min, zone),
            "reason": data["reason"],
        }


class DeviceForm(forms.Form):
    """A device that is booked with visits."""

    site = forms.ChoiceField(label="At")
    name = forms.CharField(label="Name", max_length=60)
    group = forms.CharField(label="Group", max_length=40, help_text="By which visits ask for it: ecg")

    def offer(self, places: list[Site]) -> None:
        """Set the sites that can be chosen."""
        _choices(self, "site", [(str(place.id), place.name) for place in places])

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {"site_id": UUID(data["site"]), "name": data["name"], "group": data["group"]}


class GroupForm(forms.Form):
    """A room or a person that is booked with visits."""

    what = forms.ChoiceField(label="Room or person")
    group = forms.CharField(label="Group", max_length=40, help_text="By which visits ask for it: exam")

    def offer(self, rooms: list[tuple[str, str]], people: list[tuple[str, str]]) -> None:
        """Set what can be chosen."""
        _choices(self, "what", [*rooms, *people])

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        place, _, chosen = self.cleaned_data["what"].partition(" ")
        return {"site_id": UUID(place), "unit_id": UUID(chosen), "group": self.cleaned_data["group"]}


class RuleForm(forms.Form):
    """A rule about a unit, a kind and blocks of a label."""

    unit = forms.ChoiceField(label="With", required=False)
    kind = forms.ChoiceField(label="Kind of visit", required=False)
    label = forms.CharField(label="In blocks called", max_length=40, required=False)
    at_once = forms.IntegerField(label="At once", required=False, help_text="How many visits run at the same time")
    over = forms.IntegerField(label="Beyond", required=False, help_text="How many more, with a reason")
    per_day = forms.IntegerField(label="A day", required=False)
    minutes = forms.IntegerField(label="Minutes", required=False, help_text="A length of its own with one provider")

    def offer(self, people: list[Unit], kinds: list[VisitType]) -> None:
        """Set what can be chosen."""
        _choices(self, "unit", [("", "anybody"), *((str(one.id), one.name) for one in people)])
        _choices(self, "kind", [("", "any"), *((one.key, one.name) for one in kinds)])

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = dict(self.cleaned_data)
        chosen = data.pop("unit")
        return {**data, "unit_id": UUID(chosen) if chosen else None}


TIMES = ["%H:%M", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p", "%H"]
NTH = (("", "-"), ("1", "first"), ("2", "second"), ("3", "third"), ("4", "fourth"), ("5", "fifth"), ("-1", "last"))


class SeriesForm(forms.Form):
    """How a visit recurs."""

    visit_type = forms.ChoiceField(label="Kind of visit")
    provider = forms.ChoiceField(label="With")
    site = forms.ChoiceField(label="At")
    reason = forms.CharField(label="Reason", max_length=200)
    first = TypedDateField(label="From", help_text="A date, or +1w")
    at = forms.TimeField(label="At what time", input_formats=TIMES, help_text="9:00 or 2 pm")
    every = forms.IntegerField(label="Every", min_value=1, max_value=52)
    unit = forms.ChoiceField(label="Day, week or month", choices=[("day", "day"), ("week", "week"), ("month", "month")])
    weekdays = forms.TypedMultipleChoiceField(
        label="On", choices=list(enumerate(SHORT)), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    nth = forms.ChoiceField(label="Which of the month", choices=NTH, required=False)
    count = forms.IntegerField(label="How many", min_value=1, max_value=MOST, required=False)
    until = TypedDateField(label="Or until", required=False)

    def offer(self, kinds: list[VisitType], people: list[StaffMember], places: list[Site], today: date) -> None:
        """Set what can be chosen, and the day that ``t`` means."""
        _choices(self, "visit_type", [(kind.key, f"{kind.name}, {kind.minutes} min") for kind in kinds])
        _choices(self, "provider", [(str(one.id), one.name) for one in people])
        _choices(self, "site", [(str(one.id), one.name) for one in places])
        _day_is(self, today, "first", "until")

    def clean(self) -> dict[str, Any]:
        """The rule must say dates."""
        data = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                dates_of(self.rule(), data["first"])
            except OddRuleError as odd:
                raise ValidationError(str(odd)) from odd
        return data

    def rule(self) -> Recurrence:
        """How it recurs."""
        data = self.cleaned_data
        return Recurrence(
            data["unit"],
            data["every"],
            tuple(sorted(data["weekdays"])),
            None,
            int(data["nth"]) if data["nth"] else None,
            None if data["until"] else data["count"],
            data["until"] or None,
        )


class LengthForm(forms.Form):
    """A length that was learned."""

    provider = forms.UUIDField()
    kind = forms.SlugField()
    minutes = forms.IntegerField(min_value=5, max_value=240)

    def filled(self) -> dict[str, Any]:
        """What was chosen, as the action takes it."""
        data = self.cleaned_data
        return {"provider_id": data["provider"], "kind": data["kind"], "minutes": data["minutes"]}


class SeriesChangeForm(forms.Form):
    """Which visits of a series, and to which time."""

    scope = forms.ChoiceField(choices=[(scope.value, scope.value) for scope in Scope])
    at = forms.TimeField(input_formats=TIMES)
    days = forms.IntegerField(min_value=-60, max_value=60, required=False)


def instants(texts: Iterable[str]) -> tuple[datetime, ...]:
    """The instants that a form sent, without what was left out; none that is no instant."""
    field = InstantField()
    try:
        return tuple(field.to_python(text) for text in texts if text)
    except ValidationError:
        return ()


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _day_is(form: forms.Form, today: date, *names: str) -> None:
    for name in names:
        field = form.fields[name]
        if isinstance(field, TypedDateField):
            field.today = today
