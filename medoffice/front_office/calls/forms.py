"""Forms of the telephone."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from medoffice.front_office.calls.rules.lists import FIELDS, QUEUES
from medoffice.front_office.calls.types import Escalated, ListName, Lists, Needs
from medoffice.kernel.trace import Ref
from medoffice.ui.fields import TypedWhenField

CHECKS = ("name", "birth date", "address", "phone")


class CallForm(forms.Form):
    """A call as it is typed; ``checked`` are the identifiers that were asked."""

    patient = forms.UUIDField(required=False)
    q = forms.CharField(max_length=120, required=False)
    checked = forms.MultipleChoiceField(
        choices=[(one, one) for one in CHECKS], widget=forms.CheckboxSelectMultiple, required=False
    )
    caller = forms.CharField(max_length=120, required=False)
    relation = forms.CharField(max_length=40, required=False)
    phone = forms.CharField(max_length=24, required=False)
    kind = forms.CharField(max_length=24)
    reason = forms.CharField(max_length=4000)
    urgent = forms.BooleanField(required=False)
    callback = forms.CharField(max_length=24, required=False)
    best_time = forms.CharField(max_length=60, required=False)
    due = TypedWhenField(required=False)
    owner = forms.UUIDField(required=False)
    out_of_chart = forms.BooleanField(required=False)
    with_call = forms.UUIDField(required=False)
    ring = forms.UUIDField(required=False)

    def filled(self) -> dict[str, Any]:
        """What was typed, as ``take_call`` asks."""
        data = self.cleaned_data
        names = ("relation", "phone", "kind", "reason", "urgent", "callback", "best_time", "with_call")
        number = data["q"] if not data["phone"] and not data["patient"] and _is_number(data["q"]) else data["phone"]
        return {
            **{name: data[name] for name in names},
            "phone": number[:24],
            "caller": data["caller"],
            "patient_id": data["patient"],
            "identity_checked": ", ".join(data["checked"]),
            "due_at": data["due"],
            "owner_id": data["owner"],
            "in_chart": not data["out_of_chart"],
        }


class CloseForm(forms.Form):
    """What came of a call."""

    outcome = forms.CharField(max_length=24)
    words = forms.CharField(max_length=120, required=False)
    told = forms.CharField(max_length=120, required=False)
    read_back = forms.BooleanField(required=False)
    send = forms.CharField(max_length=24, required=False)


class EscalateForm(forms.Form):
    """To whom an emergency went."""

    to = forms.ChoiceField(choices=[(one.value, one.value) for one in Escalated])
    words = forms.CharField(max_length=1000)


class TriageForm(forms.Form):
    """A nurse's advice."""

    protocol = forms.CharField(max_length=80)
    disposition = forms.CharField(max_length=24)
    words = forms.CharField(max_length=4000)


class CauseForm(forms.Form):
    """Why somebody called; ``because`` is the kind and id of what was behind it."""

    cause = forms.CharField(max_length=24)
    because = forms.CharField(max_length=80, required=False)

    def clean_because(self) -> Ref | None:
        """The thing behind the call."""
        kind, _, number = self.cleaned_data["because"].partition(" ")
        try:
            return Ref(kind, UUID(number)) if kind else None
        except ValueError as error:
            raise forms.ValidationError("Choose one of the list.") from error


class ListForm(forms.Form):
    """An entry of one of the lists."""

    key = forms.CharField(label="Key", max_length=24)
    words = forms.CharField(label="Says", max_length=120)
    retired = forms.BooleanField(label="Not used any more", required=False)

    def offer(self, which: ListName, known: Lists) -> None:
        """The fields of this list."""
        for name, label in FIELDS[which]:
            self.fields[name] = _field(which, name, label, known)
        self.order_fields(["key", "words", *(name for name, _ in FIELDS[which]), "retired"])

    def entry(self) -> dict[str, str]:
        """What was typed of the entry itself."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "retired")}


def shown_entry(key: str, entry: Mapping[str, Any], *, retired: bool) -> dict[str, Any]:
    """An entry in the form's terms."""
    return {**entry, "key": key, "retired": retired}


def _field(which: ListName, name: str, label: str, known: Lists) -> forms.Field:
    if name == "queue":
        return forms.ChoiceField(label=label, choices=[(role.value, role.value.replace("_", " ")) for role in QUEUES])
    if name == "outcome":
        return forms.ChoiceField(label=label, choices=[(one.key, one.words) for one in known.outcomes.values()])
    if name == "needs":
        says = {Needs.NOTHING: "nothing", Needs.IDENTITY: "two identifiers", Needs.PERMISSION: "and permission"}
        return forms.ChoiceField(label=label, required=False, choices=[(one.value, says[one]) for one in Needs])
    if name in ("text", "phrases", "script"):
        help_text = "Several with a stroke | between them." if name == "phrases" else _helps(which)
        return forms.CharField(label=label, max_length=1000, help_text=help_text, widget=forms.Textarea)
    return forms.CharField(label=label, max_length=120, required=name == "due", help_text=_helps_of(name))


def _helps(which: ListName) -> str:
    return "{hours}, {sites} and {phones} are filled in." if which is ListName.CARDS else ""


def _helps_of(name: str) -> str:
    return {"kinds": "Keys of kinds with blanks between them; blank is for none.", "source": "Who confirmed it."}.get(
        name, ""
    )


def _is_number(text: str) -> bool:
    digits = [letter for letter in text if letter.isdigit()]
    return len(digits) >= 7 and not any(letter.isalpha() for letter in text)


class DoorForm(forms.Form):
    """The secret of the telephone system's door."""

    secret = forms.CharField(
        label="Secret",
        max_length=200,
        required=False,
        strip=False,
        help_text="At least 24 characters made by chance; the telephone system has the same. Blank shuts the door.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class OnCallForm(forms.Form):
    """A turn on call."""

    staff_id = forms.UUIDField(label="Who", widget=forms.Select)
    starts = TypedWhenField(label="From", help_text="5pm, 11/27 5pm")
    ends = TypedWhenField(label="Until", help_text="tomorrow 8am, +2d 8am")
    phone = forms.CharField(label="Reached at", max_length=24)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Who may be chosen."""
        self.fields["staff_id"].widget = forms.Select(choices=people)


class HandOffForm(forms.Form):
    """What is handed over, and to whom."""

    to = forms.UUIDField(label="To")
    words = forms.CharField(label="What they must know", max_length=4000, widget=forms.Textarea)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Who may be chosen."""
        self.fields["to"].widget = forms.Select(choices=people)


class ReadBackForm(forms.Form):
    """What was read back of a hand-off."""

    hand_off_id = forms.UUIDField()
    read_back = forms.CharField(max_length=4000)


class MessagesForm(forms.Form):
    """A file of messages, or their text."""

    file = forms.FileField(label="File", required=False, help_text="CSV or text; see below.")
    text = forms.CharField(
        label="Or the text of the e-mail", max_length=1_000_000, required=False, widget=forms.Textarea, strip=False
    )

    def told(self) -> tuple[str, str]:
        """The name and the text of what was brought."""
        given = self.cleaned_data["file"]
        if given is None:
            return "pasted", self.cleaned_data["text"]
        return str(given.name), given.read().decode("utf-8", "replace").replace("\x00", " ")
