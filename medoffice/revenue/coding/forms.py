"""Forms of coding."""

from django import forms

from medoffice.kernel.trace import Ref
from medoffice.revenue.coding.types import Evidence


class EvidenceForm(forms.Form):
    """What supports a code: marked words of the note, or an order (then its id, and the whole result)."""

    note = forms.UUIDField(required=False)
    order = forms.UUIDField(required=False)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=0)
    quote = forms.CharField(required=False, strip=False)

    def evidence(self) -> Evidence | None:
        """The evidence, or None if none was marked."""
        data = self.cleaned_data
        quote = (data["quote"] or "").replace("\r\n", "\n")
        if data["order"]:
            return Evidence(Ref("order", data["order"]), 0, len(quote), quote)
        if data["note"] and data["end"]:
            return Evidence(Ref("note", data["note"]), data["start"] or 0, data["end"], quote)
        return None


class DiagnosisForm(EvidenceForm):
    """A diagnosis code with its evidence."""

    code = forms.CharField(max_length=10)


class ServiceForm(EvidenceForm):
    """A service with its evidence, modifiers, units, pointers."""

    key = forms.SlugField()
    modifiers = forms.CharField(max_length=20, required=False)
    units = forms.IntegerField(min_value=1, max_value=999, initial=1)
    pointers = forms.CharField(max_length=12)

    def pointer_list(self) -> list[int]:
        """``1 2`` or ``1,2`` as numbers."""
        return [int(part) for part in self.cleaned_data["pointers"].replace(",", " ").split() if part.isdigit()]

    def modifier_list(self) -> list[str]:
        """Up to four two-character modifiers."""
        typed: str = self.cleaned_data["modifiers"]
        return typed.upper().replace(",", " ").split()[:4]
