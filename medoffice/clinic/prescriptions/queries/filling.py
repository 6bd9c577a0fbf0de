"""What is typed, with what the directory at hand knows of the medicine."""

from datetime import date

from medoffice.clinic.prescriptions.queries.prescriptions import assumed_on
from medoffice.clinic.prescriptions.rules.filling import Filled, prescribed
from medoffice.clinic.prescriptions.types.prescribing import Typed
from medoffice.standards.terminology.api import ingredients_in, medicine, medicine_search
from medoffice.standards.terminology.types import Medicine


def prescribe_as_typed(typed: Typed, on: date, key: str = "") -> Filled:
    """What it comes to on a day; ``key`` is the medicine that was chosen, else the one of exactly these words."""
    known = _chosen(typed.medicine, key)
    return prescribed(typed, known, ingredients_in(typed.medicine), assumed_on(on))


def _chosen(words: str, key: str) -> Medicine | None:
    """The medicine of the key, if its strength and form still stand in the words; else the one that is named whole."""
    told = " ".join(words.lower().split())
    by_key = medicine(key) if key else None
    if by_key is not None and told.endswith(f"{by_key.strength} {by_key.form}".lower()):
        return by_key
    return next((one for one in medicine_search(words, 3) if one.words.lower() == told), None)
