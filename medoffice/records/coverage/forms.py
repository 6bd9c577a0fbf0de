"""Forms of coverage."""

from datetime import date

from django import forms

from medoffice.kernel.money import ZERO
from medoffice.practice.types import Payer
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.records.patients.rules.search import birth_date_as_typed
from medoffice.ui.fields import MoneyField, TypedDateField

RELATIONS = (
    (Relation.SELF, "the policy holder"),
    (Relation.SPOUSE, "the spouse"),
    (Relation.CHILD, "the child"),
    (Relation.OTHER, "other"),
)


class CoverageForm(forms.Form):
    """A policy as the card says it."""

    payer = forms.ChoiceField(label="Insurance")
    member_id = forms.CharField(label="Member id", max_length=40)
    group = forms.CharField(label="Group", max_length=40, required=False)
    order = forms.TypedChoiceField(label="Pays", choices=[(1, "first"), (2, "second"), (3, "third")], coerce=int)
    starts = TypedDateField(label="Since", help_text="Date on the card, or t for today")
    copay = MoneyField(label="Copay", required=False)
    relation = forms.ChoiceField(label="The patient is", choices=RELATIONS)
    holder_family = forms.CharField(label="Holder's family name", max_length=80, required=False)
    holder_given = forms.CharField(label="Holder's given name", max_length=80, required=False)
    holder_born = forms.CharField(label="Holder's birth date", max_length=10, required=False)
    holder_sex = forms.ChoiceField(label="Holder's sex", choices=[("U", "U"), ("F", "F"), ("M", "M")], required=False)

    def offer(self, payers: list[Payer], today: date) -> None:
        """Set what can be chosen, and the day that ``t`` means."""
        payer, starts = self.fields["payer"], self.fields["starts"]
        if isinstance(payer, forms.ChoiceField):
            payer.choices = [(str(found.id), found.name) for found in payers]
        if isinstance(starts, TypedDateField):
            starts.today = today

    def subscriber(self) -> Subscriber | None:
        """The policy holder, if that is somebody else."""
        data = self.cleaned_data
        born = birth_date_as_typed(data["holder_born"], date.max.replace(year=2100)) if data["holder_born"] else None
        if data["relation"] == Relation.SELF or not data["holder_family"] or born is None:
            return None
        return Subscriber(data["holder_family"], data["holder_given"], born, data["holder_sex"] or "U")

    def clean_copay(self) -> object:
        """No copay is zero."""
        return self.cleaned_data["copay"] or ZERO
