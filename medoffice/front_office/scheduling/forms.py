"""Forms of the schedule."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class InstantField(forms.CharField):
    """An instant in ISO form with its zone, as the free times carry it."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError as error:
            raise ValidationError("Choose one of the free times.") from error
        if found.tzinfo is None:
            raise ValidationError("Choose one of the free times.")
        return found


class BookForm(forms.Form):
    """A chosen free time."""

    provider = forms.UUIDField()
    site = forms.UUIDField()
    starts = InstantField()
    visit_type = forms.SlugField()
    reason = forms.CharField(max_length=200)
    call = forms.UUIDField(required=False)
