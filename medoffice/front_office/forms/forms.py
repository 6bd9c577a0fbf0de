"""Forms about forms."""

from collections.abc import Mapping
from typing import Any

from django import forms

from medoffice.front_office.forms.queries import LISTS
from medoffice.front_office.forms.rules.reading import MOST_ITEMS
from medoffice.front_office.forms.types import Definition, ItemType, Kind, Row
from medoffice.front_office.scheduling.types import VisitType
from medoffice.records.patients.types.said import SAYABLE

TYPES = {
    ItemType.STRING: "a line of words",
    ItemType.TEXT: "several lines",
    ItemType.BOOLEAN: "yes or no",
    ItemType.CHOICE: "one of these answers",
    ItemType.OPEN_CHOICE: "one of these, or other words",
    ItemType.DATE: "a date",
    ItemType.INTEGER: "a whole number",
    ItemType.DECIMAL: "a number",
    ItemType.DISPLAY: "nothing: words to read",
    ItemType.GROUP: "nothing: a heading",
}


class DueForm(forms.Form):
    """What a form of the office is called, what it is, and when it is due."""

    key = forms.SlugField(label="Short name", max_length=50, help_text="What it is called in addresses and logs.")
    kind = forms.ChoiceField(label="It is", choices=[(Kind.QUESTIONS, "questions"), (Kind.CONSENT, "a consent")])
    every_days = forms.IntegerField(
        label="Due again after (days)", required=False, min_value=1, max_value=3_660, help_text="Blank: once a version."
    )
    kinds = forms.MultipleChoiceField(
        label="At visits of these kinds", required=False, widget=forms.CheckboxSelectMultiple, help_text="None: all."
    )

    self_pay = forms.BooleanField(label="Only where the patient pays alone", required=False)

    def offer(self, known: list[VisitType]) -> None:
        """Set what can be chosen."""
        field = self.fields["kinds"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(kind.key, kind.name) for kind in known]

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {**self.cleaned_data, "kinds": tuple(self.cleaned_data["kinds"])}


class DefinitionForm(DueForm):
    """A form of the office, as a FHIR Questionnaire."""

    body = forms.CharField(
        label="FHIR Questionnaire (R4, JSON)",
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 18, "class": "mono", "spellcheck": "false"}),
    )


class WrittenForm(DueForm):
    """A form of the office, beside its questions."""

    title = forms.CharField(label="Title", max_length=120)
    field_order = ("title", "key", "kind", "every_days", "kinds", "self_pay")

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it beside the text."""
        return {name: value for name, value in super().filled().items() if name != "title"}


class RowForm(forms.Form):
    """A question. What cannot be read is taken as blank."""

    link_id = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label="Asks", max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 2, "wide": "yes"})
    )
    type = forms.ChoiceField(
        label="Answered by", required=False, choices=[(one.value, says) for one, says in TYPES.items()]
    )
    options = forms.CharField(
        label="Its answers, one on each line",
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Where one of several is chosen.",
    )
    tells = forms.ChoiceField(
        label="Says of the patient",
        required=False,
        choices=[("", "nothing that is kept"), *SAYABLE.items(), *((one, one.capitalize()) for one in LISTS)],
    )
    must = forms.BooleanField(label="must be answered", required=False)
    several = forms.BooleanField(label="several may be chosen", required=False)
    inside = forms.BooleanField(label="under the heading above", required=False)

    def row(self) -> Row:
        """The question as typed."""
        self.full_clean()
        data = {"link_id": "", "words": "", "options": "", **self.cleaned_data}
        return Row(
            link_id=data["link_id"],
            words="\n".join(data["words"].splitlines()),
            type=ItemType(data.get("type") or ItemType.STRING),
            must=bool(data.get("must")),
            inside=bool(data.get("inside")),
            several=bool(data.get("several")),
            options=tuple(dict.fromkeys(line.strip() for line in data["options"].splitlines() if line.strip())),
            tells=data.get("tells", ""),
        )


def due_shown(key: str, now: Definition | None) -> dict[str, Any]:
    """A form of the office in the terms of the form."""
    if now is None:
        return {"key": key if key != "new" else ""}
    return {
        "key": now.key,
        "kind": now.kind.value,
        "every_days": now.every_days,
        "kinds": now.kinds,
        "self_pay": now.self_pay,
        "title": now.title,
    }


def rows_typed(typed: Mapping[str, str]) -> list[Row]:
    """The questions that a page sent, in order."""
    names = (f"r{at}" for at in range(MOST_ITEMS))
    return [RowForm(typed, prefix=name).row() for name in names if f"{name}-link_id" in typed]


def row_shown(at: int, row: Row) -> RowForm:
    """A question in the terms of its form."""
    told = {name: getattr(row, name) for name in ("link_id", "words", "type", "tells", "must", "several", "inside")}
    return RowForm(initial={**told, "type": row.type.value, "options": "\n".join(row.options)}, prefix=f"r{at}")
