"""Forms of rights."""

from django import forms

from medoffice.records.releases.types import Item
from medoffice.records.rights.types import Asker, Ground, LineKind, Objection, Receipt, Wanted
from medoffice.ui.fields import TypedDateField


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "wide": "yes"})


def _line(**attrs: str | bool) -> forms.TextInput:
    return forms.TextInput(attrs={"wide": "yes", **attrs})


class WantedForm(forms.Form):
    """An amendment as somebody asks for it."""

    thing = forms.ChoiceField(label="It is about", widget=forms.Select(attrs={"autofocus": True, "wide": "yes"}))
    wrong = forms.CharField(label="What they say is wrong", max_length=2000, widget=_words(4))
    right = forms.CharField(label="What it should say", max_length=2000, required=False, widget=_words(3))
    asker = forms.ChoiceField(label="Who asks", choices=[(one.value, one.says) for one in Asker])
    asker_name = forms.CharField(label="Who acts for the patient", max_length=120, required=False)
    identity = forms.CharField(
        label="Who asks was known by",
        max_length=200,
        widget=_line(placeholder="driver's licence; call back to the number we have"),
    )
    came_on = TypedDateField(label="It came on")

    def offer(self, things: list[tuple[str, Item]]) -> None:
        """Set what it can be about: what of the chart somebody may know of."""
        field = self.fields["thing"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "choose"), *((item.key, _said(title, item)) for title, item in things)]

    def wanted(self) -> Wanted:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return Wanted(
            thing=data["thing"],
            wrong=data["wrong"],
            right=data["right"],
            asker=Asker(data["asker"]),
            asker_name=data["asker_name"],
            identity=data["identity"],
            came_on=data["came_on"],
        )


def _said(title: str, item: Item) -> str:
    return f"{f'{item.on:%m/%d/%Y} ' if item.on else ''}{item.title} ({title.lower()})"


class AcceptForm(forms.Form):
    """What is right, and who must be told."""

    statement = forms.CharField(label="What stands beside it from now on", max_length=2000, widget=_words(4))
    tell = forms.CharField(
        label="Who must be told",
        max_length=1000,
        required=False,
        help_text="Whom the patient names, and who may rely on what was wrong.",
        widget=_words(2),
    )


class DenyForm(forms.Form):
    """Why not: a reason of the rule, and plain words."""

    ground = forms.ChoiceField(label="Reason", widget=forms.Select(attrs={"wide": "yes"}))
    answered_why = forms.CharField(label="In plain words, for who asked", max_length=1000, widget=_words(3))

    def offer(self, known: list[Ground]) -> None:
        """Set the reasons there are."""
        field = self.fields["ground"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "choose"), *((one.key, one.words) for one in known)]


class LineForm(forms.Form):
    """What is said after the answer."""

    kind = forms.TypedChoiceField(
        label="What is noted", choices=[], coerce=LineKind, widget=forms.Select(attrs={"wide": "yes"})
    )
    words = forms.CharField(label="In their words", max_length=2000, widget=_words(4))

    def offer(self, kinds: tuple[LineKind, ...]) -> None:
        """Set what may be said now."""
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.value, one.says) for one in kinds]


class ExtendForm(forms.Form):
    """Why more time is needed."""

    extend_why = forms.CharField(label="Why it takes longer", max_length=200, widget=_line())


class WithdrawForm(forms.Form):
    """How it was taken back."""

    closed_why = forms.CharField(label="How they took it back", max_length=200, widget=_line())


class RestrictionForm(forms.Form):
    """A restriction as a patient asks for it."""

    to = forms.ChoiceField(label="Whom not to tell", required=False, widget=forms.Select(attrs={"autofocus": True}))
    to_name = forms.CharField(
        label="or somebody else, in words",
        max_length=120,
        required=False,
        help_text="The machine keeps it only from what is addressed with these words. Everything else people mind.",
        widget=_line(placeholder="Maria Vale; Quarry Works"),
    )
    what = forms.CharField(label="What", max_length=300, widget=_line())
    why = forms.CharField(label="Why, if they say", max_length=300, required=False, widget=_line())
    identity = forms.CharField(label="Who asks was known by", max_length=200, widget=_line())
    came_on = TypedDateField(label="It came on")

    def offer(self, known: dict[str, tuple[str, str]]) -> None:
        """Set whom the patient can name for sure."""
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "somebody else"), *((key, words) for key, (_, words) in known.items())]

    def wanted(self) -> Objection:
        """What was typed, as the action takes it."""
        return Objection(**self.cleaned_data)


class AnswerForm(forms.Form):
    """Whether the office agrees."""

    agrees = forms.TypedChoiceField(
        label="The office",
        choices=[("", "choose"), ("yes", "agrees"), ("no", "does not agree")],
        coerce=lambda told: told == "yes",
    )
    answer_why = forms.CharField(label="In words", max_length=300, required=False, widget=_line())


class EndForm(forms.Form):
    """Why it holds no longer."""

    ended_why = forms.CharField(label="Who wants it ended, and how they were told", max_length=300, widget=_line())


class LiftForm(forms.Form):
    """Which emergency."""

    lifted_why = forms.CharField(label="Which emergency", max_length=300, widget=_line())


class NoticeForm(forms.Form):
    """A version of the notice of privacy practices."""

    effective_on = TypedDateField(label="In force from")
    text = forms.CharField(label="The notice", max_length=100_000, strip=False, widget=_words(24))


class ReceiptForm(forms.Form):
    """What came of asking a patient to sign that they were given the notice."""

    outcome = forms.TypedChoiceField(
        label="The acknowledgement is", choices=[(one.value, one.says) for one in Receipt], coerce=Receipt
    )
    signed_by = forms.CharField(label="Who signed", max_length=120, required=False, widget=_line())
    why = forms.CharField(
        label="What was tried, and why it is not signed", max_length=300, required=False, widget=_line()
    )
