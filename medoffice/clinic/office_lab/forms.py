"""Forms about the office's laboratory."""

from collections.abc import Sequence

from django import forms

from medoffice.clinic.office_lab.rules.locking import EVERY_WORDS
from medoffice.clinic.office_lab.types import (
    Control,
    ControlSaid,
    Every,
    Kit,
    OfficeTest,
    SaidOfTest,
    Scale,
    Westgard,
)
from medoffice.ui.fields import TypedDateField

_EVERY = [(str(one.value), words) for one, words in EVERY_WORDS.items()]
_RULES = [(one.value, one.value) for one in Westgard]
USUAL_REJECTS = [one.value for one in Westgard if one is not Westgard.ONE_2S]


def _number(label: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=12, decimal_places=4, required=False)


def _listed(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(one.strip() for one in text.split(",") if one.strip())


class OfficeTestForm(forms.Form):
    """A test that the office does."""

    key = forms.ChoiceField(label="Which service it is")
    name = forms.CharField(label="Name of the kit", max_length=80)
    scale = forms.ChoiceField(
        label="It answers with", choices=[("qualitative", "a word"), ("quantitative", "a number")]
    )
    levels = forms.CharField(label="Levels of control", max_length=200, help_text="between commas: negative, positive")
    every = forms.ChoiceField(label="Controls are run", choices=_EVERY, initial="1")
    answers = forms.CharField(label="Answers", max_length=300, required=False, help_text="of a word, between commas")
    unusual = forms.CharField(label="Unusual among them", max_length=300, required=False)
    unit = forms.CharField(label="Unit", max_length=20, required=False)
    low, high = _number("Usual from"), _number("Usual to")
    least, most = _number("Device measures from"), _number("Device measures to")
    loinc = forms.CharField(label="LOINC", max_length=10, required=False)
    rejects = forms.MultipleChoiceField(
        label="Rules that lock it", choices=_RULES, required=False, widget=forms.CheckboxSelectMultiple,
        initial=USUAL_REJECTS,
    )  # fmt: skip
    used = forms.BooleanField(label="The office does it", required=False, initial=True)

    def offer(self, services: Sequence[tuple[str, str]], now: OfficeTest | None = None) -> None:
        """Which services it may be; with what stands there filled in."""
        field = self.fields["key"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [one for one in services if now is None or one[0] == now.said.key]
        if now is not None:
            said = now.said
            self.initial = {
                **{name: getattr(said, name) for name in ("key", "name", "unit", "low", "high", "least", "most")},
                **{name: ", ".join(getattr(said, name)) for name in ("levels", "answers", "unusual")},
                "scale": said.scale.value,
                "every": str(int(said.every)),
                "loinc": said.loinc,
                "rejects": [one.value for one in said.rejects] or USUAL_REJECTS,
                "used": now.used,
            }

    def said(self) -> SaidOfTest:
        """What was typed, as the action takes it."""
        told = self.cleaned_data
        return SaidOfTest(
            key=told["key"], name=told["name"], scale=Scale(told["scale"]), levels=_listed(told["levels"]),
            every=Every(int(told["every"])), answers=_listed(told["answers"]), unusual=_listed(told["unusual"]),
            unit=told["unit"], low=told["low"], high=told["high"], least=told["least"], most=told["most"],
            loinc=told["loinc"], rejects=tuple(Westgard(one) for one in told["rejects"]),
        )  # fmt: skip


class KitForm(forms.Form):
    """A lot that came."""

    lot = forms.CharField(label="Lot", max_length=30)
    expires = TypedDateField(label="Last day on the box")
    site = forms.ChoiceField(label="Lies at")

    def offer(self, sites: Sequence[tuple[str, str]]) -> None:
        """Set where it may lie."""
        _choose(self, "site", sites)


class ControlForm(forms.Form):
    """A control as its sheet has it."""

    level = forms.ChoiceField(label="Level")
    lot = forms.CharField(label="Lot", max_length=30)
    expires = TypedDateField(label="Last day")
    expected = forms.ChoiceField(label="It must give", required=False)
    mean = forms.DecimalField(label="Mean", max_digits=12, decimal_places=4, required=False)
    sd = forms.DecimalField(label="SD", max_digits=12, decimal_places=4, required=False)
    site = forms.ChoiceField(label="Used at")

    def offer(self, test: OfficeTest, sites: Sequence[tuple[str, str]]) -> None:
        """Set what a control of this test says."""
        said = test.said
        _choose(self, "site", sites)
        _choose(self, "level", [(one, one) for one in said.levels])
        _choose(self, "expected", [("", ""), *((one, one) for one in said.answers)])
        for name in ("mean", "sd") if said.scale is Scale.QUALITATIVE else ("expected",):
            del self.fields[name]

    def said(self) -> ControlSaid:
        """What was typed, as the action takes it."""
        told = self.cleaned_data
        return ControlSaid(
            told["level"], told["lot"], told["expires"], told.get("expected", ""), told.get("mean"), told.get("sd")
        )


class WhyForm(forms.Form):
    """Why a lot is used no more."""

    why = forms.CharField(label="Why: empty, recalled, spoilt", max_length=200)


class RunForm(forms.Form):
    """What controls gave: one field for each level in use, in the order of the test."""

    did = forms.CharField(label="What was done about the run that failed", max_length=200, required=False)

    def ask(self, test: OfficeTest, controls: Sequence[Control], *, failed: bool) -> None:
        """One field for each control; what was done is asked for only after a run that failed."""
        in_use = {one.said.level: one for one in controls}
        asked: dict[str, forms.Field] = {}
        for place, level in enumerate(test.said.levels):
            if level not in in_use:
                continue
            said = in_use[level].said
            told = f"must give {said.expected}" if said.expected else f"mean {said.mean}, SD {said.sd}"
            label, help_text = f"{level}, lot {said.lot}", told
            if test.said.scale is Scale.QUALITATIVE:
                choices = [("", ""), *((one, one) for one in test.said.answers)]
                asked[f"level_{place}"] = forms.ChoiceField(
                    label=label, choices=choices, required=False, help_text=help_text
                )
            else:
                asked[f"level_{place}"] = forms.CharField(
                    label=label, max_length=20, required=False, help_text=help_text,
                    widget=forms.TextInput(attrs={"inputmode": "decimal"}),
                )  # fmt: skip
        for first in list(asked.values())[:1]:
            first.widget.attrs["autofocus"] = True
        did = self.fields["did"]
        self.fields = {**asked, **({"did": did} if failed else {})}

    def values(self, test: OfficeTest) -> dict[str, str]:
        """What was typed, by level."""
        return {level: self.cleaned_data.get(f"level_{place}", "") for place, level in enumerate(test.said.levels)}


class FoundForm(forms.Form):
    """What was found for an order, with which lot."""

    value = forms.CharField(label="Found", max_length=40)
    kit = forms.ChoiceField(label="Lot")

    def ask(self, test: OfficeTest, kits: Sequence[Kit]) -> None:
        """What the test can answer, and which lots may be used; the first is chosen."""
        self.fields["value"] = found_field(test)
        _choose(self, "kit", [(str(one.id), f"{one.lot}, ends {one.expires:%m/%d/%Y}") for one in kits])


class CorrectionForm(forms.Form):
    """What was really found, and what was wrong."""

    why = forms.CharField(label="What was wrong", max_length=200)
    value = forms.CharField(label="Really found", max_length=40)

    def ask(self, test: OfficeTest) -> None:
        """What the test can answer."""
        self.fields["value"] = found_field(test, "Really found")


def found_field(test: OfficeTest, label: str = "Found") -> forms.Field:
    """The field of a result: a choice of words, or a number with its unit."""
    if test.said.scale is Scale.QUALITATIVE:
        choices = [("", ""), *((one, one) for one in test.said.answers)]
        return forms.ChoiceField(label=label, choices=choices, widget=forms.Select(attrs={"autofocus": True}))
    attrs = {"autofocus": True, "inputmode": "decimal"}
    return forms.CharField(label=f"{label}, {test.said.unit}", max_length=20, widget=forms.TextInput(attrs=attrs))


def _choose(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
