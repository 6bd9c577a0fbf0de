"""Forms about letters."""

from typing import Any

from django import forms

from medoffice.front_office.letters.types.templates import Group, Template
from medoffice.practice.types import Site
from medoffice.records.disclosures.api import purposes


class TemplateForm(forms.Form):
    """A template: what it is, and its text."""

    title = forms.CharField(label="Title", max_length=120)
    group = forms.ChoiceField(label="For", choices=[(one.value, one.value) for one in Group])
    to = forms.ChoiceField(label="To", choices=[("patient", "the patient"), ("other", "somebody else")])
    purpose = forms.ChoiceField(label="Why it leaves", choices=())
    signed = forms.BooleanField(label="a provider signs it", required=False)
    body = forms.CharField(
        label="Text",
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "class": "mono", "spellcheck": "true", "wide": "yes"}),
    )

    def __init__(self, *given: Any, **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        """A form with the purposes there are."""
        super().__init__(*given, **rest)
        field = self.fields["purpose"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.words) for one in purposes().values()]

    def clean_body(self) -> str:
        """Lines end as everywhere in the program."""
        return "\n".join(self.cleaned_data["body"].splitlines()).strip() + "\n"

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "group": Group(self.cleaned_data["group"])}


def template_shown(now: Template | None) -> dict[str, Any]:
    """A template in the terms of its form."""
    if now is None:
        return {"body": "Dear {patient.name}:\n\n\n", "purpose": "patient"}
    return {name: getattr(now, name) for name in ("title", "group", "to", "purpose", "signed", "body")}


class NewTemplateForm(forms.Form):
    """A new template's short name."""

    key = forms.SlugField(label="Short name", max_length=50, help_text="What it is called in addresses and logs.")


class LetterheadForm(forms.Form):
    """What stands at the top of a site's letters, beside its name and address."""

    site = forms.ChoiceField(label="Site", choices=())
    fax = forms.CharField(label="Fax number", max_length=24, required=False)
    line = forms.CharField(label="A line under the address", max_length=120, required=False)

    def offer(self, places: list[Site]) -> None:
        """Set what can be chosen."""
        field = self.fields["site"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one.id), one.name) for one in places]
