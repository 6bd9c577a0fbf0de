"""Forms about results."""

from django import forms

from medoffice.clinic.results.types import Said

NOTED = [one for one in Said if one is not Said.MESSAGE]


class AttachForm(forms.Form):
    """Whose a message is, and how one knows."""

    patient = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Choose a patient."})
    why = forms.CharField(label="How you know", max_length=300, required=False)


class EntryForm(forms.Form):
    """What is noted about a report."""

    what = forms.ChoiceField(label="What", choices=[(one.value, one.value.capitalize()) for one in NOTED])
    whom = forms.CharField(label="With whom", max_length=80, required=False)
    words = forms.CharField(label="What was said", max_length=500, required=False)
    read_back = forms.BooleanField(label="Read back, and it agreed", required=False)


class ReturnForm(forms.Form):
    """Who at the laboratory was told."""

    told = forms.CharField(label="Whom you told, and when", max_length=300, required=False)
