"""Refusing what is wrong field by field, and people who cannot take an item; shared by the verbs."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import actor_of, can


def refuse_wrong(code: str, **words: str) -> None:
    """Raise Invalid for the fields that have words against them; none is fine."""
    fields = {name: [why] for name, why in words.items() if why}
    if fields:
        raise Invalid(
            code, " ".join(why[0] for why in fields.values()), "Correct it and save again.", {"fields": fields}
        )


def needed(text: str) -> str:
    """Words for a blank text."""
    return "" if text.strip() else "This is needed."


def refuse_unfit(to: UUID, patient_id: UUID | None) -> None:
    """Raise Refusal for somebody who is not here, or may not see the patient an item is about."""
    other = actor_of(to)
    if other is None or not can(other, "work.do", patient_id):
        raise Refusal("not-theirs", "This person cannot take it.", "Choose somebody else, or put it back.")
