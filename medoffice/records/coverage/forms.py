"""Forms of coverage."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from medoffice.kernel.money import ZERO
from medoffice.practice.types import Payer
from medoffice.records.coverage.types import Relation, Subscriber
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

    payer = forms.ChoiceField(label="Insurance")
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

    groups = (
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


class EndForm(forms.Form):
    """The last day a policy holds."""

    on = TypedDateField(label="Last day", required=False)
