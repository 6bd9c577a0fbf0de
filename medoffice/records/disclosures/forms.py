"""Forms about disclosures."""

from django import forms

from medoffice.records.disclosures.types import Sought
from medoffice.ui.fields import TypedDateField


class SoughtForm(forms.Form):
    """What somebody looks for in the log."""

    words = forms.CharField(label="To whom, what, by whom", max_length=120, required=False)
    first = TypedDateField(label="From", required=False)
    last = TypedDateField(label="To", required=False)
    way = forms.ChoiceField(
        label="By",
        required=False,
        choices=[
            ("", "any way"),
            ("print", "mail"),
            ("hand", "given by hand"),
            ("fax", "fax"),
            ("other", "another way"),
        ],
    )

    def sought(self) -> Sought:
        """As the query takes it."""
        return Sought(**{name: self.cleaned_data[name] for name in ("words", "first", "last", "way")})
