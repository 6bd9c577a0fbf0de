"""Forms of audits of codes."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django import forms

from medoffice.practice.types import StaffMember
from medoffice.revenue.code_audits.rules.judging import HIGHEST, NO_LEVEL
from medoffice.revenue.code_audits.rules.sampling import MOST
from medoffice.revenue.code_audits.types import Kind, Sampling
from medoffice.ui.fields import TypedDateField

_LEVELS = [("", "any"), *((str(one), f"level {one}") for one in range(1, HIGHEST + 1)), (str(NO_LEVEL), "no level")]


class DrawForm(forms.Form):
    """A sample to draw: days of service, how many; whatever else is said narrows it down."""

    first = TypedDateField(label="First day of service", help_text="A date, or -30d")
    last = TypedDateField(label="Last day of service", help_text="A date, or t for today")
    size = forms.IntegerField(label="How many visits", min_value=1, max_value=MOST, initial=10)
    coder = forms.ChoiceField(label="Only this coder", required=False)
    provider = forms.ChoiceField(label="Only this provider", required=False)
    code = forms.CharField(label="Only with a code that begins", max_length=8, required=False)
    level = forms.ChoiceField(label="Only of this level", choices=_LEVELS, required=False)
    seed = forms.CharField(
        label="Seed", max_length=40, required=False, help_text="Left empty, one is made and written down."
    )

    def offer(self, today: date, coders: Iterable[str], providers: Iterable[StaffMember]) -> None:
        """Set the day that ``t`` means, and who can be chosen."""
        for name in ("first", "last"):
            field = self.fields[name]
            if isinstance(field, TypedDateField):
                field.today = today
        offered = {
            "coder": [("", "any"), *((one, one) for one in coders)],
            "provider": [("", "any"), *((str(one.id), one.name) for one in providers)],
        }
        for name, choices in offered.items():
            which = self.fields[name]
            if isinstance(which, forms.ChoiceField):
                which.choices = choices

    def sampling(self) -> Sampling:
        """What was typed, as the noun."""
        typed = self.cleaned_data
        return Sampling(
            first=typed["first"],
            last=typed["last"],
            size=typed["size"],
            seed=typed["seed"],
            coder=typed["coder"],
            provider_id=UUID(typed["provider"]) if typed["provider"] else None,
            code=typed["code"].strip(),
            level=int(typed["level"]) if typed["level"] else None,
        )


class JudgeForm(forms.Form):
    """What is said of a code: a reason against it, or none."""

    code_id = forms.UUIDField()
    reason = forms.SlugField(required=False)
    instead = forms.CharField(max_length=10, required=False)
    units = forms.IntegerField(min_value=1, max_value=999, required=False)


class MissedForm(forms.Form):
    """A code that is missing, on marked words."""

    kind = forms.ChoiceField(choices=[(one.value, one.value) for one in Kind])
    code = forms.CharField(max_length=20)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=0)
    quote = forms.CharField(required=False, strip=False)
