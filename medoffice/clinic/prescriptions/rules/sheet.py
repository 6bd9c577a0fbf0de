"""The lines of a patient's sheet of medicines: what they take, how, for what, and who prescribed it."""

from collections.abc import Iterable

from medoffice.clinic.charting.types import Version
from medoffice.clinic.prescriptions.types.prescribing import Prescription, State
from medoffice.clinic.prescriptions.types.sheet import SheetLine

_HOW = ("dose", "route", "frequency")


def lines(entries: Iterable[Version], prescriptions: Iterable[Prescription]) -> list[SheetLine]:
    """A line for each entry that holds, in the order of their names.

    How it is taken is what the latest signed prescription of it says; of what was not prescribed here, what the list
    says. What nobody knows is left for the patient to ask, never filled in.
    """
    signed: dict[object, Prescription] = {}
    for one in prescriptions:
        if one.state is State.SIGNED and one.signed_at and one.entry_id:
            last = signed.get(one.entry_id)
            if last is None or last.signed_at is None or one.signed_at > last.signed_at:
                signed[one.entry_id] = one
    return sorted((_line(one, signed.get(one.entry_id)) for one in entries), key=lambda line: line.medicine.casefold())


def _line(entry: Version, signed: Prescription | None) -> SheetLine:
    details = entry.told.details
    if signed is not None:
        return SheetLine(
            signed.says.medicine, signed.sig_text, signed.says.indication or details.get("reason", ""),
            signed.prescriber, entry.told.began, on_hold=entry.told.status == "on-hold",
        )  # fmt: skip
    how = " ".join(details[name] for name in _HOW if details.get(name))
    return SheetLine(
        entry.told.words, how, details.get("reason", ""), "", entry.told.began, on_hold=entry.told.status == "on-hold"
    )
