"""Forms of the schedule."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from medoffice.records.encounters.types import EncounterClass
from medoffice.security.types import OF_VISIT


class InstantField(forms.CharField):
    """An instant in ISO form with its zone, as the free times carry it."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's signature
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError as error:
            raise ValidationError("Choose one of the free times.") from error
        if found.tzinfo is None or not 1900 < found.year < 2200:  # further off, no zone can be reckoned with
            raise ValidationError("Choose one of the free times.")
        return found


class SlotForm(forms.Form):
    """A chosen free time."""

    provider = forms.UUIDField()
    site = forms.UUIDField()
    starts = InstantField()


class BookForm(SlotForm):
    """A chosen free time for a new appointment."""

    visit_type = forms.SlugField()
    reason = forms.CharField(max_length=200)
    call = forms.UUIDField(required=False)


class KindForm(forms.Form):
    """A kind of visit."""

    name = forms.CharField(label="Name", max_length=60)
    minutes = forms.IntegerField(label="Minutes", min_value=5, max_value=240)
    encounter_class = forms.ChoiceField(
        label="Leads to", choices=[(kind.value, f"{kind.value} visit") for kind in EncounterClass]
    )
    takes_copay = forms.BooleanField(label="A copay is taken", required=False)


class ConfidentialForm(forms.Form):
    """Which confidentiality a visit has, and who said so."""

    label = forms.ChoiceField(label="It is", choices=[(label.value, label.says) for label in sorted(OF_VISIT)])
    why = forms.CharField(label="Who asked, or why", max_length=200)
