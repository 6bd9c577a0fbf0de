"""The form of downtime: the password of the packs, twice, and how many are kept."""

from typing import Any

from django import forms


class PacksForm(forms.Form):
    """How packs are made from now on."""

    password = forms.CharField(
        label="Password of the packs",
        max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="12 characters or more. Write it down and keep it where the office finds it without a computer.",
    )
    again = forms.CharField(
        label="The same once more", max_length=100, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    keep = forms.IntegerField(label="How many are kept", initial=48, help_text="48 are a day.")

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("password") and found["password"] != found.get("again"):
            self.add_error("again", "The two passwords differ.")
        return found
