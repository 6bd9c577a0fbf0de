"""What a patient says against what the record has: only what differs is worth a decision."""

from collections.abc import Callable, Collection, Mapping

from medoffice.records.patients.types.people import LANGUAGES
from medoffice.records.patients.types.said import SAYABLE


def differing(
    told: Mapping[str, str], record: Callable[[str], str], known: Collection[str] = SAYABLE
) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Per field (what is said, what the record has), where they differ by more than spacing, case or a telephone's
    punctuation; and the fields that are not ``known`` to be theirs to say. A field left blank says nothing.
    """
    found: dict[str, tuple[str, str]] = {}
    unknown = sorted(set(told) - set(known))
    for field, text in told.items():
        said = " ".join(text.split())[:200]
        if field in unknown or not said:
            continue
        said = _language(said) if field == "language" else said
        was = record(field)
        if _same(field, said) != _same(field, was):
            found[field] = (said, was)
    return found, unknown


def _same(field: str, text: str) -> str:
    if field == "phone":
        digits = "".join(letter for letter in text if letter.isdigit())
        return digits[-10:] or text
    if field == "zip":
        return text.replace("-", "").replace(" ", "")
    return " ".join(text.split()).casefold()


def _language(said: str) -> str:
    """The code of a language said by its name; as it was said if it has none."""
    names = {name.casefold(): code for code, name in LANGUAGES.items()}
    return names.get(said.casefold(), said)
