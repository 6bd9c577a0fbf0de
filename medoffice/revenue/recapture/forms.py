"""Forms of recapture."""

from collections.abc import Iterable

from django import forms

from medoffice.revenue.recapture.types import Condition, Said
from medoffice.standards.hcc.types import Living, Medicaid, Person

_LIVING = [
    (Living.COMMUNITY.value, "in the community"),
    (Living.INSTITUTION.value, "in an institution for long"),
    (Living.NEW.value, "new to Medicare (no diagnosis counts)"),
    (Living.NEW_SPECIAL.value, "new, in a plan for chronic conditions (no diagnosis counts)"),
]
_MEDICAID = [
    (Medicaid.NONE.value, "no"),
    (Medicaid.PARTIAL.value, "partly (it pays premiums or shares)"),
    (Medicaid.FULL.value, "fully"),
]


class MarkForm(forms.Form):
    """What is said of a condition, and why."""

    hcc = forms.ChoiceField(label="Condition")
    said = forms.ChoiceField(label="Say of it", choices=[(one.value, one.words) for one in Said])
    why = forms.CharField(
        label="Why", max_length=300, help_text="It stands here, with your name, for whoever looks next."
    )

    def offer(self, found: Iterable[Condition]) -> None:
        """Set the conditions that can be chosen."""
        field = self.fields["hcc"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.hcc, f"HCC {one.hcc} {one.label}"[:120]) for one in found]


class ScoreForm(forms.Form):
    """What the weights ask of a person and the chart does not know."""

    living = forms.ChoiceField(label="Lives", choices=_LIVING)
    medicaid = forms.ChoiceField(label="Has Medicaid", choices=_MEDICAID)
    sex = forms.ChoiceField(label="Sex as Medicare has it", choices=[("F", "female"), ("M", "male")])
    once_disabled = forms.BooleanField(label="Came into Medicare by a disability", required=False)

    def person(self, age: int) -> Person:
        """Who that is, at this age."""
        typed = self.cleaned_data
        return Person(
            age,
            typed["sex"],
            Living(typed["living"]),
            Medicaid(typed["medicaid"]),
            once_disabled=typed["once_disabled"],
        )


class SwitchForm(forms.Form):
    """The what-if, on or off."""

    on = forms.ChoiceField(choices=[("yes", "on"), ("no", "off")])
