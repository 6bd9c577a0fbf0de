"""Refusing what is wrong field by field; shared by the verbs."""

from medoffice.kernel.refusals import Invalid


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
