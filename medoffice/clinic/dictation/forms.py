"""Forms of dictation."""

import re
from uuid import UUID

from django import forms

from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.rules.due import priorities
from medoffice.clinic.dictation.types.dictations import BlankReason, Pace, Priority, Recogniser, Settle
from medoffice.clinic.dictation.types.hands import Act, Hand
from medoffice.clinic.dictation.types.reviews import ErrorClass, Sampling
from medoffice.clinic.dictation.types.servers import Hearing, HearingServer
from medoffice.clinic.dictation.types.takes import Way
from medoffice.front_office.referrals.api import performers
from medoffice.ui.fields import TypedDateField

_TICKED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,9}")
ACCEPTS = ".wav,.mp3,.m4a,.mp4,.ogg,.oga,.opus,.webm,audio/*"


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
        choices=lambda: [(str(who.id), f"{who.name}, {who.specialty}") for who in performers()],
        coerce=UUID,
        required=False,
        widget=forms.MultipleHiddenInput,
        error_messages={"invalid_choice": "Somebody who was chosen is no longer in the directory. Choose again."},
    )

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


class MoveForm(forms.Form):
    """What is done with a dictation: why, or to whom."""

    why = forms.CharField(label="Why", max_length=300, required=False)
    to = forms.ChoiceField(label="To", required=False)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Set to whom it can be given."""
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choose"), *people]


class ElsewhereForm(forms.Form):
    """Which visit a dictation is about instead, and why; ``asked`` is the number whose patient was shown."""

    number = forms.CharField(label="Number of the visit it is about", max_length=20, help_text="E-10001")
    why = forms.CharField(label="Why", max_length=200, widget=forms.TextInput(attrs={"wide": "yes"}))
    asked = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)


class PaceForm(forms.Form):
    """How soon a kind is due and how long its recordings are kept, from a day on."""

    kind = forms.ChoiceField(label="Kind", choices=list(kinds().items()))
    since = TypedDateField(label="From")
    stat = forms.IntegerField(label="STAT, hours", min_value=1, max_value=336)
    asap = forms.IntegerField(label="ASAP, hours", min_value=1, max_value=336)
    routine = forms.IntegerField(label="Routine, hours", min_value=1, max_value=336)
    keep_days = forms.IntegerField(label="Sound is kept, days", min_value=1, max_value=3650)

    def filled(self) -> Pace:
        """What was typed, as the action takes it."""
        return Pace(**self.cleaned_data)


class HearingForm(forms.Form):
    """Which recogniser hears recordings first, and where it is if it is a server."""

    recogniser = forms.ChoiceField(label="Recogniser", choices=[(one.value, one.says) for one in Recogniser])
    address = forms.CharField(
        label="Address of the server", max_length=200, required=False, help_text="https://speech.office.lan:8443",
        widget=forms.TextInput(attrs={"wide": "yes", "autocomplete": "off"}),
    )  # fmt: skip
    model = forms.CharField(
        label="Model of the server", max_length=64, required=False, help_text="As the server calls it."
    )
    certificate = forms.CharField(
        label="Certificate of the server, or of its authority (PEM)", max_length=40_000, required=False,
        widget=forms.Textarea(attrs={"rows": 4, "wide": "yes", "spellcheck": "false"}),
    )  # fmt: skip

    secret = forms.CharField(
        label="API key of the server", max_length=400, required=False,
        help_text="Only if it asks for one. Goes to this address alone. Left empty, the one that is kept for it stays.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "spellcheck": "false"}),
    )  # fmt: skip
    forget = forms.BooleanField(label="Remove the key that is kept", required=False)

    def filled(self) -> Hearing:
        """What was chosen, as the action takes it."""
        told = {name: self.cleaned_data[name].strip() for name in ("address", "model", "certificate", "secret")}
        server = HearingServer(told["address"], told["model"], told["certificate"], told["secret"])
        return Hearing(Recogniser(self.cleaned_data["recogniser"]), server)

    @staticmethod
    def initial_of(now: Hearing) -> dict[str, str]:
        """What a page shows of what is set: never a key."""
        where = now.server
        told = {"address": where.address, "model": where.model, "certificate": where.certificate}
        return {"recogniser": now.recogniser.value, **told}

    def ask_key_again(self) -> None:
        """A page that is shown again has not the key that was typed: say so, where nothing else is said of it."""
        if self.data.get("secret") and "secret" not in self.errors:
            self.add_error("secret", "Type the key once more: it is not shown again.")


class KeepForm(forms.Form):
    """What is kept while somebody types: the text stands beside the form, as it was typed."""

    text_version = forms.IntegerField(min_value=0)
    visit = forms.UUIDField()
    at_ms = forms.IntegerField(min_value=0, max_value=36_000_000, required=False)
    offset = forms.IntegerField(min_value=0, required=False)
    reason = forms.ChoiceField(choices=[("", ""), *((one.value, one.says) for one in BlankReason)], required=False)
    settle = forms.ChoiceField(choices=[("", ""), *((one.value, one.value) for one in Settle)], required=False)


class HeardForm(forms.Form):
    """Which words were heard again and are right, by their numbers."""

    text_version = forms.IntegerField(min_value=0)
    visit = forms.UUIDField()
    words = forms.RegexField(r"^\d{1,9}(?:,\d{1,9}){0,999}\Z")

    def numbers(self) -> frozenset[int]:
        """The numbers of the words."""
        return frozenset(map(int, self.cleaned_data["words"].split(",")))


class FinishForm(forms.Form):
    """That it is typed; what was typed is kept by then."""

    version = forms.IntegerField(min_value=1)


class ShortFormForm(forms.Form):
    """What is typed for longer words."""

    short = forms.CharField(label="Short", max_length=20)
    words = forms.CharField(
        label="Stands for", max_length=4000, widget=forms.Textarea(attrs={"rows": 4, "wide": "yes"})
    )
    office = forms.BooleanField(label="for everybody who types here", required=False)

    def ask(self, *, office: bool) -> None:
        """Only who keeps the office's is asked whose it is."""
        if not office:
            del self.fields["office"]


def _key(act: Act) -> forms.CharField:
    return forms.CharField(
        label=act.says, max_length=40, required=False, widget=forms.TextInput(attrs={"spellcheck": "false"})
    )


class HandForm(forms.Form):
    """The key or pedal of each act of the player, how far it goes back, how fast it begins."""

    play = _key(Act.PLAY)
    hold = _key(Act.HOLD)
    back = _key(Act.BACK)
    on = _key(Act.ON)
    slower = _key(Act.SLOWER)
    faster = _key(Act.FASTER)
    loop = _key(Act.LOOP)
    seconds = forms.DecimalField(
        label="Goes back, seconds", min_value=0, max_value=5, decimal_places=1,
        help_text="When it goes on after a pause. 0 to 5.",
    )  # fmt: skip
    percent = forms.IntegerField(
        label="Speed at the beginning, percent", min_value=50, max_value=200, help_text="100 is as it was spoken."
    )
    pass_percent = forms.IntegerField(
        label="Speed of danger words, percent", min_value=50, max_value=200, help_text="Again plays them as spoken."
    )

    def filled(self, seen: int) -> Hand:
        """What was typed, as the action takes it; ``seen`` is the version the page showed."""
        said = self.cleaned_data
        keys = {act: said[act.value] for act in Act}
        return Hand(keys, round(said["seconds"] * 1000), said["percent"], said["pass_percent"], seen)


class ReviewForm(forms.Form):
    """The author's words: the text itself, or why it goes back."""

    text = forms.CharField(label="Text", max_length=60_000, required=False, strip=False)
    why = forms.CharField(label="Why", max_length=300, required=False)


class ChangeForm(ReviewForm):
    """The author's words, and which visit the dictation was about when they were read."""

    visit = forms.UUIDField(error_messages={"required": "Open the page again."})

    def clean(self) -> None:
        """What is wrong with a field that is not shown stands above the form."""
        for words in self.errors.get("visit", []):
            raise forms.ValidationError(words)


class AnswerForm(forms.Form):
    """What stands where a blank was left, and which visit the dictation was about when it was read."""

    visit = forms.UUIDField()
    words = forms.CharField(max_length=300, required=False)


class SamplingForm(forms.Form):
    """Whose reports are reviewed, and how many."""

    typist_id = forms.ChoiceField(label="Of", required=False)
    percent = forms.IntegerField(label="Of a hundred", min_value=0, max_value=100)
    new_reports = forms.IntegerField(label="All of the first", min_value=0, max_value=1000)
    blanks_over = forms.IntegerField(label="All with more blanks than", min_value=0, max_value=100)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Set whose it can be."""
        field = self.fields["typist_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "everybody"), *people]

    def filled(self) -> Sampling:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        whose = UUID(said["typist_id"]) if said["typist_id"] else None
        return Sampling(whose, said["percent"], said["new_reports"], said["blanks_over"])


class ScoreForm(forms.Form):
    """An error: its class, where it stands, and what was said."""

    kind = forms.ChoiceField(choices=[(one.value, one.value) for one in ErrorClass])
    place = forms.IntegerField(min_value=0)
    count = forms.IntegerField(min_value=1)
    said = forms.CharField(max_length=300, required=False)


class SheetForm(forms.Form):
    """What is said of a review: by the reviewer, by whoever typed it, by the author."""

    words = forms.CharField(max_length=500, required=False)
    answer = forms.CharField(max_length=500, required=False)
    heeded = forms.CharField(max_length=300, required=False)


class TickedField(forms.MultipleChoiceField):
    """Rows as they were seen, each ``id:version``; whether one is still so is for the act to say."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: str) -> bool:
        """Whether it names a row and a version."""
        return _TICKED.fullmatch(value) is not None


class BoardForm(forms.Form):
    """What is done with the dictations that are ticked: whose they become, or why they are held."""

    ticked = TickedField(error_messages={"required": "Tick at least one."})
    to = forms.ChoiceField(label="To", required=False)
    why = forms.CharField(label="Why", max_length=300, required=False)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Set to whom they can be given."""
        if isinstance(to := self.fields["to"], forms.ChoiceField):
            to.choices = [("", "Choose"), *people]

    def chosen(self) -> list[tuple[UUID, int]]:
        """The dictations and their versions as they were seen."""
        parts = (one.partition(":") for one in self.cleaned_data["ticked"])
        return [(UUID(key), int(version)) for key, _, version in parts]

    def whose(self) -> UUID:
        """To whom they are given."""
        return UUID(self.cleaned_data["to"])
