"""Forms of memos."""

from uuid import UUID

from django import forms

from medoffice.front_office.memos.types import To, Wants
from medoffice.security.api import role_is_held, users
from medoffice.security.types import Actor, Role
from medoffice.ui.fields import TypedWhenField


def _readers(actor: Actor) -> list[tuple[str, str]]:
    """Whom somebody may write to: the others by name, then the roles that somebody has."""
    people = [(f"user:{user.id}", user.name) for user in users() if user.active and user.id != actor.id]
    roles = [role for role in Role if role is not Role.SYSTEM and role_is_held(role)]
    return [("", "Choose"), *people, *((f"role:{role}", f"Any {role.replace('_', ' ')}") for role in roles)]


class _ToForm(forms.Form):
    """To a person or a role."""

    to = forms.ChoiceField(label="To", error_messages={"required": "Choose a person or a role."})

    def offer(self, actor: Actor) -> None:
        """Set who can be chosen."""
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = _readers(actor)

    def reader(self) -> To:
        """Who was chosen."""
        kind, _, who = self.cleaned_data["to"].partition(":")
        return To(UUID(who)) if kind == "user" else To(None, who)


class MemoForm(_ToForm):
    """A new memo."""

    subject = forms.CharField(label="About", max_length=120, widget=forms.TextInput(attrs={"wide": "yes"}))
    body = forms.CharField(label="Words", max_length=4000, widget=forms.Textarea(attrs={"rows": 5, "wide": "yes"}))
    wants = forms.ChoiceField(label="It is", choices=[(one.value, one.value) for one in Wants], initial=Wants.ANSWER)
    due = TypedWhenField(label="By when", required=False)
    clinical = forms.BooleanField(label="kept in the chart", required=False)


class AnswerForm(forms.Form):
    """Words in a thread."""

    body = forms.CharField(label="Words", max_length=4000, required=False)


class PassForm(_ToForm):
    """To whom it is passed on, and why."""

    body = forms.CharField(label="Why", max_length=4000)
