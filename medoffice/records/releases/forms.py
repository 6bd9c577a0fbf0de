"""Forms of releases."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from medoffice.records.documents.types.papers import Document
from medoffice.records.releases.queries.data import papers
from medoffice.records.releases.rules.papers import NAMED_TO
from medoffice.records.releases.rules.ranges import numbers_in, numbers_said
from medoffice.records.releases.types import Asked, Asker, Checked, PaperKind, Request, Way
from medoffice.security.types import Label
from medoffice.ui.fields import TypedDateField

CONFIRMATION = "fax-sent"  # a type of documents the office makes itself


class RequestForm(forms.Form):
    """A request as it came in."""

    asker = forms.ChoiceField(
        label="Who asks",
        choices=[(one.value, one.says) for one in Asker],
        widget=forms.Select(attrs={"autofocus": True}),
    )
    paper = forms.ChoiceField(label="By what")
    what = forms.CharField(label="What is asked for", max_length=200, widget=forms.TextInput(attrs={"wide": "yes"}))
    came_on = TypedDateField(label="It came on")
    to_name = forms.CharField(label="Copies go to", max_length=120, required=False)
    to_address = forms.CharField(
        label="At", max_length=254, required=False, widget=forms.Textarea(attrs={"rows": 3, "wide": "yes"})
    )
    why = forms.CharField(
        label="What for",
        max_length=200,
        required=False,
        help_text="Why this much is needed. A court, a plan and a lawyer without an authorization get nothing without.",
        widget=forms.TextInput(attrs={"wide": "yes"}),
    )
    paper_document = forms.ChoiceField(label="The paper, as it was scanned", required=False)

    def offer(self, documents: list[Document]) -> None:
        """Set what can be chosen: the kinds of papers, and those of the chart."""
        choose(self, "paper", [(one.key, one.words) for one in papers().values()])
        choose(self, "paper_document", [("", "None"), *named_papers(documents)])

    def asked(self, name: str, address: str) -> Asked:
        """What was typed, as the action takes it; the patient's own name and address where nothing else was."""
        data = self.cleaned_data
        own = data["asker"] == Asker.PATIENT
        return Asked(
            asker=Asker(data["asker"]),
            paper=data["paper"],
            to_name=data["to_name"] or (name if own else ""),
            to_address=data["to_address"] or (address if own else ""),
            what=data["what"],
            why=data["why"],
            came_on=data["came_on"],
            paper_document=data["paper_document"] or None,
        )


class CheckForm(forms.Form):
    """What stands on the paper."""

    found = forms.CharField(label="On the paper stand numbers", max_length=60, required=False)
    identity = forms.CharField(label="Who asks was known by", max_length=200, required=False)
    paper_document = forms.ChoiceField(label="The signed paper, in the chart", required=False)
    signed_on = TypedDateField(label="Signed on", required=False)
    ends_on = TypedDateField(label="It ends on", required=False)
    ends_when = forms.CharField(
        label="or when", max_length=120, required=False, help_text="The event with which it ends, as it says."
    )
    covers = forms.MultipleChoiceField(
        label="The paper names",
        required=False,
        choices=[(one.value, one.says) for one in NAMED_TO],
        widget=forms.CheckboxSelectMultiple,
    )

    paper: PaperKind | None = None

    def ask(self, paper: PaperKind, documents: list[Document], today: date) -> None:
        """What stands on this paper is asked for; of one that has to be in the chart, which it is and its days."""
        self.paper = paper
        choose(self, "paper_document", [("", "None yet"), *named_papers(documents)])
        for name in () if paper.scan else ("paper_document", "signed_on", "ends_on", "ends_when"):
            del self.fields[name]
        for field in self.fields.values():
            if isinstance(field, TypedDateField):
                field.today = today
        self.fields["found"].widget.attrs |= {"placeholder": f"1-{len(paper.elements)}", "data-key": "c"}
        self.fields["found"].widget.attrs |= {"data-says": "check the paper"}
        self.fields["identity"].widget.attrs |= {"placeholder": "driver's licence; call back to the office"}

    def clean_found(self) -> tuple[str, ...]:
        """The elements of these numbers."""
        elements = self.paper.elements if self.paper else ()
        try:
            numbers = numbers_in(self.cleaned_data["found"], len(elements))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return tuple(elements[number - 1].key for number in numbers)

    def checked(self) -> Checked:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return Checked(
            found=data["found"],
            identity=data["identity"],
            covers=tuple(Label(one) for one in data["covers"]),
            document=UUID(data["paper_document"]) if data.get("paper_document") else None,
            signed_on=data.get("signed_on") or None,
            ends_on=data.get("ends_on") or None,
            ends_when=data.get("ends_when", ""),
        )


def check_shown(one: Request, documents: list[Document]) -> dict[str, Any]:
    """What was checked in the terms of its form; before that, the latest authorization of the chart is proposed."""
    told = one.checked
    latest = next((paper.id for paper in documents if paper.kind == "authorization"), "")
    found = [at for at, element in enumerate(one.paper.elements, 1) if element.key in one.checked.found]
    return {
        "found": numbers_said(found),
        "identity": one.checked.identity,
        "covers": [label.value for label in told.covers],
        "paper_document": str(told.document or latest),
        "signed_on": f"{told.signed_on:%m/%d/%Y}" if told.signed_on else "",
        "ends_on": f"{told.ends_on:%m/%d/%Y}" if told.ends_on else "",
        "ends_when": told.ends_when,
    }


class DeliverForm(forms.Form):
    """How copies go."""

    way = forms.TypedChoiceField(label="They go", choices=[(one.value, one.says) for one in Way], coerce=Way)
    fax = forms.CharField(label="Fax number", max_length=24, required=False, help_text="Where they go by fax.")
    waive_fee = forms.BooleanField(label="without the fee", required=False)

    def offer(self, ways: list[Way]) -> None:
        """Set by which ways they can go."""
        choose(self, "way", [(one.value, one.says) for one in ways])
        if Way.FAX not in ways:
            del self.fields["fax"]


class BlackForm(forms.Form):
    """What goes of one item: its pages, and what is black on them."""

    pages = forms.CharField(
        label="Which go", max_length=60, required=False, help_text="all, or 1-3, 5; blank: nothing of it goes."
    )
    black = forms.CharField(
        label="Black",
        max_length=4000,
        required=False,
        help_text="Page: from-to in hundredths from the top, x from-to from the left; 2: 10-25 x 50-100.",
        widget=forms.Textarea(attrs={"rows": 3, "wide": "yes", "spellcheck": "false"}),
    )


class ExtendForm(forms.Form):
    """Why more time is needed."""

    extend_why = forms.CharField(label="Why it takes longer", max_length=200)


class CloseForm(forms.Form):
    """Why nothing goes."""

    state = forms.ChoiceField(label="It is", choices=[("denied", "denied"), ("withdrawn", "withdrawn")])
    closed_why = forms.CharField(label="Why", max_length=200)


def named_papers(documents: list[Document]) -> list[tuple[str, str]]:
    """Papers of a chart as somebody chooses one: the title, and the day it is of; no confirmation of a fax of ours."""
    return [
        (str(one.id), f"{one.title or 'Document'}{f', {one.dated:%m/%d/%Y}' if one.dated else ''}")
        for one in documents
        if one.kind != CONFIRMATION
    ]


def choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Set what can be chosen in a field."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
