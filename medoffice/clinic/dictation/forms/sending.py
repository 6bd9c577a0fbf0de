"""Forms that send a recording, name its readers, and place what is nobody's yet."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict

from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.rules.due import priorities
from medoffice.clinic.dictation.types.dictations import Priority
from medoffice.clinic.dictation.types.takes import Way
from medoffice.front_office.referrals.types import Performer

ACCEPTS = ".wav,.mp3,.m4a,.mp4,.ogg,.oga,.opus,.webm,.dss,audio/*"


class SoundForm(forms.Form):
    """A recording as a file."""

    sound = forms.FileField(
        label="Recording",
        max_length=400,
        widget=forms.FileInput(
            attrs={"accept": ACCEPTS, "data-key": "f", "data-says": "choose the recording", "wide": "yes"}
        ),
        help_text="WAV, MP3, M4A, OGG or WebM; 24 MB, which is two hours as MP3 or OGG for speech.",
        error_messages={
            "required": "Choose the recording.",
            "empty": "There is nothing in this file. Record it again, or send the file again.",
        },
    )

    def content(self) -> bytes:
        """What is in the file."""
        found = self.cleaned_data["sound"].read()
        return bytes(found)

    def called(self) -> str:
        """What the file is called."""
        return str(self.cleaned_data["sound"].name or "")


class FurtherForm(SoundForm):
    """A further recording of a dictation, and which visit that was about when it was chosen."""

    visit = forms.UUIDField(error_messages={"required": "Open the page again."})


class CopyForm(forms.Form):
    """Whom a copy goes to: chosen, or by name."""

    performer = forms.UUIDField(required=False)
    name = forms.CharField(max_length=120, required=False)


class ReadersForm(forms.Form):
    """Who gets a copy, each of the directory."""

    copy = forms.TypedMultipleChoiceField(
        coerce=UUID,
        required=False,
        widget=forms.MultipleHiddenInput,
        error_messages={"invalid_choice": "Somebody who was chosen is no longer in the directory. Choose again."},
    )

    def __init__(self, data: QueryDict | None = None, known: Iterable[Performer] = ()) -> None:
        """``known``: the directory, as it stands."""
        super().__init__(data)
        self.fields["copy"].choices = [(str(who.id), f"{who.name}, {who.specialty}") for who in known]  # type: ignore[attr-defined] # a field of choices

    def chosen(self) -> list[tuple[str, str]]:
        """Who was chosen and may be still, with their names."""
        said = set(self["copy"].value() or ())
        return [one for one in self.fields["copy"].choices if one[0] in said]  # type: ignore[attr-defined] # as above


class AgainForm(forms.Form):
    """Why who has a copy is not sent what was put right."""

    why = forms.CharField(max_length=300, required=False)


class BecomesForm(forms.Form):
    """What a recording is to become, and how soon."""

    kind = forms.ChoiceField(
        label="It becomes",
        choices=list(kinds().items()),
        error_messages={"required": "Choose what it is to become."},
    )
    priority = forms.ChoiceField(
        label="How soon", choices=[(one.value, one.says) for one in priorities()], initial=Priority.ROUTINE
    )
    note = forms.CharField(
        label="For whoever types", max_length=500, required=False, widget=forms.TextInput(attrs={"wide": "yes"})
    )


class SendForm(BecomesForm, SoundForm):
    """A recording as a file, what it is to become, and how soon."""

    field_order = ("sound", "kind", "priority", "note")


class TakeForm(BecomesForm):
    """What was recorded here, what it is to become, and how soon."""

    take = forms.UUIDField(widget=forms.HiddenInput)


class PlaceForm(BecomesForm):
    """What visit a recording is about, and what it is to become."""

    number = forms.CharField(label="Number of the visit", max_length=20, help_text="E-10001")
    field_order = ("number", "kind", "priority", "note")


class DropForm(forms.Form):
    """Why a recording is thrown away."""

    why = forms.CharField(label="Why", max_length=300)


class SeenForm(forms.Form):
    """How many milliseconds of each stretch a page knew when it offered to play a piece, or to put words in."""

    seen = forms.RegexField(r"^\d{1,4}:\d{1,8}(?:,\d{1,4}:\d{1,8}){0,999}\Z", required=False)

    def known(self) -> dict[int, int] | None:
        """By the number of the stretch; None for all that is there."""
        pairs = [one.split(":") for one in self.cleaned_data["seen"].split(",") if one]
        return {int(number): int(ms) for number, ms in pairs} or None


class GoOnForm(SeenForm):
    """What the recorder goes on with, and where in what its page showed; without a take it begins one."""

    take = forms.UUIDField(required=False)
    way = forms.ChoiceField(choices=[(one.value, one.value) for one in Way], required=False)
    at = forms.IntegerField(min_value=0, max_value=36_000_000, required=False)

    def clean(self) -> None:
        """A time is one of what the page showed, so the page says what that was."""
        if self.cleaned_data.get("way") not in ("", None, Way.ON) and not self.cleaned_data.get("seen"):
            raise forms.ValidationError("Open the page again.")


class ChunkForm(forms.Form):
    """A few seconds as the recorder gave them, and where they belong."""

    take = forms.UUIDField()
    stretch = forms.IntegerField(min_value=1, max_value=1000)
    number = forms.IntegerField(min_value=0, max_value=100_000)
    ms = forms.IntegerField(min_value=0, max_value=7_200_000)
    sound = forms.FileField()
