"""What stands of a file that was attached, once somebody said which of its values are wrong."""

from collections.abc import Iterable, Mapping, Sequence

from medoffice.clinic.devices.types import Reading
from medoffice.clinic.results.types import WITHDRAWN, Found, Result


def in_order(stands: Iterable[Result]) -> list[Result]:
    """The values, those of one name in the order in which the file had them: by that order they are told apart."""
    return sorted(stands, key=lambda one: _times(one.key))


def is_otherwise(stands: Iterable[Result], values: Mapping[str, str]) -> bool:
    """Whether a value is said to be another than stands."""
    return any(values.get(one.key, now_of(one)) != now_of(one) for one in stands)


def now_of(one: Result) -> str:
    """What stands as a value; nothing where it was withdrawn."""
    return "" if one.cancelled else one.value


def corrected(
    stands: Sequence[Result], values: Mapping[str, str], more: Iterable[Reading] = ()
) -> tuple[Found, ...]:  # fmt: skip
    """Every value as it shall stand: those said anew, and further ones; one that is said to be nothing is withdrawn."""
    known = tuple(_found(one, values.get(one.key, now_of(one))) for one in in_order(stands))
    return (*known, *(Found(one.code, one.system, one.words, one.value, one.unit) for one in more))


def struck(stands: Iterable[Result]) -> tuple[Found, ...]:
    """Every value, to be withdrawn."""
    return tuple(_with(one, one.value, WITHDRAWN) for one in in_order(stands))


def _found(one: Result, value: str) -> Found:
    if value == now_of(one):
        return _with(one, one.value, one.status, one.flags)
    return _with(one, value, "") if value else _with(one, one.value, WITHDRAWN)


def _with(one: Result, value: str, status: str, flag: str = "") -> Found:
    return Found(one.code, one.system, one.words, value, one.unit, one.range, flag, status)


def _times(key: str) -> int:
    """The how-many-eth of its name a value is."""
    last = key.rsplit("|", 1)[-1]
    return int(last) if key.count("|") > 2 and last.isdecimal() else 1
