"""Forms of billing: payments, refunds, adjustments, fees."""

from django import forms

from medoffice.kernel.money import Money
from medoffice.revenue.billing.types import Method
from medoffice.ui.fields import MoneyField, TypedDateField

_OF_INSURANCE = [("transfer", "Becomes the patient's"), ("write_off_insurance", "Write off what insurance owes")]
_OF_PATIENT = [("write_off_patient", "Write off what the patient owes")]
METHODS = [(method.value, method.value) for method in Method]


class PaymentForm(forms.Form):
    """Money from a patient."""

    amount = MoneyField(
        label="Amount",
        widget=forms.TextInput(attrs={"data-key": "t", "data-says": "take a payment", "inputmode": "decimal"}),
    )
    method = forms.TypedChoiceField(label="Paid by", choices=METHODS, coerce=Method)
    copay = forms.BooleanField(label="It is a copay", required=False)


class RefundForm(forms.Form):
    """Money back to a patient."""

    amount = MoneyField(label="Amount")
    method = forms.TypedChoiceField(label="Paid back by", choices=METHODS, coerce=Method)
    why = forms.CharField(label="Why", max_length=200)


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label="Why", max_length=200, help_text="It stays in the account for good.")


class AdjustForm(forms.Form):
    """A person's decision about what is open of a charge."""

    what = forms.ChoiceField(label="What", choices=_OF_INSURANCE + _OF_PATIENT)
    amount = MoneyField(label="Amount")
    why = forms.CharField(label="Why", max_length=200)

    def offer(self, insurance: Money, patient: Money) -> None:
        """Offer what can be decided of these open balances."""
        field = self.fields["what"]
        if isinstance(field, forms.ChoiceField):
            field.choices = (_OF_INSURANCE if insurance else []) + (_OF_PATIENT if patient else [])


class FeeForm(forms.Form):
    """A fee from a date on."""

    code = forms.RegexField(label="Service code", regex=r"^[A-Za-z0-9]{5}$", max_length=5)
    amount = MoneyField(label="Fee")
    valid_from = TypedDateField(label="From")

    def clean_code(self) -> str:
        """Codes are written in capitals."""
        return str(self.cleaned_data["code"]).upper()
