"""Forms of coverage."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from medoffice.kernel.money import ZERO
from medoffice.practice.types import Payer
from medoffice.records.coverage.types import CaseKind, Relation, Subscriber
from medoffice.ui.fields import MoneyField, TypedDateField

RELATIONS = (
    (Relation.SELF, "the policy holder"),
    (Relation.SPOUSE, "the spouse"),
    (Relation.CHILD, "the child"),
    (Relation.OTHER, "other"),
)

UNTOUCHED = {"payer": "", "starts": "t", "order": "1", "relation": Relation.SELF.value, "holder_sex": "U"}


class CoverageForm(forms.Form):
    """A policy as the card says it."""

    payer = forms.ChoiceField(
        label="Insurance", widget=forms.Select(attrs={"data-key": "a", "data-says": "which insurance"})
    )
    member_id = forms.CharField(label="Member id", max_length=40)
    group = forms.CharField(label="Group", max_length=40, required=False)
    order = forms.TypedChoiceField(label="Pays", choices=[(1, "first"), (2, "second"), (3, "third")], coerce=int)
    starts = TypedDateField(label="Since", help_text="Date on the card, or t for today")
    ends = TypedDateField(label="Until", required=False, help_text="If the card says so.")
    copay = MoneyField(label="Copay", required=False)
    relation = forms.ChoiceField(label="The patient is", choices=RELATIONS)
    holder_family = forms.CharField(label="Holder's family name", max_length=80, required=False)
    holder_given = forms.CharField(label="Holder's given name", max_length=80, required=False)
    holder_born = TypedDateField(past=True, label="Holder's birth date", required=False)
    holder_sex = forms.ChoiceField(label="Holder's sex", choices=[("U", "U"), ("F", "F"), ("M", "M")], required=False)

    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("The card", ("payer", "member_id", "group", "copay")),
        ("When it pays", ("order", "starts", "ends")),
        ("Whose policy it is", ("relation", "holder_family", "holder_given", "holder_born", "holder_sex")),
    )

    def offer(self, payers: list[Payer], today: date) -> None:
        """Set what can be chosen, and the day that ``t`` means."""
        payer = self.fields["payer"]
        if isinstance(payer, forms.ChoiceField):
            none = [("", "none on file, self-pay")] if self.empty_permitted else []
            payer.choices = [*none, *((str(found.id), found.name) for found in payers)]
        for field in self.fields.values():
            if isinstance(field, TypedDateField):
                field.today = today

    def subscriber(self) -> Subscriber | None:
        """The policy holder, if that is somebody else."""
        data = self.cleaned_data
        born = data["holder_born"]
        if data["relation"] == Relation.SELF or not data["holder_family"] or born is None:
            return None
        return Subscriber(data["holder_family"], data["holder_given"], born, data["holder_sex"] or "U")

    def clean(self) -> dict[str, Any]:
        """A policy held by somebody else names them."""
        data = super().clean() or self.cleaned_data
        if data.get("relation", Relation.SELF) != Relation.SELF:
            for name in ("holder_family", "holder_born"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "Needed when somebody else holds the policy.")
        return data

    def clean_copay(self) -> object:
        """No copay is zero."""
        return self.cleaned_data["copay"] or ZERO


class FirstCoverageForm(CoverageForm):
    """The policy of somebody who is just registered; nothing is asked as long as nothing of a card is typed."""

    def __init__(self, typed: QueryDict | None) -> None:
        """Allow it to stay empty; its fields stand beside those of the patient."""
        super().__init__(
            typed, initial=UNTOUCHED, prefix="insurance", empty_permitted=True, use_required_attribute=False
        )

    def has_changed(self) -> bool:
        """Whether anything of a card was typed."""
        return any(self[name].data for name in ("payer", "member_id", "group", "copay"))


class ScannedForm(CoverageForm):
    """A policy as a scanned card says it, with what was read on the card filled in."""

    replaces = forms.BooleanField(label="It replaces the card on file", required=False)

    groups = (*CoverageForm.groups[:2], ("Whose policy it is", (*CoverageForm.groups[2][1], "replaces")))


def scanned_form(typed: QueryDict | None, read: Mapping[str, str], payers: list[Payer], today: date) -> forms.Form:
    """The form of a policy from a card, for rooms that scan; ``read`` holds what is suggested, as it would be typed.

    Typing begins at the first thing on the card that was not read.
    """
    form = ScannedForm(typed, initial=_begins(read, payers))
    form.offer(payers, today)
    unread = [name for name in ("payer", "member_id", "group", "copay") if not form.initial.get(name)]
    for name in unread[:1]:
        form.fields[name].widget.attrs["autofocus"] = True
    return form


def typed_policy(form: forms.Form, read: Mapping[str, str], payers: list[Payer]) -> dict[str, Any]:
    """What was confirmed, in the words of the actions; ``corrected`` names the suggestions that were wrong."""
    data, began = form.cleaned_data, _begins(read, payers)
    kept = {name: data[name] for name in ("member_id", "group", "order", "starts", "ends", "copay", "replaces")}
    return {
        **kept,
        "payer_id": UUID(data["payer"]),
        "relation": Relation(data["relation"]),
        "subscriber": form.subscriber() if isinstance(form, CoverageForm) else None,
        "corrected": sorted(name for name in read if str(form.data.get(name, "")).strip() != began[name]),
    }


def _begins(read: Mapping[str, str], payers: list[Payer]) -> dict[str, str]:
    named = {payer.name: str(payer.id) for payer in payers}
    return {**UNTOUCHED, "replaces": "on", **read, "payer": named.get(read.get("payer", ""), "")}


class CaseForm(forms.Form):
    """A case: who pays in place of the health insurance, and why."""

    kind = forms.ChoiceField(label="What it is", choices=[(kind.value, kind.value) for kind in CaseKind])
    payer = forms.ChoiceField(label="Carrier", required=False, help_text="None only where the employer pays itself.")
    claim_number = forms.CharField(label="Claim number", max_length=40, required=False)
    injured_on = TypedDateField(label="Day it happened", required=False)
    state = forms.CharField(
        label="In state", max_length=2, required=False, help_text="Two letters, as for an auto accident."
    )
    employer = forms.CharField(label="Employer", max_length=80, required=False)
    adjuster = forms.CharField(label="Adjuster", max_length=80, required=False)
    adjuster_phone = forms.CharField(label="Adjuster's phone", max_length=20, required=False)
    fee_schedule = forms.CharField(
        label="Prices",
        max_length=40,
        required=False,
        help_text="The fee schedule that holds for it. Its name is kept; the office's own fees are charged.",
    )
    opened_on = TypedDateField(label="Open since", help_text="t for today")

    groups = (
        ("What happened", ("kind", "injured_on", "state")),
        ("Who pays", ("payer", "claim_number", "employer", "fee_schedule")),
        ("Who decides", ("adjuster", "adjuster_phone", "opened_on")),
    )

    def offer(self, payers: list[Payer], today: date) -> None:
        """Set what can be chosen, and the day that ``t`` means."""
        payer = self.fields["payer"]
        if isinstance(payer, forms.ChoiceField):
            payer.choices = [("", "the employer itself"), *((str(found.id), found.name) for found in payers)]
        for field in self.fields.values():
            if isinstance(field, TypedDateField):
                field.today = today

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = dict(self.cleaned_data)
        payer = data.pop("payer")
        return {**data, "kind": CaseKind(data["kind"]), "payer_id": UUID(payer) if payer else None}


class EndForm(forms.Form):
    """The last day a policy holds."""

    on = TypedDateField(label="Last day", required=False)

    def offer(self, today: date) -> None:
        """Set the day that ``t`` means."""
        field = self.fields["on"]
        if isinstance(field, TypedDateField):
            field.today = today
