"""Forms of the chart."""

from decimal import Decimal

from django import forms

from medoffice.clinic.charting.types import Vitals


class VitalsForm(forms.Form):
    """Vital signs; a blank is not taken. Temperature may be typed in either scale: above 45 it is Fahrenheit."""

    systolic = forms.IntegerField(label="Upper", required=False)
    diastolic = forms.IntegerField(label="Lower", required=False)
    pulse = forms.IntegerField(label="Pulse", required=False)
    respirations = forms.IntegerField(label="Resp", required=False)
    temperature = forms.DecimalField(label="Temp °C/°F", required=False, max_digits=4, decimal_places=1)
    oxygen = forms.IntegerField(label="SpO2 %", required=False)
    weight = forms.DecimalField(label="Weight kg", required=False, max_digits=6, decimal_places=2)
    height = forms.DecimalField(label="Height cm", required=False, max_digits=5, decimal_places=1)
    pain = forms.IntegerField(label="Pain 0-10", required=False)

    def clean_temperature(self) -> Decimal | None:
        """Celsius to a tenth."""
        typed: Decimal | None = self.cleaned_data["temperature"]
        if typed is None or typed <= 45:
            return typed
        return ((typed - 32) * 5 / 9).quantize(Decimal("0.1"))

    def vitals(self) -> Vitals:
        """As typed."""
        return Vitals(**self.cleaned_data)
