"""Forms of compliance."""

from typing import Self
from uuid import UUID

from django import forms

from medoffice.security.types import OF_PATIENT, Label, Review
from medoffice.ui.fields import TypedDateField


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label="Why", max_length=200)


class ConsentForm(forms.Form):
    """What a patient agreed to."""

    words = forms.CharField(label="What was signed, and where it is", max_length=200)
    until = TypedDateField(label="Until", required=False)


class ReviewForm(forms.Form):
    """What was found about an access."""

    outcome = forms.ChoiceField(label="Finding", choices=[(one.value, one.says) for one in Review])
    words = forms.CharField(label="In words", max_length=300)


class PeopleForm(forms.Form):
    """A form in which one of the people with accounts is chosen."""

    who = forms.ChoiceField(label="Who")

    def offer(self, people: list[tuple[UUID, str]], none: str = "") -> Self:
        """These people are to choose from; and nobody, in these words."""
        first = [("", none)] if none else []
        self.fields["who"] = forms.ChoiceField(
            label=self.fields["who"].label or "Who",
            required=not none,
            choices=[*first, *((str(key), name) for key, name in people)],
        )
        return self

    def chosen(self) -> UUID | None:
        """Who was chosen."""
        return UUID(self.cleaned_data["who"]) if self.cleaned_data["who"] else None


class DenyForm(PeopleForm):
    """Keep somebody away from a patient."""

    why = forms.CharField(label="Why", max_length=200)


class LabelForm(PeopleForm):
    """Say that a patient is known, or works here."""

    field_order = ("label", "who", "why")
    label = forms.ChoiceField(label="The patient is", choices=[(one.value, one.says) for one in sorted(OF_PATIENT)])
    who = forms.ChoiceField(label="Their own account, if they work here")
    why = forms.CharField(label="Why", max_length=200)

    def said(self) -> Label:
        """The label that was chosen."""
        return Label(self.cleaned_data["label"])
