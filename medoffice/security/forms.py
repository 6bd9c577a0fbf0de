"""Forms of security: the doors, one's own sign-in, accounts, the office's rules."""

import json
from collections.abc import Iterable
from typing import Any, Self

from django import forms

from medoffice.security.rules.passwords import LONG, LONG_WITH_FACTOR, LONGEST
from medoffice.security.types import Reason, Role

NEW_PASSWORD_HELP = (
    f"At least {LONG} characters ({LONG_WITH_FACTOR} beside a second factor); a few words you remember are best."
)


def password_field(label: str, *, new: bool = False) -> forms.CharField:
    """A password, taken exactly as it is typed."""
    return forms.CharField(
        label=label,
        max_length=LONGEST if new else 200,
        strip=False,
        help_text=NEW_PASSWORD_HELP if new else "",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password" if new else "current-password"}),
    )


def code_field(label: str, help_text: str = "") -> forms.CharField:
    """A code that is read somewhere and typed."""
    attrs = {"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}
    return forms.CharField(label=label, max_length=40, help_text=help_text, widget=forms.TextInput(attrs=attrs))


def json_of(text: str) -> Any:  # noqa: ANN401 - JSON from outside
    """What a script sent as JSON; None if nothing, an empty object if it is none."""
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return {}


class SignInForm(forms.Form):
    """Sign-in name and password."""

    username = forms.CharField(
        label="Sign-in name",
        max_length=60,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "username"}),
    )
    password = password_field("Password")


class CodeForm(forms.Form):
    """A code of an authenticator app, or a recovery code."""

    code = code_field("Code", "Six digits from your app, or one of your recovery codes.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's signature
        """The cursor waits in the field."""
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["autofocus"] = True


class UnlockForm(forms.Form):
    """The PIN or the password of who locked the screen."""

    typed = forms.CharField(
        label="PIN or password",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )


class FirstPasswordForm(forms.Form):
    """One's own password, set with a code that the manager gave."""

    username = forms.CharField(
        label="Sign-in name", max_length=60, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    code = code_field("Code", "The manager gave it to you; it works once.")
    new = password_field("Your password from now on", new=True)


class OwnerForm(forms.Form):
    """The owner's account, made once with the code that the program printed when it started."""

    code = forms.CharField(label="Set-up code", max_length=20, help_text="Printed where the program was started.")
    name = forms.CharField(label="Your name", max_length=120)
    username = forms.CharField(label="Sign-in name", max_length=60)
    password = password_field("Password", new=True)


class UserForm(forms.Form):
    """A new account with any set of roles; its password is its person's business."""

    name = forms.CharField(label="Name", max_length=120)
    username = forms.CharField(label="Sign-in name", max_length=60)
    roles = forms.MultipleChoiceField(
        label="Roles",
        choices=[(role.value, role.value.replace("_", " ")) for role in Role if role is not Role.SYSTEM],
        widget=forms.CheckboxSelectMultiple,
    )


class OpeningForm(forms.Form):
    """Why somebody opens what is kept from them."""

    code = forms.ChoiceField(label="For", choices=[(reason.value, reason.says) for reason in Reason])
    why = forms.CharField(
        label="Why",
        max_length=300,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
        help_text="The privacy officer reads it.",
    )

    def offer(self, reasons: Iterable[Reason]) -> Self:
        """Only these reasons are to choose from."""
        choices = [(reason.value, reason.says) for reason in reasons]
        self.fields["code"] = forms.ChoiceField(label="For", choices=choices)
        return self


class PasswordForm(forms.Form):
    """One's own password, and another."""

    present = password_field("Present password")
    new = password_field("New password", new=True)


class AppForm(forms.Form):
    """The first code of an authenticator app."""

    code = code_field("Code in the app", "Six digits; they change every half minute.")


class PinForm(forms.Form):
    """The PIN that opens one's locked screen; empty takes it away."""

    pin = forms.CharField(
        label="PIN",
        max_length=8,
        required=False,
        help_text="4 to 8 digits. Empty: no PIN, the password opens the screen.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class PasskeyForm(forms.Form):
    """What a new passkey is called."""

    name = forms.CharField(label="Called", max_length=60, required=False, help_text="Such as: key on my ring")


class RulesForm(forms.Form):
    """How the office signs in."""

    groups = (
        ("Screens", ("idle_minutes",)),
        ("Second factors", ("factor_required", "grace_days")),
        ("Notes", ("proof_to_sign",)),
    )
    idle_minutes = forms.IntegerField(label="Minutes until an unused screen signs out", min_value=2, max_value=30)
    factor_required = forms.BooleanField(
        label="Every account needs a second factor",
        required=False,
        help_text="In the practice; not in copies.",
    )
    grace_days = forms.IntegerField(label="Days a person has to add one", min_value=0, max_value=30)
    proof_to_sign = forms.BooleanField(
        label="Signing a note asks for the password, a second factor or the PIN",
        required=False,
        help_text="Unless it was given in the last five minutes.",
    )
