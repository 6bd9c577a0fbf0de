"""Forms about requests to payers."""

from uuid import UUID

from django import forms

from medoffice.revenue.authorizations.types import Approved, Draft, Piece, State, Way
from medoffice.ui.fields import TypedDateField

ANSWERS = (State.APPROVED, State.MORE, State.DENIED)


class BeginForm(forms.Form):
    """Under which policy a payer is asked."""

    policy = forms.UUIDField()


class PacketForm(forms.Form):
    """What goes, what is answered, to whom."""

    chosen = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    answers = forms.CharField(
        label="The payer's questions and the answers", max_length=6000, required=False,
        widget=forms.Textarea(attrs={"rows": 5, "wide": "yes", "data-key": "q", "data-says": "answer questions"}),
    )  # fmt: skip
    to_name = forms.CharField(label="To", max_length=120)
    to_number = forms.CharField(label="Fax", max_length=24, required=False)
    quick = forms.BooleanField(label="Waiting harms: ask for an expedited answer", required=False)

    def offer(self, pieces: list[Piece]) -> None:
        """What can be chosen."""
        field = self.fields["chosen"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.words) for one in pieces]

    def draft(self) -> Draft:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        return Draft(tuple(said["chosen"]), said["answers"], said["to_name"], said["to_number"], said["quick"])


class SendForm(forms.Form):
    """By which way it goes, and who took it."""

    way = forms.ChoiceField(choices=[(one.value, one.value) for one in Way])
    told = forms.CharField(label="With whom, or in which portal", max_length=120, required=False)


class AnswerForm(forms.Form):
    """What the payer said."""

    to = forms.ChoiceField(choices=[(one.value, one.value) for one in ANSWERS], widget=forms.HiddenInput)
    number = forms.CharField(
        label="Approval number", max_length=40, required=False,
        widget=forms.TextInput(attrs={"data-key": "n", "data-says": "the payer's number"}),
    )  # fmt: skip
    starts = TypedDateField(label="From", required=False)
    ends = TypedDateField(label="To", required=False)
    quantity = forms.CharField(label="Quantity", max_length=120, required=False)
    words = forms.CharField(label="What they said", max_length=300, required=False)
    until = TypedDateField(label="Their day for us", required=False)

    def approved(self) -> Approved | None:
        """What was allowed; None for another answer. Adds errors for an approval without its days."""
        said = self.cleaned_data
        if said.get("to") != State.APPROVED:
            return None
        for name in ("starts", "ends"):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, "Say the day.")
        if self.errors:
            return None
        return Approved(said["number"], said["starts"], said["ends"], said["quantity"])


class ChaseForm(forms.Form):
    """Somebody asked where it stands."""

    words = forms.CharField(label="What they said", max_length=300)
    until = TypedDateField(label="Ask again", initial="+2d")


class CloseForm(forms.Form):
    """Why nobody goes on with it."""

    why = forms.CharField(label="Why", max_length=200)


class UseForm(forms.Form):
    """On which prescription a number goes."""

    prescription = forms.UUIDField()

    def prescription_id(self) -> UUID:
        """The prescription."""
        chosen: UUID = self.cleaned_data["prescription"]
        return chosen


class SoughtForm(forms.Form):
    """What is looked for on a list."""

    q = forms.CharField(label="Medicine, RxNorm or NDC", max_length=80, required=False)
