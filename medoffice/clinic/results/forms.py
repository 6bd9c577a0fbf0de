"""Forms about results."""

from django import forms

from medoffice.clinic.results.types import FOLLOWED, Said
from medoffice.security.types import Role

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


class FollowForm(forms.Form):
    """What is to come of a result."""

    to_do = forms.CharField(label="What is to be done", max_length=150)
    task = forms.ChoiceField(
        label="Task for",
        choices=[("", "Nobody"), *((one.value, one.value.replace("_", " ").capitalize()) for one in FOLLOWED)],
        required=False,
    )
    days = forms.TypedChoiceField(
        label="Seen again within",
        choices=[("", "No visit"), (7, "1 week"), (14, "2 weeks"), (30, "30 days"), (90, "90 days"), (180, "180 days")],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def role(self) -> Role | None:
        """Whose task it is."""
        return Role(self.cleaned_data["task"]) if self.cleaned_data["task"] else None


class TakeOffForm(forms.Form):
    """How it is known that a result is another patient's."""

    why = forms.CharField(label="How you know", max_length=300)


class ReturnForm(forms.Form):
    """Who at the laboratory was told."""

    told = forms.CharField(label="Whom you told, and when", max_length=300, required=False)
