"""Forms of coding."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import purposes
from medoffice.revenue.coding.rules import levels
from medoffice.revenue.coding.rules.asking import TEMPLATES, Template
from medoffice.revenue.coding.rules.learning import REASONS
from medoffice.revenue.coding.types import Evidence, OfficeService, Recipient
from medoffice.standards.terminology.api import bare, dotted
from medoffice.standards.terminology.types import Code
from medoffice.ui.fields import TypedDateField

MOST_DAYS = 366  # of visits that are looked at at once


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


class RejectForm(DiagnosisForm):
    """A suggestion that is turned down, and why."""

    reason = forms.ChoiceField(choices=list(REASONS.items()))


class ServiceForm(EvidenceForm):
    """A service with its evidence, modifiers, units, pointers."""

    key = forms.SlugField()
    modifiers = forms.CharField(max_length=20, required=False)
    units = forms.IntegerField(min_value=1, max_value=999, initial=1)
    pointers = forms.CharField(max_length=12)

    def pointer_list(self) -> list[int]:
        """``1 2`` or ``1,2`` as numbers."""
        return [int(part) for part in self.cleaned_data["pointers"].replace(",", " ").split() if part.isdecimal()]

    def modifier_list(self) -> list[str]:
        """Up to four two-character modifiers."""
        typed: str = self.cleaned_data["modifiers"]
        return typed.upper().replace(",", " ").split()[:4]


ELEMENTS = [
    *((one.key, f"{one.column.value}: {one.words}") for one in levels.KINDS.values()),
    (levels.MINUTES, "time: the practitioner's own minutes of this day"),
]


class ElementForm(EvidenceForm):
    """Something that counts for the level, on marked words."""

    kind = forms.ChoiceField(label="What it is", choices=ELEMENTS)
    about = forms.CharField(label="Which", required=False, max_length=120)
    minutes = forms.IntegerField(label="Minutes", required=False, min_value=1, max_value=600)


class AskForm(forms.Form):
    """A question to the provider, on words of the note."""

    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=0)
    quote = forms.CharField(required=False, strip=False)
    template = forms.ChoiceField(
        label="What is open",
        choices=[(one.key, one.title) for one in TEMPLATES.values()],
        widget=forms.RadioSelect(attrs={"autofocus": True}),
    )
    detail = forms.CharField(
        label="What else the chart holds",
        required=False,
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Facts only: no code, no payment, no answer you wish for.",
    )

    def chosen_words(self) -> str:
        """The chosen words, as they stand in the note."""
        return (self.cleaned_data["quote"] or "").replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        """Words must be chosen."""
        data = super().clean() or {}
        if not data.get("end") or data.get("start") is None:
            self.add_error(None, "No words are marked. Select the words of the note that the question is about.")
        return data


class AnswerForm(forms.Form):
    """The provider's answer: one of those the question offers, and words of their own."""

    choice = forms.ChoiceField(label="Answer", widget=forms.RadioSelect(attrs={"autofocus": True}))
    words = forms.CharField(
        label="In your words", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def offer(self, template: Template) -> None:
        """Set the answers the question offers."""
        choice = self.fields["choice"]
        if isinstance(choice, forms.ChoiceField):
            said = ((one.key, f"{one.words} (say it)" if one.says else one.words) for one in template.choices)
            choice.choices = list(said)


class AnswerCodeForm(forms.Form):
    """A diagnosis code that rests on an answer."""

    answered = forms.CharField(max_length=10)


class DaysForm(forms.Form):
    """From which day to which."""

    first = TypedDateField(label="First day", help_text="A date, or -30d")
    last = TypedDateField(label="Last day", help_text="A date, or t for today")

    def offer(self, today: date) -> None:
        """Set the day that ``t`` means."""
        for name in ("first", "last"):
            field = self.fields[name]
            if isinstance(field, TypedDateField):
                field.today = today

    def clean(self) -> dict[str, Any]:
        """The first day is not after the last."""
        data = super().clean() or {}
        if data.get("first") and data.get("last") and data["first"] > data["last"]:
            self.add_error("last", "It is before the first day.")
        return data


class MissingForm(DaysForm):
    """The visits of which days are looked at for charges that are missing; a year of them at once."""

    def clean(self) -> dict[str, Any]:
        """At most a year."""
        data = super().clean()
        if not self.errors and (data["last"] - data["first"]).days > MOST_DAYS:
            self.add_error("first", "A year at once at most; look at the year before after it.")
        return data


class FactsForm(DaysForm):
    """Released diagnoses of which days, and of which codes."""

    begins = forms.RegexField(
        r"^[0-9A-Za-z.]*$", label="Codes that begin", max_length=8, required=False, help_text="As in E11"
    )

    def clean_begins(self) -> str:
        """As codes are kept: in capitals, with the point."""
        typed: str = self.cleaned_data["begins"]
        begins = dotted(bare(typed))
        if typed and not begins:
            raise forms.ValidationError("The point stands after the third sign, as in E11.6.")
        return begins


class RecipientForm(forms.Form):
    """Who gets the table, and why."""

    to_name = forms.CharField(label="To whom", max_length=120, help_text="The registry, as it is named.")
    to_address = forms.CharField(label="Their address", max_length=254, required=False)
    purpose = forms.ChoiceField(label="Why it leaves", choices=(), initial="public_health")
    why = forms.CharField(label="Why this much is needed", max_length=200, required=False)

    def __init__(self, *given: Any, **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        """A form with the purposes there are."""
        super().__init__(*given, **rest)
        field = self.fields["purpose"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.words) for one in purposes().values()]

    def recipient(self) -> Recipient:
        """As the action takes it."""
        data = self.cleaned_data
        return Recipient(data["to_name"], data["to_address"], data["purpose"], data["why"])


LEAVE, OTHER = "leave", "other"


class MendForm(forms.Form):
    """What stands where a code ended: one that takes its place, another, or what stands there now."""

    instead = forms.ChoiceField(label="What it names from now on", widget=forms.RadioSelect(attrs={"autofocus": True}))
    other = forms.CharField(label="Another code", required=False, max_length=8, help_text="ICD-10-CM, as in I10.")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def offer(self, ended: str, instead: Sequence[Code]) -> None:
        """Set the codes that take its place."""
        choice = self.fields["instead"]
        if isinstance(choice, forms.ChoiceField):
            named = [(one.code, f"{one.code} {one.title}") for one in instead]
            choice.choices = [*named, (OTHER, "the code typed below"), (LEAVE, f"leave {ended} as it is")]

    def look_again(self, version: int) -> None:
        """What is sent next is said of the version that is shown now."""
        self.data = {**self.data, "seen": str(version)}

    def code(self) -> str:
        """The code that was chosen or typed."""
        chosen: str = self.cleaned_data["instead"]
        return self.cleaned_data["other"].strip().upper() if chosen == OTHER else chosen

    def clean(self) -> dict[str, Any]:
        """What is typed is meant."""
        data = super().clean() or {}
        if data.get("instead") == OTHER and not data.get("other"):
            self.add_error("other", "Type the code.")
        return data


KINDS = ("visit", "preventive", "procedure", "injection", "vaccine", "lab")


class DefineForm(forms.Form):
    """A service of the office, and the code it bills for it from a date on."""

    service = forms.ChoiceField(label="Which", required=False)
    words = forms.CharField(label="What it is", max_length=120, help_text="In your words.")
    code = forms.RegexField(r"^[0-9A-Za-z]{5}$", label="Code", help_text="Five characters.")
    kind = forms.ChoiceField(label="Kind", choices=[(kind, kind) for kind in KINDS])
    valid_from = TypedDateField(label="From", help_text="A date, or t for today")

    def offer(self, known: list[OfficeService], today: date) -> None:
        """Set the services that can be redefined, and the day that ``t`` means."""
        which, valid_from = self.fields["service"], self.fields["valid_from"]
        if isinstance(which, forms.ChoiceField):
            which.choices = [("", "a new one"), *((one.key, f"{one.code} {one.words}") for one in known)]
        if isinstance(valid_from, TypedDateField):
            valid_from.today = today
