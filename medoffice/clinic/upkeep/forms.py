"""Forms about upkeep."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from medoffice.clinic.upkeep.rules.judging import ALSO, COLD, DUE, WHAT_WORDS, proposed
from medoffice.clinic.upkeep.types import Entry, Equipment, Kept, Kind, Told, Verdict, What

_DAYS = [(str(place), name) for place, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))]
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_VERDICTS = [("", ""), (Verdict.USE, "use them after all"), (Verdict.DISCARD, "discard what is left of them")]


class TimesField(forms.CharField):
    """Times of a day between commas: ``9:30, 17:00``; cleans to a tuple of times."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        found = [_TIME.fullmatch(one.strip()) for one in str(value or "").split(",") if one.strip()]
        if None in found:
            raise ValidationError("Write times such as 9:30, 17:00.")
        return tuple(time(int(one[1]), int(one[2])) for one in found if one)


class EquipmentForm(forms.Form):
    """How something is looked after."""

    name = forms.CharField(label="Name", max_length=60, widget=forms.TextInput(attrs={"autofocus": True}))
    site = forms.ChoiceField(label="Stands at")
    times = TimesField(label="Logged by", help_text="9:30, 17:00")
    days = forms.MultipleChoiceField(label="On", choices=_DAYS, widget=forms.CheckboxSelectMultiple)
    unit = forms.CharField(label="Unit", max_length=12, required=False)
    low = forms.DecimalField(label="From", max_digits=7, decimal_places=2, required=False)
    high = forms.DecimalField(label="To", max_digits=7, decimal_places=2, required=False)
    source = forms.CharField(label="Where the limits are from", max_length=120, required=False)
    vaccines = forms.BooleanField(label="Vaccines stand in it", required=False)
    used = forms.BooleanField(label="It is looked after", required=False, initial=True)

    def offer(self, kind: Kind, sites: Sequence[tuple[str, str]], now: Equipment | None = None) -> None:
        """Where it may stand, and what is proposed for its kind, or what stands there."""
        choose(self, "site", [one for one in sites if now is None or one[0] == str(now.kept.site_id)])
        if DUE[kind] is not What.READING:
            for name in ("unit", "low", "high", "source"):
                del self.fields[name]
        if kind not in COLD:
            del self.fields["vaccines"]
        kept = now.kept if now else proposed(kind, UUID(sites[0][0]))
        self.initial = {
            **{name: getattr(kept, name) for name in ("name", "unit", "low", "high", "source", "vaccines")},
            "site": str(kept.site_id), "times": _shown(kept.times), "days": [str(one) for one in kept.days],
            "used": now.used if now else True,
        }  # fmt: skip

    def kept(self, kind: Kind) -> Kept:
        """What was typed, as the action takes it."""
        told = self.cleaned_data
        return Kept(
            site_id=UUID(told["site"]), kind=kind, name=told["name"], times=told["times"],
            days=tuple(int(one) for one in told["days"]), unit=told.get("unit", ""), low=told.get("low"),
            high=told.get("high"), source=told.get("source", ""), vaccines=told.get("vaccines", False),
        )  # fmt: skip


class EntryForm(forms.Form):
    """One look at it."""

    what = forms.ChoiceField(label="What")
    value = forms.DecimalField(
        label="Reads", max_digits=7, decimal_places=2, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    load = forms.CharField(label="Load", max_length=20, required=False)
    cycle = forms.CharField(label="Cycle", max_length=60, required=False)
    passed = forms.ChoiceField(label="Indicator", choices=[("", ""), ("yes", "passed"), ("no", "failed")])
    did = forms.CharField(label="If it is not right: what was done", max_length=200, required=False)

    def ask(self, kept: Kept, before: Entry | None = None, *, due: bool = True) -> None:
        """The fields of this kind; what is due is chosen, and the load after the one before is proposed."""
        kinds = (DUE[kept.kind], *ALSO.get(kept.kind, ()))
        choose(self, "what", [(one.value, WHAT_WORDS[one]) for one in kinds])
        self.fields["what"].initial = (kinds[0] if due else kinds[-1]).value
        reads, sterile = kinds[0] is What.READING, kept.kind is Kind.AUTOCLAVE
        asked = {"what": len(kinds) > 1, "value": reads, "load": sterile, "cycle": sterile, "passed": sterile}
        for name, wanted in {**asked, "did": reads or sterile}.items():
            if not wanted:
                del self.fields[name]
        if reads:
            self.fields["value"].label = f"Reads, {kept.unit}"
        if before is not None and before.told.load:
            number = before.told.load
            self.initial = {"cycle": before.told.cycle, "load": str(int(number) + 1) if number.isdecimal() else ""}
        next(iter(self.fields.values())).widget.attrs["autofocus"] = True

    def told(self, kept: Kept) -> Told:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        return Told(
            what=What(said.get("what") or DUE[kept.kind].value), value=said.get("value"),
            passed={"yes": True, "no": False}.get(said.get("passed", "")), load=said.get("load", ""),
            cycle=said.get("cycle", ""), did=said.get("did", ""),
        )  # fmt: skip


class CorrectionForm(EntryForm):
    """What was really seen, and what was wrong."""

    why = forms.CharField(label="What was wrong with the line", max_length=200)

    def mend(self, kept: Kept, wrong: Entry) -> None:
        """The fields of this kind, with what the wrong line says."""
        self.ask(kept)
        told = wrong.told
        passed = {True: "yes", False: "no", None: ""}[told.passed]
        self.initial = {
            "what": told.what.value, "value": told.value, "load": told.load, "cycle": told.cycle, "passed": passed,
            "did": told.did,
        }  # fmt: skip


class DecisionForm(forms.Form):
    """What becomes of it."""

    lots = forms.MultipleChoiceField(
        label="Lots", required=False, widget=forms.CheckboxSelectMultiple(attrs={"wide": "yes"})
    )
    verdict = forms.ChoiceField(label="Decision", choices=_VERDICTS)
    why = forms.CharField(label="Why, and who was asked", max_length=200)

    def offer(self, lots: Sequence[tuple[str, str]]) -> None:
        """The lots that are set aside, all chosen; without any, only what was done is asked."""
        choose(self, "lots", lots)
        self.fields["lots"].initial = [one for one, _ in lots]
        if not lots:
            del self.fields["lots"]
            del self.fields["verdict"]


class LotsForm(forms.Form):
    """Which lots stand in it."""

    lots = forms.MultipleChoiceField(label="Lots that stand in it", required=False, widget=forms.CheckboxSelectMultiple)

    def offer(self, lots: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """The lots of the site; those that stand in it are chosen."""
        choose(self, "lots", lots)
        self.fields["lots"].initial = list(chosen)


def choose(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    """Set what a field may be."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


def _shown(times: Sequence[time]) -> str:
    return ", ".join(f"{one:%H:%M}" for one in times)
