"""The form by which a chart is given to others."""

from django import forms

from medoffice.clinic.summaries.types import Given
from medoffice.records.disclosures.api import purposes


class GiveForm(forms.Form):
    """To whom, why, and for a referral what for."""

    to_name = forms.CharField(label="To whom", max_length=120)
    to_office = forms.CharField(label="Office or address", max_length=200, required=False)
    purpose = forms.ChoiceField(label="Why it leaves", initial="treatment")
    why = forms.CharField(label="Why this much, if only what is needed may go", max_length=200, required=False)
    reason = forms.CharField(
        label="Reason for referral; leave empty for a summary", required=False, max_length=4000, widget=forms.Textarea
    )
    plan = forms.CharField(label="Assessment and plan", required=False, max_length=8000, widget=forms.Textarea)

    def __init__(self, *args: object, **rest: object) -> None:
        """With the purposes of disclosures."""
        super().__init__(*args, **rest)  # type: ignore[arg-type] # Django's own
        choices = [(one.key, one.words) for one in purposes().values() if one.key != "mistake"]
        self.fields["purpose"].choices = choices  # type: ignore[attr-defined] # a ChoiceField
        for name in ("reason", "plan"):
            self.fields[name].widget.attrs["rows"] = 4

    def given(self) -> Given:
        """As typed."""
        return Given(**self.cleaned_data)
