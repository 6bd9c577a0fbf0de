"""What later rooms may add to prescriptions: lines to pharmacies, names of drugs beside those at hand."""

from collections.abc import Callable, Sequence

from medoffice.clinic.prescriptions.types.wire import PharmacyLine
from medoffice.kernel.registries import Registry

lines: Registry[PharmacyLine] = Registry("pharmacy line")
DrugNames = Callable[[str, int], Sequence[str]]
_names: Registry[DrugNames] = Registry("names of drugs")


def register_pharmacy_line(line: PharmacyLine) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    lines.register(line.key, line)


def register_drug_names(source: str, names: DrugNames) -> None:
    """Let a source say which drugs have the words as typed, at most so many, in one query once it is known."""
    _names.register(source, names)


def drugs_named(typed: str, besides: Sequence[str], limit: int) -> list[tuple[str, str]]:
    """Drugs of other sources with these words, each with its source; a source is asked only where there is room."""
    found, known = list[tuple[str, str]](), {one.lower() for one in besides}
    for source in _names:
        room = limit - len(found)
        ask = _names.get(source)
        if room > 0 and ask is not None:
            found += [(one, source) for one in ask(typed, room) if one.lower() not in known]
    return found
