"""Forms of claims: an answer about a payment, a reason, a note."""

from typing import Self
from uuid import UUID

from django import forms

from medoffice.revenue.claims.types import Answer, OpenLine, Part

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
