"""The form of code lists: what is looked up, in which list."""

from django import forms

from medoffice.standards.code_lists.types import ListKind

# Lists of words; the office's CPT file is looked up where codes are given, by who works under its licence.
WORDS = (
    ListKind.REASONS,
    ListKind.REMARKS,
    ListKind.TAXONOMY,
    ListKind.VACCINES,
    ListKind.LABORATORY,
    ListKind.DRUGS,
    ListKind.RXNORM,
    ListKind.HCPCS,
)


class LookForm(forms.Form):
    """A list, and a code or words of it."""

    kind = forms.ChoiceField(label="List", choices=[(kind.value, kind.words) for kind in WORDS])
    q = forms.CharField(
        label="Code or words", required=False, max_length=80, widget=forms.TextInput(attrs={"autofocus": True})
    )
