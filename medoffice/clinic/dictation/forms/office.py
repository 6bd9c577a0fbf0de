"""Forms of what holds for the office: until when, and who hears."""

from django import forms

from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.types.dictations import Pace, Recogniser
from medoffice.clinic.dictation.types.servers import Hearing, HearingServer
from medoffice.standards.dictated.types import Profile
from medoffice.ui.fields import TypedDateField


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


class StyleForm(forms.Form):
    """How the office's reports are written."""

    profile = forms.ChoiceField(label="Style", choices=[(one.value, one.value) for one in Profile])


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
