"""Forms about forms."""

from typing import Any

from django import forms

from medoffice.front_office.forms.types import Kind
from medoffice.front_office.scheduling.types import VisitType


class DefinitionForm(forms.Form):
    """A form of the office, as a FHIR Questionnaire."""

    key = forms.SlugField(label="Short name", max_length=50, help_text="What it is called in addresses and logs.")
    kind = forms.ChoiceField(label="It is", choices=[(Kind.QUESTIONS, "questions"), (Kind.CONSENT, "a consent")])
    every_days = forms.IntegerField(
        label="Due again after (days)", required=False, min_value=1, max_value=3_660, help_text="Blank: once a version."
    )
    kinds = forms.MultipleChoiceField(
        label="At visits of these kinds", required=False, widget=forms.CheckboxSelectMultiple, help_text="None: all."
    )
    body = forms.CharField(
        label="FHIR Questionnaire (R4, JSON)",
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 18, "class": "mono", "spellcheck": "false"}),
    )

    def offer(self, known: list[VisitType]) -> None:
        """Set what can be chosen."""
        field = self.fields["kinds"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(kind.key, kind.name) for kind in known]

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "kinds": tuple(self.cleaned_data["kinds"])}
