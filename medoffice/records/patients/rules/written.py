"""What a field of a record says in people's words, as two records stand side by side."""

from collections.abc import Mapping
from datetime import date

from medoffice.records.patients.types.card import ETHNICITIES, GENDER_IDENTITIES, ORIENTATIONS, RACES
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.records.patients.types.reaching import WAYS

_CODED: dict[str, Mapping[str, str]] = {
    "gender_identity": {code: one.words for code, one in GENDER_IDENTITIES.items()},
    "orientation": {code: one.words for code, one in ORIENTATIONS.items()},
    "race": {code: one.words for code, one in RACES.items()},
    "ethnicity": {code: one.words for code, one in ETHNICITIES.items()},
    "language": LANGUAGES,
    "private_way": WAYS,
    "not_by": WAYS,
}


def written(field: str, value: object, providers: Mapping[str, str]) -> str:
    """The words of a value: no code, no id and no name of a file stands on a page for people.

    ``providers`` are the names of the office's by their id.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value:%m/%d/%Y}"
    if isinstance(value, list):
        return ", ".join(written(field, one, providers) for one in value)
    if value and field == "photo":
        return "a photo"
    said = str(value or "")
    words = providers if field == "pcp_id" else _CODED.get(field, {})
    return words.get(said, said)
