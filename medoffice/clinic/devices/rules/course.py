"""How what devices measured of a patient went on, in pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from medoffice.clinic.devices.rules.wrote import folded
from medoffice.clinic.devices.types import Course, Measured, Service
from medoffice.clinic.results.types import Result


def courses_of(measured: Iterable[Measured], services: Mapping[str, Service]) -> list[Course]:
    """Each number that was measured, by service and in the order of its measures; the same name and unit is the same.

    What was withdrawn is not among them.
    """
    found: dict[tuple[str, str, str], list[tuple[datetime, Result]]] = defaultdict(list)
    for one in measured:
        for result in one.results:
            if result.number is not None and not result.cancelled:
                found[one.report.words, folded(result.words), result.unit].append((one.at, result))
    places = {folded(each.name): place for of in services.values() for place, each in enumerate(of.measures)}
    order = sorted(found, key=lambda key: (key[0], places.get(key[1], len(places)), key[1:]))
    return [_course(key[0], sorted(found[key], key=lambda one: one[0])) for key in order]


def _course(what: str, values: Sequence[tuple[datetime, Result]]) -> Course:
    return Course(what, tuple(one for _, one in values), values[-1][0])
