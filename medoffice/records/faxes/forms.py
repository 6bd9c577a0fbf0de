"""Forms about faxes."""

from typing import Any

from django import forms

from medoffice.records.disclosures.api import purposes


class FaxForm(forms.Form):
    """To whom a document is faxed, and why."""

    name = forms.CharField(label="To", max_length=120)
    fax = forms.CharField(label="Fax number", max_length=24)
    purpose = forms.ChoiceField(label="Why it leaves", choices=())
    why = forms.CharField(label="Why this much is needed", max_length=200, required=False)

    def __init__(self, *given: Any, **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        """A form with the purposes there are."""
        super().__init__(*given, **rest)
        field = self.fields["purpose"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.words) for one in purposes().values()]


class NumberForm(forms.Form):
    """The number a fax is sent to once more."""

    fax = forms.CharField(label="Fax number", max_length=24)
