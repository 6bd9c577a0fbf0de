"""Forms about letters."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from medoffice.front_office.letters.rules.parsing import asked_about, parse
from medoffice.front_office.letters.rules.typed import backwards
from medoffice.front_office.letters.types.letters import Letter, LetterList, Recipient
from medoffice.front_office.letters.types.links import LinkRule
from medoffice.front_office.letters.types.plain import Gloss
from medoffice.front_office.letters.types.templates import FieldType, Group, MergeField, Template
from medoffice.practice.api import providers, today_here
from medoffice.practice.types import Site
from medoffice.records.disclosures.api import purposes
from medoffice.records.encounters.types import Encounter
from medoffice.ui.fields import TypedDateField


class LinkForm(forms.Form):
    """To which e-mail a link goes; a patient's is the one on file, so it is not asked."""

    to_email = forms.EmailField(label="E-mail of the reader", max_length=254, required=False)

    def ask(self, *, of_another: bool) -> None:
        """Ask for the e-mail of somebody who is not the patient."""
        if not of_another:
            del self.fields["to_email"]
            return
        self.fields["to_email"].required = True
        self.fields["to_email"].widget.attrs |= {"data-key": "m", "data-says": "e-mail"}


class LinkRuleForm(forms.Form):
    """How long links open letters, and how many wrong tries lock one."""

    days = forms.IntegerField(label="Days it opens")
    tries = forms.IntegerField(label="Wrong tries that lock it")
    since = TypedDateField(label="From")
    source = forms.CharField(label="Decided by", max_length=200)

    def filled(self) -> LinkRule:
        """What was typed."""
        return LinkRule(**self.cleaned_data)


class PlainWordForm(forms.Form):
    """How a copy in plain words says a word, and what it means; with neither the word stays as it is."""

    term = forms.CharField(label="Word", max_length=60, widget=forms.TextInput(attrs={"data-key": "n"}))
    says = forms.CharField(label="A plain copy says", max_length=80, required=False)
    means = forms.CharField(
        label="It means", max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 3, "wide": "yes"})
    )
    source = forms.CharField(label="Decided by", max_length=200)

    def filled(self) -> Gloss:
        """What was typed."""
        return Gloss(**self.cleaned_data)


class TemplateForm(forms.Form):
    """A template: what it is, and its text."""

    title = forms.CharField(label="Title", max_length=120)
    group = forms.ChoiceField(label="For", choices=[(one.value, one.value) for one in Group])
    to = forms.ChoiceField(label="To", choices=[("patient", "the patient"), ("other", "somebody else")])
    purpose = forms.ChoiceField(label="Why it leaves", choices=())
    signed = forms.BooleanField(label="a provider signs it", required=False)
    body = forms.CharField(
        label="Text",
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "class": "mono", "spellcheck": "true", "wide": "yes"}),
    )

    def __init__(self, *given: Any, **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        """A form with the purposes there are."""
        super().__init__(*given, **rest)
        field = self.fields["purpose"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.words) for one in purposes().values()]

    def clean_body(self) -> str:
        """Lines end as everywhere in the program."""
        return "\n".join(self.cleaned_data["body"].splitlines()).strip() + "\n"

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "group": Group(self.cleaned_data["group"])}


def template_shown(now: Template | None) -> dict[str, Any]:
    """A template in the terms of its form."""
    if now is None:
        return {"body": "Dear {patient.name}:\n\n\n", "purpose": "patient"}
    return {name: getattr(now, name) for name in ("title", "group", "to", "purpose", "signed", "body")}


class NewTemplateForm(forms.Form):
    """A new template's short name."""

    key = forms.SlugField(label="Short name", max_length=50, help_text="What it is called in addresses and logs.")


class LetterheadForm(forms.Form):
    """What stands at the top of a site's letters, beside its name and address."""

    site = forms.ChoiceField(label="Site", choices=())
    fax = forms.CharField(label="Fax number", max_length=24, required=False)
    line = forms.CharField(label="A line under the address", max_length=120, required=False)

    def offer(self, places: list[Site]) -> None:
        """Set what can be chosen."""
        field = self.fields["site"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one.id), one.name) for one in places]


class StartForm(forms.Form):
    """From which template a letter is begun."""

    key = forms.SlugField(label="Template", max_length=50)
    language = forms.CharField(max_length=8, required=False)
    visit = forms.UUIDField(required=False)


class LetterForm(forms.Form):
    """What a letter still needs: the fields somebody types, to whom, who signs, why this much leaves."""

    name = forms.CharField(label="To", max_length=120, required=False)
    lines = forms.CharField(
        label="Address", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3, "wide": "yes"})
    )
    fax = forms.CharField(label="Fax number", max_length=24, required=False)
    signer = forms.ChoiceField(label="Signed by", required=False, widget=forms.Select(attrs={"data-key": "s"}))
    why = forms.CharField(label="Why this much is needed", max_length=200, required=False)
    visit = forms.ChoiceField(label="About the visit", required=False)

    typed: tuple[MergeField, ...] = ()
    may_lack: frozenset[str] = frozenset()  # what the letter can go without

    def ask(self, letter: Letter, typed: Iterable[MergeField], visits: Sequence[Encounter] = ()) -> None:
        """The fields of this letter: those of its text first, and which visit it can be about."""
        self.typed = tuple(typed)
        without = asked_about(parse(letter.body).parts)
        self.may_lack = frozenset(
            {"lines", "fax", "visit", *(self.key_of(one) for one in self.typed if one.name in without)}
        )
        for field in self.typed:
            self.fields[self.key_of(field)] = _asked(field, letter.given.get(field.name, ""))
        if letter.to == "patient":
            del self.fields["name"], self.fields["lines"]
        signer = self.fields["signer"]
        if not letter.signed:
            del self.fields["signer"]
        elif isinstance(signer, forms.ChoiceField):
            signer.choices = [("", "choose"), *((str(one.id), one.name) for one in providers())]
        if not purposes()[letter.purpose].least:
            del self.fields["why"]
        visit = self.fields["visit"]
        if not visits:
            del self.fields["visit"]
        elif isinstance(visit, forms.ChoiceField):
            visit.choices = [("", "none"), *((str(one.id), _named(one)) for one in visits)]
        self.order_fields(["visit", *(self.key_of(field) for field in self.typed)])

    def clean(self) -> dict[str, Any]:
        """What ends ends after it began."""
        return _forwards(self, self.typed)

    @staticmethod
    def key_of(field: MergeField) -> str:
        """A merge field as the page calls it."""
        return field.name.replace(".", "-")

    def filled(self, letter: Letter) -> dict[str, Any]:
        """What was typed, as the action takes it; what the page does not ask stays."""
        said = self.cleaned_data
        lines = said["lines"].splitlines() if "lines" in said else letter.recipient.lines
        signer = said.get("signer", str(letter.signer_id or ""))
        return {
            "given": {field.name: said[self.key_of(field)] for field in self.typed},
            "recipient": Recipient(
                said.get("name", letter.recipient.name), tuple(line for line in lines if line), said["fax"]
            ),
            "signer_id": UUID(signer) if signer else None,
            "why": said.get("why", letter.why),
            "visit_id": UUID(said["visit"]) if said.get("visit") else None,
        }


def _named(visit: Encounter) -> str:
    """A visit as somebody chooses it: what it was for is not said in a list."""
    return f"{visit.date:%m/%d/%Y} {visit.number}"


def _forwards(form: forms.Form, typed: Sequence[MergeField]) -> dict[str, Any]:
    """What was typed; a day that ends before it begins is refused at its field."""
    said = form.cleaned_data
    if not typed:
        return said
    fields = {field.name: LetterForm.key_of(field) for field in typed}
    given = {name: said.get(key, "") for name, key in fields.items()}
    for name, words in backwards(typed, given, today_here()).items():
        form.add_error(fields[name], words)
    return said


def _asked(field: MergeField, given: str) -> forms.CharField:
    """What somebody types for a field: words and lists have room for several lines."""
    long = field.type is FieldType.LIST or (field.type is FieldType.TEXT and field.name == "asked.note")
    widget = forms.Textarea(attrs={"rows": 3, "wide": "yes"}) if long else forms.TextInput()
    label = field.words[:1].upper() + field.words[1:]
    return forms.CharField(label=label, max_length=4_000, required=False, initial=given, widget=widget)


def letter_shown(one: Letter) -> dict[str, Any]:
    """A letter in the terms of its form."""
    reader = one.recipient
    return {
        "name": reader.name,
        "lines": "\n".join(reader.lines),
        "fax": reader.fax,
        "signer": str(one.signer_id or ""),
        "why": one.why,
        "visit": str(one.encounter_id or ""),
    }


class WordsForm(forms.Form):
    """The text of a letter, by hand."""

    words = forms.CharField(
        label="Text", max_length=20_000, strip=False, widget=forms.Textarea(attrs={"rows": 22, "wide": "yes"})
    )


class MergeStartForm(forms.Form):
    """To which list, from which template."""

    list = forms.ChoiceField(label="To", choices=())
    sought = forms.CharField(
        label="Found by", max_length=80, required=False, help_text="For a search: name, birth date, phone or MRN."
    )
    key = forms.SlugField(
        label="Letter", max_length=50, error_messages={"required": "Choose a letter or postcard from the list."}
    )

    asks: frozenset[str] = frozenset()  # the lists that are searches

    def offer(self, known: Iterable[LetterList]) -> None:
        """Set what can be chosen."""
        found, field = list(known), self.fields["list"]
        self.asks = frozenset(one.key for one in found if one.asks)
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.key, one.words) for one in found]

    def clean(self) -> dict[str, Any]:
        """A search is for something."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("list") in self.asks and not said.get("sought", "").strip():
            self.add_error("sought", "Type whom to find.")
        return said


class MergeForm(forms.Form):
    """What is typed once for all letters of a mailing."""

    merge = forms.UUIDField(widget=forms.HiddenInput)
    sought = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    off = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    off_why = forms.CharField(label="Why they get none", max_length=200, required=False)

    typed: tuple[MergeField, ...] = ()
    may_lack: frozenset[str] = frozenset()  # what the letters can go without

    def ask(self, typed: Iterable[MergeField], bodies: Iterable[str], people: Iterable[UUID]) -> None:
        """The fields nobody else knows, and whom somebody can take off the list."""
        if isinstance(self.fields["off"], forms.MultipleChoiceField):
            self.fields["off"].choices = [(str(one), "") for one in people]
        self.typed = tuple(typed)
        self.may_lack = frozenset(name.replace(".", "-") for body in bodies for name in asked_about(parse(body).parts))
        for field in self.typed:
            self.fields[LetterForm.key_of(field)] = _asked(field, "")

    def clean(self) -> dict[str, Any]:
        """What ends ends after it began; who is taken off gets none for a reason."""
        said = _forwards(self, self.typed)
        if said.get("off") and not said.get("off_why", "").strip():
            self.add_error("off_why", "Say why they get none.")
        if said.get("off_why", "").strip() and not said.get("off") and "off" not in self.errors:
            self.add_error("off_why", "Mark who gets none, or take these words away: so far all get it.")
        return said

    def taken(self) -> dict[str, str]:
        """Whom somebody takes off, and why: those marked now, and those of before with the reasons that stand there."""
        before = {name.removeprefix("off-"): self.data[name] for name in self.data if name.startswith("off-")}
        return before | dict.fromkeys(self.cleaned_data["off"], self.cleaned_data["off_why"])

    def said_why(self) -> None:
        """Why they get none stands beside each of those who were marked from now on, so the next is asked anew."""
        if isinstance(self.data, QueryDict):
            said = self.data.copy()
            said["off_why"] = ""
            self.data = said

    def given(self) -> dict[str, str]:
        """What was typed, by the names of the fields."""
        return {field.name: self.cleaned_data[LetterForm.key_of(field)] for field in self.typed}
