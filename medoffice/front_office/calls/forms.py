"""Forms of the telephone."""

from django import forms

from medoffice.front_office.calls.types import CallKind


class CallForm(forms.Form):
    """A call as it is typed."""

    caller = forms.CharField(max_length=120)
    relation = forms.CharField(max_length=40, required=False)
    phone = forms.CharField(max_length=24, required=False)
    kind = forms.ChoiceField(choices=[(kind.value, kind.value) for kind in CallKind])
    reason = forms.CharField(max_length=2000)
    urgent = forms.BooleanField(required=False)
