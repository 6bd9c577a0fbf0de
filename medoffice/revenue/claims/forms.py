"""Forms of claims: an answer about a payment, a reason, a note."""

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from django import forms

from medoffice.revenue.claims.types import Answer, OpenLine, Part
from medoffice.revenue.coding.api import Change, What

EVERY = "all that is open"


class AnswerForm(forms.Form):
    """An answer to a question about a payment; never shown as such."""

    version = forms.IntegerField(min_value=1)
    part = forms.TypedChoiceField(choices=[(part.value, part.value) for part in Part], coerce=Part)
    claim = forms.IntegerField(min_value=0)
    place = forms.IntegerField(min_value=0)
    answer = forms.TypedChoiceField(choices=[(answer.value, answer.value) for answer in Answer], coerce=Answer)
    chosen_id = forms.UUIDField(required=False)
    number = forms.CharField(max_length=20, required=False)


class ReturnForm(forms.Form):
    """Why a payment goes back to the payer."""

    why = forms.CharField(
        label="What the payer is asked to do",
        max_length=200,
        widget=forms.TextInput(attrs={"data-key": "e", "data-says": "return to the payer", "wide": True}),
    )


class SettleForm(forms.Form):
    """A reason, and of which line where several are open."""

    why = forms.CharField(label="Why", max_length=200, widget=forms.TextInput(attrs={"wide": True}))

    def offer(self, lines: list[OpenLine], key: str, says: str) -> Self:
        """Ask about these lines; ``key`` leads to the reason."""
        self.fields["why"].widget.attrs |= {"data-key": key, "data-says": says}
        if len(lines) > 1:
            every = [("", EVERY), *((str(line.decision_line_id), f"{line.code} {line.open}") for line in lines)]
            self.fields["line_id"] = forms.ChoiceField(label="Of", choices=every, required=False)
        return self

    @property
    def line_id(self) -> UUID | None:
        """The line that was chosen; None for all."""
        typed = self.cleaned_data.get("line_id")
        return UUID(typed) if typed else None


class NoteForm(forms.Form):
    """What came of working on a claim."""

    words = forms.CharField(
        label="What came of it",
        max_length=200,
        widget=forms.TextInput(attrs={"data-key": "o", "data-says": "note an outcome", "wide": True}),
    )
    done = forms.BooleanField(label="Nothing is left to do", required=False)


class SupposeForm(forms.Form):
    """One thing of a visit's claim that is changed in thought, and to what."""

    change = forms.ChoiceField(
        label="Suppose", widget=forms.Select(attrs={"autofocus": True, "data-key": "s", "data-says": "suppose"})
    )
    to = forms.CharField(
        label="To",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-key": "t", "data-says": "to what"}),
        help_text="A code; or 25 59 for modifiers, 2 for units, 1 2 for diagnoses, 11 for a place.",
    )

    def offer(self, changes: Sequence[tuple[Change, str]]) -> None:
        """Set what can be changed."""
        which = self.fields["change"]
        if isinstance(which, forms.ChoiceField):
            which.choices = [(change.key, words) for change, words in changes]

    def change_chosen(self) -> Change:
        """The change as the rules know it."""
        part, _, what = self.cleaned_data["change"].partition(": ")
        typed: str = self.cleaned_data["to"]
        return Change(part, What(what), "" if What(what) is What.OUT else typed.strip())

    def says(self) -> str:
        """The change in words."""
        named = dict(self.fields["change"].choices)  # type: ignore[attr-defined]
        change = self.change_chosen()
        return f"{named[change.key]}{f' → {change.to}' if change.to else ''}"
