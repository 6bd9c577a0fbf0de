"""Forms of the desks."""

from django import forms

from medoffice.revenue.billing.types import Method
from medoffice.ui.fields import MoneyField


class TakeForm(forms.Form):
    """Money at check-out."""

    amount = MoneyField()
    copay = MoneyField(required=False)  # what of it is the copay that was open when the form was shown
    method = forms.ChoiceField(choices=[(m.value, m.value) for m in Method])


class ArriveForm(forms.Form):
    """Check-in with the copay, if one is taken."""

    identity_checked = forms.CharField(max_length=80)
    coverage = forms.UUIDField(required=False)  # a policy or a case; neither is self-pay
    amount = MoneyField(required=False)
    method = forms.ChoiceField(choices=[("", "not taken"), *((m.value, m.value) for m in Method)], required=False)
    display = forms.ChoiceField(
        choices=[("", "not"), ("token", "token"), ("initials", "initials"), ("name", "name")], required=False
    )
