"""Which categories codes are of, and which stand once the higher ones are there. Pure."""

from collections.abc import Iterable, Mapping

from medoffice.standards.hcc.types import Edit, Model

Mapped = Mapping[str, tuple[str, ...]]


def categories(model: Model, mapped: Mapped, code: str, age: int | None, sex: str) -> tuple[str, ...]:
    """The categories of a code for a patient of this age and sex, by the edits of the model; none if it has none.

    Of somebody whose age or sex is not known the edit by it says nothing.
    """
    found, edit = mapped.get(code, ()), model.edits.get(code)
    if not found or edit is None or not _fits(edit, age, sex):
        return found
    return (edit.hcc,) if edit.hcc else ()


def standing(model: Model, hccs: Iterable[str]) -> frozenset[str]:
    """Those that stand: without what a higher one covers, and without what stands only beside others."""
    every = frozenset(hccs)
    every = frozenset(one for one in every if one not in model.needs or model.needs[one] & every)
    covered = frozenset(low for one in every for low in model.below.get(one, ()))
    return every - covered


def covers(model: Model, hcc: str, there: Iterable[str]) -> str:
    """The category that is there and is this one or stands above it; "" if none is."""
    return next((one for one in sorted(there) if one == hcc or hcc in model.below.get(one, ())), "")


def _fits(edit: Edit, age: int | None, sex: str) -> bool:
    if edit.sex:
        return edit.sex == sex
    if age is None:
        return False
    return (edit.most is not None and age <= edit.most) or (edit.least is not None and age >= edit.least)
