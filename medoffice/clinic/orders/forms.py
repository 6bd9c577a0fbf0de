"""Forms about laboratory orders."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from medoffice.clinic.orders.types import Asked, Choice, Ground, Laboratory, LabTest
from medoffice.records.documents.types.papers import Document
from medoffice.ui.fields import MoneyField, TypedDateField

_WIDE = {"wide": "yes"}


class LabOrderForm(forms.Form):
    """What is asked of a laboratory, for a visit."""

    codes = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    problems = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    diagnoses = forms.CharField(
        label="Why (ICD-10-CM codes)",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={**_WIDE, "data-key": "w", "data-says": "why"}),
    )
    answers = forms.CharField(required=False, widget=forms.HiddenInput)
    fasting = forms.BooleanField(label="Fasting", required=False)
    note = forms.CharField(
        label="To the laboratory", max_length=300, required=False, widget=forms.TextInput(attrs=_WIDE)
    )

    def offer(self, tests: list[LabTest], problems: list[tuple[str, str]]) -> None:
        """Set what can be chosen: the tests, and the patient's problems by code as why."""
        for name, choices in (("codes", [(one.code, one.words) for one in tests]), ("problems", problems)):
            field = self.fields[name]
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = choices

    def asked(self, tests: list[LabTest], of_set: Iterable[str] = ()) -> Asked:
        """What was typed, with the tests of a set that was chosen, as the action takes it."""
        said = self.cleaned_data
        wanted = tuple(dict.fromkeys((*said["codes"], *of_set)))
        chosen = [test for test in tests if test.code in wanted]
        asks = dict.fromkeys(ask for test in chosen for ask in test.asks)
        answers = tuple((ask, words) for ask in asks if (words := self.data.get(f"ask:{ask}", "").strip()[:200]))
        typed = (part.upper() for part in said["diagnoses"].replace(",", " ").split())
        return Asked(wanted, tuple(dict.fromkeys((*said["problems"], *typed))), said["fasting"], said["note"], answers)


class LaboratoryForm(forms.Form):
    """What is known of a laboratory."""

    name = forms.CharField(label="Name", max_length=80)
    phone = forms.CharField(label="Telephone", max_length=20, required=False)
    account = forms.CharField(label="Our number there", max_length=40, required=False)
    hours = forms.IntegerField(label="Answers within hours", min_value=1, max_value=2000, initial=72)
    quiet_hours = forms.IntegerField(
        label="Silent after open hours (0: not watched)", min_value=0, max_value=1000, initial=18, required=False
    )
    door = forms.ChoiceField(
        label="Orders go",
        required=False,
        choices=[("", "on paper, with the specimen"), ("mllp", "over the wire (MLLP)")],
    )
    host = forms.CharField(label="Address", max_length=80, required=False)
    port = forms.IntegerField(label="Port", min_value=0, max_value=65_535, required=False)
    application = forms.CharField(label="Its application (MSH-5; it sends under it)", max_length=40, required=False)
    facility = forms.CharField(label="Its facility (MSH-6; it sends under it)", max_length=40, required=False)
    old = forms.BooleanField(label="Takes nothing newer than ORM^O01", required=False)
    used = forms.BooleanField(label="In use", required=False, initial=True)

    @classmethod
    def told(cls, lab: Laboratory) -> dict[str, object]:
        """What stands in it for a laboratory."""
        return {name: getattr(lab, name) for name in cls.base_fields}


class CompendiumForm(forms.Form):
    """A laboratory's list of tests."""

    text = forms.CharField(
        label="Tests, tab-separated: code, name, specimen, fasting, questions, loinc, billed", strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "wide": "yes"}),
    )  # fmt: skip


class OrderSetForm(forms.Form):
    """Tests that are ordered together."""

    name = forms.CharField(label="Name", max_length=80)
    codes = forms.CharField(label="Codes of tests", max_length=400, widget=forms.TextInput(attrs=_WIDE))
    standing = forms.BooleanField(label="Standing: may be ordered by protocol, co-signed after", required=False)


class NoticeForm(forms.Form):
    """What a patient was told and chose, on the notice (ABN)."""

    codes = forms.MultipleChoiceField(label="About", widget=forms.CheckboxSelectMultiple(attrs=_WIDE))
    choice = forms.TypedChoiceField(
        label="The patient chose",
        choices=[(one.value, one.words) for one in (Choice.BILL, Choice.PAY, Choice.REFUSE, Choice.NONE)],
        coerce=lambda value: Choice(int(value)),
    )  # fmt: skip
    ground = forms.TypedChoiceField(
        label="Medicare may not pay", choices=[(one.value, one.words) for one in Ground], coerce=Ground
    )
    reason = forms.CharField(label="Reason", max_length=300, widget=forms.TextInput(attrs=_WIDE))
    cost = MoneyField(label="Costs about", required=False)
    signed_on = TypedDateField(label="Signed", required=False)
    document = forms.ChoiceField(label="Its paper", required=False)

    def offer(self, papers: Iterable[Document]) -> None:
        """Set which papers of the chart can be the notice's."""
        offer_papers(self, "not in the chart yet", papers)

    def ask_about(self, tests: Iterable[LabTest]) -> None:
        """Set which tests the notice can be about."""
        field = self.fields["codes"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.code, one.words) for one in tests]

    def told(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        said = dict(self.cleaned_data)
        document = said.pop("document")
        return {**said, "document_id": UUID(document) if document else None}


class StrikeNoticeForm(forms.Form):
    """Why a notice does not stand."""

    why = forms.CharField(label="What was wrong", max_length=300)


class NoticePaperForm(forms.Form):
    """Which paper of the chart is the signed notice."""

    document = forms.ChoiceField(label="Its paper")

    def offer(self, papers: Iterable[Document]) -> None:
        """Set which papers of the chart can be the notice's."""
        offer_papers(self, "choose it", papers)


def offer_papers(form: forms.Form, none: str, papers: Iterable[Document]) -> None:
    """The papers of a chart as choices of a form's ``document``."""
    field = form.fields["document"]
    if isinstance(field, forms.ChoiceField):
        field.choices = [("", none), *((str(one.id), _called(one)) for one in papers)]


def _called(one: Document) -> str:
    return f"{one.title} {one.dated:%m/%d/%Y}" if one.dated else one.title
