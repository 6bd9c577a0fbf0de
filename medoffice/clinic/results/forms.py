"""Forms about results."""

from django import forms


class AttachForm(forms.Form):
    """Whose a message is, and how one knows."""

    patient = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Choose a patient."})
    why = forms.CharField(label="How you know", max_length=300, required=False)


class ReturnForm(forms.Form):
    """Who at the laboratory was told."""

    told = forms.CharField(label="Whom you told, and when", max_length=300, required=False)
