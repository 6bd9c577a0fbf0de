"""Forms of billing: payments, refunds, adjustments, fees."""

from django import forms

from medoffice.revenue.billing.types import Method
from medoffice.ui.fields import MoneyField, TypedDateField

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

    what = forms.ChoiceField(
        label="What",
        choices=[
            ("transfer", "Becomes the patient's"),
            ("write_off_insurance", "Write off what insurance owes"),
            ("write_off_patient", "Write off what the patient owes"),
        ],
    )
    amount = MoneyField(label="Amount")
    why = forms.CharField(label="Why", max_length=200)


class FeeForm(forms.Form):
    """A fee from a date on."""

    code = forms.RegexField(label="Service code", regex=r"^[A-Za-z0-9]{5}$", max_length=5)
    amount = MoneyField(label="Fee")
    valid_from = TypedDateField(label="From")

    def clean_code(self) -> str:
        """Codes are written in capitals."""
        return str(self.cleaned_data["code"]).upper()
