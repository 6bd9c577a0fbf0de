"""Forms of the chart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from medoffice.clinic.charting.rules.growth import LEAST_WEEKS, MOST_WEEKS, STANDS
from medoffice.clinic.charting.rules.kinds import KINDS, VERIFICATIONS
from medoffice.clinic.charting.rules.partial import part_as_typed, partial_shown
from medoffice.clinic.charting.rules.units import (
    height_as_typed,
    length_as_typed,
    temperature_as_typed,
    weight_as_typed,
)
from medoffice.clinic.charting.types import (
    Cause,
    CauseKind,
    ListKind,
    NoteSection,
    NoteTemplate,
    Routed,
    Told,
    Vitals,
)
from medoffice.front_office.scheduling.types import VisitType
from medoffice.practice.types import StaffMember
from medoffice.records.encounters.types import Encounter, EncounterClass
from medoffice.ui.dates import parse_date_as_typed
from medoffice.ui.fields import TypedDateField

HEAD_UNTIL = 36  # months


class MeasuredField(forms.Field):
    """A measure as typed, with or without its unit; cleans to the record's unit."""

    def __init__(self, label: str, reads: Callable[[str], Decimal | None], such_as: str) -> None:
        """``reads`` understands what is typed; ``such_as`` are examples for who typed something else."""
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs={"maxlength": 12}))
        self.reads, self.such_as = reads, such_as

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if value in self.empty_values:
            return None
        found = self.reads(str(value)[:20])
        if found is None:
            raise ValidationError(f"Write {self.such_as}.")
        return found


class VitalsForm(forms.Form):
    """Vital signs; a blank is not taken."""

    systolic = forms.IntegerField(label="Upper", required=False)
    diastolic = forms.IntegerField(label="Lower", required=False)
    pulse = forms.IntegerField(label="Pulse", required=False)
    respirations = forms.IntegerField(label="Resp", required=False)
    temperature = MeasuredField("Temp °C/°F", temperature_as_typed, "37.2 or 98.6 F")
    oxygen = forms.IntegerField(label="SpO2 %", required=False)
    weight = MeasuredField("Weight kg, or 154 lb", weight_as_typed, "70, 154 lb or 7 lb 4 oz")
    height = MeasuredField("Height cm, or 5'7\"", height_as_typed, "170, 67 in or 5'7\"")
    pain = forms.IntegerField(label="Pain 0-10", required=False)
    length = MeasuredField("Length cm, lying", length_as_typed, "65.5 or 25.8 in")
    head = MeasuredField("Head cm", length_as_typed, "43.2 or 17 in")
    last_period = TypedDateField(label="LMP, first day", required=False)

    def first_by_key(self) -> None:
        """Reach the first field by ``v``; not while the form is folded away, where ``v`` opens it."""
        self.fields["systolic"].widget.attrs |= {"data-key": "v", "data-says": "vital signs"}

    def fit(self, months: int, *, period: bool) -> None:
        """Ask what is measured at this age: who lies has a length, a head is measured until 36 months.

        ``period``: the last menstrual period is asked.
        """
        lies, small = months < STANDS, months < HEAD_UNTIL
        for name, asked in (("height", not lies), ("length", lies), ("head", small), ("last_period", period)):
            if not asked and not self.data.get(name):
                del self.fields[name]

    def vitals(self) -> Vitals:
        """As typed."""
        return Vitals(**self.cleaned_data)


class GestationForm(forms.Form):
    """How long a child was carried before birth."""

    weeks = forms.IntegerField(label="Weeks", min_value=LEAST_WEEKS, max_value=MOST_WEEKS)
    days = forms.IntegerField(label="and days", min_value=0, max_value=6, initial=0)


class PartialField(forms.CharField):
    """A date as far as it is known, as typed: a year, a month such as 5/2019, a day; cleans to FHIR's partial date."""

    def __init__(self, label: str, today: date | None) -> None:
        """``today`` allows shorthand such as ``t`` and ``-2w``."""
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs={"maxlength": 12}))
        self.today = today

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        if value in self.empty_values:
            return ""
        typed = str(value)
        day = parse_date_as_typed(typed, self.today) if self.today else None
        found = part_as_typed(typed) or (day.isoformat() if day else None)
        if found is None:
            raise ValidationError("Write a year, a month such as 5/2019, or a day.")
        return found


class EntryForm(forms.Form):
    """An entry of a list, as the list asks (``rules/kinds.py``); its words and code are typed into a picker."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's
        kind: ListKind = ListKind.PROBLEM,
        today: date | None = None,
        visits: Iterable[Encounter] = (),
        **rest: Any,  # noqa: ANN401
    ) -> None:
        """``visits`` are those it may have been told at, the latest first."""
        super().__init__(*args, **rest)
        self.kind, listed = kind, KINDS[kind]
        self.fields["words"] = forms.CharField(max_length=300)
        self.fields["code"] = forms.CharField(required=False, max_length=20)
        for asked in listed.asked:
            choices = [("", "\u2013"), *((one, one) for one in asked.choices)]
            self.fields[asked.key] = (
                forms.ChoiceField(label=asked.label, required=False, choices=choices)
                if asked.choices
                else forms.CharField(label=asked.label, required=False, max_length=200)
            )
        self.fields["began"] = PartialField(listed.began, today)
        if listed.ended:
            self.fields["ended"] = PartialField(listed.ended, today)
        self.fields["status"] = _chosen("Status", listed.statuses)
        if listed.verifies:
            self.fields["verification"] = _chosen("Certainty", VERIFICATIONS)
        told_at = [(f"visit:{one.id}", f"Visit of {one.date:%m/%d/%Y}") for one in visits]
        self.fields["cause"] = forms.ChoiceField(
            label="Known from", choices=[*told_at, ("said", "The patient said"), ("document", "A document")]
        )
        self.fields["cause_words"] = forms.CharField(label="Which, or who said it", required=False, max_length=200)

    @property
    def asked(self) -> list[forms.BoundField]:
        """What stands under the picker."""
        return [self[name] for name in self.fields if name not in ("words", "code", "cause", "cause_words")]

    @property
    def whence(self) -> list[forms.BoundField]:
        """From what it is known."""
        return [self["cause"], self["cause_words"]]

    def told(self, system: str, edition: str) -> Told:
        """What was typed; ``system`` and ``edition`` are those of the code, where one was chosen."""
        data = self.cleaned_data
        coded = bool(data["code"])
        return Told(
            words=data["words"],
            system=system if coded else "",
            code=data["code"],
            edition=edition if coded else "",
            status=data["status"],
            verification=data.get("verification") or "confirmed",
            began=data["began"],
            ended=data.get("ended", ""),
            details={one.key: data[one.key] for one in KINDS[self.kind].asked if data[one.key]},
        )

    def from_what(self) -> Cause:
        """From what it is known."""
        chosen, _, visit = self.cleaned_data["cause"].partition(":")
        words = self.cleaned_data["cause_words"]
        return Cause(CauseKind.ENCOUNTER, UUID(visit), words) if visit else Cause(CauseKind(chosen), None, words)


class AmendedForm(EntryForm):
    """An entry as it says from now on, as a patient asked; with what stands beside it, and who must be told."""

    def __init__(self, *args: Any, **rest: Any) -> None:  # noqa: ANN401 - Django's
        """As the entry's own form, but that the amendment is its cause."""
        super().__init__(*args, **rest)
        del self.fields["cause"], self.fields["cause_words"]
        self.fields["words"].required = False
        self.fields["entry"] = forms.IntegerField(widget=forms.HiddenInput)
        self.fields["struck"] = forms.BooleanField(
            label="It was entered in error: strike it",
            required=False,
            widget=forms.CheckboxInput(attrs={"wide": "yes"}),
        )
        self.fields["statement"] = forms.CharField(
            label="What stands beside it from now on", max_length=2000, widget=_words(3)
        )
        self.fields["tell"] = forms.CharField(
            label="Who must be told",
            max_length=1000,
            required=False,
            help_text="Whom the patient names, and who may rely on what was wrong.",
            widget=_words(2),
        )

    @property
    def asked(self) -> list[forms.BoundField]:
        """What stands under the picker."""
        return [one for one in super().asked if one.name not in ("entry", "struck", "statement", "tell")]

    @property
    def answers(self) -> list[forms.BoundField]:
        """What is said with it."""
        return [self[name] for name in ("struck", "statement", "tell")]


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "wide": "yes"})


def entry_as_typed(told: Told) -> dict[str, str]:
    """What an entry says, as it is typed."""
    return {
        "words": told.words,
        "code": told.code,
        "status": told.status,
        "verification": told.verification,
        "began": partial_shown(told.began),
        "ended": partial_shown(told.ended),
        **told.details,
    }


def _chosen(label: str, words: Sequence[str]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[(one, one) for one in words], initial=words[0])


class RouteForm(forms.Form):
    """Who always gets whose signed notes, and what for."""

    author = forms.ChoiceField(label="Whose notes")
    reader = forms.ChoiceField(label="Go to")
    what = forms.ChoiceField(
        label="What for",
        choices=[(Routed.COSIGN, "to co-sign"), (Routed.COPY, "to read"), (Routed.NOT, "no longer")],
    )

    def ask(self, known: list[StaffMember]) -> None:
        """Set who can be chosen: authors see patients, readers have accounts."""
        people = {
            "author": [one for one in known if one.is_provider],
            "reader": [one for one in known if one.user_id],
        }
        for name, found in people.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [(str(one.id), one.name) for one in found]

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {
            "author_id": UUID(data["author"]),
            "reader_id": UUID(data["reader"]),
            "what": Routed(data["what"]),
        }


class NoteTemplateForm(forms.Form):
    """What a template is, beside its sections."""

    title = forms.CharField(label="Title", max_length=80)
    key = forms.SlugField(label="Short name", max_length=50, help_text="What it is called in addresses and logs.")
    specialty = forms.ChoiceField(label="For", required=False)
    kinds = forms.MultipleChoiceField(
        label="Taken at visits of these kinds", required=False, widget=forms.CheckboxSelectMultiple
    )
    classes = forms.MultipleChoiceField(
        label="and at other contacts that are",
        required=False,
        choices=[(one.value, one.value) for one in EncounterClass],
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(self, kinds: Iterable[VisitType], known: Iterable[StaffMember], now: NoteTemplate | None) -> None:
        """Set what can be chosen; what ``now`` says stays choosable, also where the office has no such kind."""
        codes = dict[str, list[str]]()
        for one in known:
            if one.is_provider and one.taxonomy:
                codes.setdefault(one.taxonomy, []).append(one.family_name)
        here = {one.key: one.name for one in kinds}
        if now:
            here |= {key: key for key in now.kinds if key not in here}
            codes.setdefault(now.specialty, [])
        offered = {
            "kinds": list(here.items()),
            "specialty": [
                ("", "every provider"),
                *((code, f"{code}: {', '.join(names)}") for code, names in codes.items() if code),
            ],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
        if now:
            self.fields["key"].disabled = True

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return {**data, "kinds": tuple(data["kinds"]), "classes": tuple(data["classes"])}


def template_shown(now: NoteTemplate | None) -> dict[str, Any]:
    """A template in the terms of its form."""
    names = ("title", "key", "specialty", "kinds", "classes")
    return {name: getattr(now, name) for name in names} if now else {}


class SectionForm(forms.Form):
    """A section of a template. What cannot be read is taken as blank."""

    code = forms.SlugField(max_length=50, required=False, widget=forms.HiddenInput)
    title = forms.CharField(label="Section", max_length=60, required=False)
    required = forms.BooleanField(label="must say something before it is signed", required=False)
    start = forms.CharField(
        label="Begins with", max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 1})
    )

    def section(self) -> NoteSection:
        """The section as typed."""
        self.full_clean()
        data = {"code": "", "title": "", "start": "", **self.cleaned_data}
        lines = "\n".join(str(data["start"]).splitlines())
        return NoteSection(data["code"], " ".join(data["title"].split()), bool(data.get("required")), lines)


def sections_typed(typed: Mapping[str, str]) -> list[NoteSection]:
    """The sections that a page sent, in order."""
    names = (f"s{at}" for at in range(40))
    return [SectionForm(typed, prefix=name).section() for name in names if f"{name}-title" in typed]


def section_shown(at: int, one: NoteSection) -> SectionForm:
    """A section in the terms of its form."""
    told = {name: getattr(one, name) for name in ("code", "title", "required", "start")}
    return SectionForm(initial=told, prefix=f"s{at}")


class RevisionForm(forms.Form):
    """A signed note or addendum put right: why, and the words it says from now on; ``seen`` is what was read."""

    why = forms.CharField(label="Because", max_length=300, required=False)
    text = forms.CharField(label="It says from now on", required=False, widget=_words(14), max_length=60_000)
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
