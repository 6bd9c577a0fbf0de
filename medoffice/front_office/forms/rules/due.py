"""Which forms a visit is to have."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from medoffice.front_office.forms.types import Definition, Due


def due_forms(
    definitions: Iterable[Definition],
    kind: str,
    on: date,
    filled: Mapping[str, tuple[int, date]],
    *,
    self_pay: bool = False,
) -> list[Due]:
    """The forms in use that are due at a visit of a kind on a day; ``filled`` is each key's latest (version, day).

    ``self_pay``: nobody but the patient pays for it.
    """
    found = []
    for one in definitions:
        if one.retired_at is not None or (one.kinds and kind not in one.kinds):
            continue
        if one.self_pay and not self_pay:
            continue
        why = _why(one, on, filled.get(one.key))
        if why:
            found.append(Due(one, why))
    return found


def _why(one: Definition, on: date, last: tuple[int, date] | None) -> str:
    if last is None:
        return "never signed"
    version, day = last
    if version < one.version and one.every_days is None:
        return f"signed as it was before, on {day:%m/%d/%Y}"
    if one.every_days is not None and on - day >= timedelta(days=max(one.every_days, 1)):
        return f"last signed {day:%m/%d/%Y}"
    return ""
