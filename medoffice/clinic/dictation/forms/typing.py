"""Forms of whoever types: the text, what was heard again, short forms, keys and pedal."""

from django import forms

from medoffice.clinic.dictation.types.dictations import BlankReason, Settle
from medoffice.clinic.dictation.types.hands import Act, Hand


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
    silent = forms.BooleanField(required=False)

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


class PassPaceForm(forms.Form):
    """The speed danger words were last heard at."""

    pass_percent = forms.IntegerField(min_value=50, max_value=200)


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
