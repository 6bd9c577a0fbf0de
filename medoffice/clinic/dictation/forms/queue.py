"""Forms of the queue: a dictation is moved on, or to another visit; those that are ticked."""

import re
from uuid import UUID

from django import forms

_TICKED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,9}")


class MoveForm(forms.Form):
    """What is done with a dictation: why, or to whom."""

    why = forms.CharField(label="Why", max_length=300, required=False)
    to = forms.ChoiceField(label="To", required=False)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Set to whom it can be given."""
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choose"), *people]


class ElsewhereForm(forms.Form):
    """Which visit a dictation is about instead, and why; ``asked`` is the number whose patient was shown."""

    number = forms.CharField(label="Number of the visit it is about", max_length=20, help_text="E-10001")
    why = forms.CharField(label="Why", max_length=200, widget=forms.TextInput(attrs={"wide": "yes"}))
    asked = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)


class TickedField(forms.MultipleChoiceField):
    """Rows as they were seen, each ``id:version``; whether one is still so is for the act to say."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: str) -> bool:
        """Whether it names a row and a version."""
        return _TICKED.fullmatch(value) is not None


class BoardForm(forms.Form):
    """What is done with the dictations that are ticked: whose they become, or why they are held."""

    ticked = TickedField(error_messages={"required": "Tick at least one."})
    to = forms.ChoiceField(label="To", required=False)
    why = forms.CharField(label="Why", max_length=300, required=False)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Set to whom they can be given."""
        if isinstance(to := self.fields["to"], forms.ChoiceField):
            to.choices = [("", "Choose"), *people]

    def chosen(self) -> list[tuple[UUID, int]]:
        """The dictations and their versions as they were seen."""
        parts = (one.partition(":") for one in self.cleaned_data["ticked"])
        return [(UUID(key), int(version)) for key, _, version in parts]

    def whose(self) -> UUID:
        """To whom they are given."""
        return UUID(self.cleaned_data["to"])
