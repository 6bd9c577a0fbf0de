"""Forms of security: sign-in, the owner's set-up, accounts."""

from django import forms

from medoffice.security.types import Role


class SignInForm(forms.Form):
    """Sign-in name and password."""

    username = forms.CharField(
        label="Sign-in name",
        max_length=60,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Password", max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class OwnerForm(forms.Form):
    """The owner's account, made once with the code that the program printed when it started."""

    code = forms.CharField(label="Set-up code", max_length=20, help_text="Printed where the program was started.")
    name = forms.CharField(label="Your name", max_length=120)
    username = forms.CharField(label="Sign-in name", max_length=60)
    password = forms.CharField(
        label="Password",
        max_length=200,
        widget=forms.PasswordInput,
        help_text="At least 15 characters; a few words you remember are best.",
    )


class UserForm(forms.Form):
    """A new account with any set of roles."""

    name = forms.CharField(label="Name", max_length=120)
    username = forms.CharField(label="Sign-in name", max_length=60)
    roles = forms.MultipleChoiceField(
        label="Roles",
        choices=[(role.value, role.value.replace("_", " ")) for role in Role if role is not Role.SYSTEM],
        widget=forms.CheckboxSelectMultiple,
    )
    password = forms.CharField(label="First password", max_length=200, widget=forms.PasswordInput)


class PasswordForm(forms.Form):
    """One's own password, and another."""

    present = forms.CharField(label="Present password", max_length=200, widget=forms.PasswordInput)
    new = forms.CharField(
        label="New password",
        max_length=200,
        widget=forms.PasswordInput,
        help_text="At least 15 characters; a few words you remember are best.",
    )
