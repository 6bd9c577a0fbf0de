"""Forms about procedures."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django import forms

from medoffice.clinic.procedures.rules.judging import LINES, LONGEST, UNVERIFIED
from medoffice.clinic.procedures.types import Consent, Did, Kind, Line, Medicine, Read, SaidOfKind
from medoffice.ui.fields import TypedDateField, TypedWhenField

_WIDE = {"wide": "yes"}
_FIRST = {"autofocus": True}
_CONSENT = {Consent.NONE: "none", Consent.VERBAL: "by word", Consent.WRITTEN: "written"}
_MEDICINE = {Medicine.NONE: "none", Medicine.MAY: "may be given", Medicine.MUST: "is given"}
_GIVEN = ("medicine", "dose", "ndc", "lot", "expires", "controlled", "wasted", "witness")
_NEEDED = ("medicine", "dose", "lot", "expires", "controlled")
Choices = Sequence[tuple[str, str]]


class KindForm(forms.Form):
    """What a kind of procedure needs."""

    name = forms.CharField(label="Name", max_length=80, widget=forms.TextInput(attrs=_FIRST))
    consent = forms.ChoiceField(label="Consent", choices=[(one.value, words) for one, words in _CONSENT.items()])
    time_out = forms.BooleanField(label="A time-out is read", required=False)
    second = forms.BooleanField(label="A second person stands by at it", required=False)
    observe = forms.IntegerField(label="Minutes of observation", min_value=0, max_value=LONGEST, initial=0)
    medicine = forms.ChoiceField(label="Medicine", choices=[(one.value, words) for one, words in _MEDICINE.items()])
    source = forms.CharField(label="Whose word this is", max_length=120, required=False)

    def show(self, now: Kind) -> None:
        """What stands there."""
        self.initial = {name: getattr(now.said, name) for name in self.fields} | {
            "source": "" if now.said.source == UNVERIFIED else now.said.source
        }

    def said(self, key: str) -> SaidOfKind:
        """What was typed, as the action takes it."""
        told = self.cleaned_data
        return SaidOfKind(
            key, told["name"], Consent(told["consent"]), told["time_out"], told["second"], told["observe"],
            Medicine(told["medicine"]), told["source"],
        )  # fmt: skip


class ConsentForm(forms.Form):
    """That a patient agreed."""

    how = forms.ChoiceField(label="Agreed", widget=forms.Select(attrs=_FIRST))
    obtained_by = forms.ChoiceField(label="Obtained by")
    obtained_at = TypedWhenField(label="When, if not now", required=False, help_text="9:00, or 11/20 9:00")
    document = forms.ChoiceField(label="The paper on the chart", required=False, widget=forms.Select(attrs=_WIDE))

    def ask(self, of: SaidOfKind, staff: Choices, first: UUID, papers: Choices, morning: datetime) -> None:
        """How it may be, who may have obtained it, which papers are there; a time alone is of today."""
        enough = [
            one for one in (Consent.WRITTEN, Consent.VERBAL) if of.consent is not Consent.WRITTEN or one is of.consent
        ]
        choose(self, "how", [(one.value, _CONSENT[one]) for one in enough], enough[-1].value)
        choose(self, "obtained_by", staff, str(first))
        choose(self, "document", [("", ""), *papers])
        when = self.fields["obtained_at"]
        if isinstance(when, TypedWhenField):
            when.now = morning


class TimeOutForm(forms.Form):
    """A time-out, line by line: 1 holds, 0 stops it."""

    body_site = forms.CharField(
        label="Site and side", max_length=120, required=False, widget=forms.TextInput(attrs=_FIRST)
    )
    second = forms.ChoiceField(label="Stands by", required=False)
    words = forms.CharField(
        label="If a line does not hold: what is not so", max_length=200, required=False,
        widget=forms.TextInput(attrs=_WIDE),
    )  # fmt: skip

    def __init__(self, *args: object, **rest: object) -> None:
        """A line is a digit."""
        super().__init__(*args, **rest)  # type: ignore[arg-type]
        digit = {"inputmode": "numeric", "maxlength": "1", "size": "1", "class": "mono", "autocomplete": "off"}
        for one in Line:
            self.fields[one.value] = forms.ChoiceField(
                label=LINES[one], choices=[("1", "1"), ("0", "0")], widget=forms.TextInput(attrs=digit),
                error_messages={"required": "Read this line.", "invalid_choice": "1 or 0."},
            )  # fmt: skip

    def ask(self, of: SaidOfKind, staff: Choices) -> None:
        """Who may stand by; nobody is asked for where nobody has to."""
        choose(self, "second", [("", ""), *staff])
        if not of.second:
            del self.fields["second"]

    def read(self) -> Read:
        """What was said, as the action takes it."""
        said = self.cleaned_data
        lines = {one: said[one.value] == "1" for one in Line}
        return Read(lines, said["body_site"], _who(said.get("second")), said["words"])


class DoneForm(forms.Form):
    """What was done."""

    what = forms.CharField(label="What was done", max_length=500, widget=forms.TextInput(attrs=_FIRST | _WIDE))
    site = forms.CharField(label="Site and side", max_length=120, required=False)
    medicine = forms.CharField(label="Medicine", max_length=120, required=False)
    dose = forms.CharField(label="Dose given, with its unit", max_length=40, required=False)
    ndc = forms.CharField(label="NDC", max_length=13, required=False)
    lot = forms.CharField(label="Lot", max_length=30, required=False)
    expires = TypedDateField(label="Expires", required=False)
    controlled = forms.ChoiceField(
        label="Controlled medicine", required=False, choices=[("", ""), ("no", "no"), ("yes", "yes")]
    )
    wasted = forms.CharField(label="Wasted, with its unit", max_length=40, required=False)
    witness = forms.ChoiceField(label="Witness of the waste", required=False)
    doer = forms.ChoiceField(label="Done by")
    supervisor = forms.ChoiceField(label="Supervising provider")
    complications = forms.CharField(label="Complications", max_length=300, required=False)
    specimen = forms.CharField(label="Specimen sent", max_length=200, required=False)

    def ask(self, of: SaidOfKind, staff: Choices, providers: Choices, did: Did | None, me: UUID | None) -> None:
        """Only what is asked of this kind; what stands there already, who is at the screen, whose visit it is."""
        choose(self, "doer", [("", ""), *staff], str(me or ""))
        choose(self, "supervisor", providers)
        choose(self, "witness", [("", ""), *staff])
        for name in _GIVEN if of.medicine is Medicine.NONE and not (did and did.medicine) else ():
            del self.fields[name]
        for name in _NEEDED if of.medicine is Medicine.MUST else ():
            self.fields[name].required = True
        if did is not None:
            known = {None: "", True: "yes", False: "no"}[did.controlled]
            ids = {"doer": did.doer_id, "supervisor": did.supervisor_id, "witness": did.witness_id or ""}
            shown = {name: getattr(did, name) for name in self.fields if hasattr(did, name)}
            shown["expires"] = f"{did.expires:%m/%d/%Y}" if did.expires else ""
            self.initial = shown | {name: str(one) for name, one in ids.items()} | {"controlled": known}

    def did(self) -> Did:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        words = ("what", "site", "medicine", "ndc", "lot", "dose", "wasted", "complications", "specimen")
        return Did(
            doer_id=UUID(said["doer"]), supervisor_id=UUID(said["supervisor"]), expires=said.get("expires"),
            controlled={"yes": True, "no": False}.get(said.get("controlled", "")), witness_id=_who(said.get("witness")),
            **{name: said.get(name, "") for name in words},
        )  # fmt: skip


class CorrectionForm(DoneForm):
    """What was really done, and what was wrong."""

    what = forms.CharField(label="What was done", max_length=500, widget=forms.TextInput(attrs=_WIDE))
    why = forms.CharField(label="What was wrong with the entry", max_length=200, widget=forms.TextInput(attrs=_WIDE))


class LookForm(forms.Form):
    """How somebody is afterwards."""

    how = forms.CharField(label="How the patient is", max_length=200, widget=forms.TextInput(attrs=_FIRST | _WIDE))
    leaves = forms.ChoiceField(label="May leave", choices=[("yes", "yes"), ("no", "no, stays")])
    until = TypedWhenField(label="If not: looked at again", required=False, help_text="+15min, or 3pm")
    reaction = forms.CharField(label="Reaction: the provider is told at once", max_length=200, required=False)
    why = forms.CharField(label="Why before its time, or once more", max_length=200, required=False)


class WhyForm(forms.Form):
    """Why nothing was done after all."""

    why = forms.CharField(label="Why", max_length=200)


def choose(form: forms.Form, name: str, choices: Choices, first: str = "") -> None:
    """Set what a field may be, and what it is at first."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)
        field.initial = first


def _who(chosen: str | None) -> UUID | None:
    return UUID(chosen) if chosen else None
