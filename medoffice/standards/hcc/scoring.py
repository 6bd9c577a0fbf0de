"""The public weights of a person and their categories, line by line. Pure.

The lines are those of the model: age and sex, once disabled, Medicaid in an institution, each category that stands,
what interacts, how many there are. Nothing that turns a score into money (normalisation, coding adjustment) is here.
"""

from collections.abc import Collection, Iterator

from medoffice.standards.hcc.types import Living, Medicaid, Model, Person, Sum, Weight, Year

_BANDS = (34, 44, 54, 59, 64, 69, 74, 79, 84, 89, 94)
_SINGLE = (65, 66, 67, 68, 69)
_MOST_COUNTED = 10
_DISABLED = "DISABLED"
_DUAL = {Medicaid.NONE: ("N", "not in Medicaid"), Medicaid.PARTIAL: ("P", "partly in Medicaid"),
         Medicaid.FULL: ("F", "fully in Medicaid")}  # fmt: skip


def score(model: Model, year: Year, who: Person, hccs: Collection[str]) -> Sum:
    """The sum for somebody of whom these categories stand (after the hierarchies).

    What interacts in other segments only is no line here.
    """
    prefix, words = segment(who)
    lines = [*_person(who), *(() if who.new else _conditions(model, who, hccs))]
    told = [Weight(name, says, year.weights.get(f"{prefix}_{name}".lower())) for name, says in lines]
    interacting = tuple(one for one in told if one.value is not None or one.name not in model.pairs)
    return Sum(f"{words} ({prefix})", interacting)


def segment(who: Person) -> tuple[str, str]:
    """What the names of the weights of this person begin with, and its words."""
    if who.living is Living.INSTITUTION:
        return "INS", "in an institution for long"
    if who.living is Living.NEW:
        return "NE", "new to Medicare"
    if who.living is Living.NEW_SPECIAL:
        return "SNPNE", "new, in a plan for chronic conditions"
    letter, words = _DUAL[who.medicaid]
    return f"C{letter}{'A' if who.aged else 'D'}", f"community, {words}, {'aged' if who.aged else 'disabled'}"


def band(who: Person) -> str:
    """Age and sex as the weights name them: F70_74, and NEF67 of somebody new."""
    if who.new and who.age in _SINGLE:
        return f"NE{who.sex}{who.age}"
    begin, lowest = ("NE" if who.new else "") + who.sex, 0
    for highest in _BANDS:
        if who.age <= highest:
            return f"{begin}{lowest}_{highest}"
        lowest = highest + 1
    return f"{begin}{lowest}_GT"


def _person(who: Person) -> Iterator[tuple[str, str]]:
    sex = "Female" if who.sex == "F" else "Male"
    if who.new:
        medicaid = "NMCAID" if who.medicaid is Medicaid.NONE else "MCAID"
        disabled = "ORIGDIS" if who.once_disabled and who.aged else "NORIGDIS"
        yield f"{medicaid}_{disabled}_{band(who)}", f"{sex}, {who.age} years, new"
        return
    yield band(who), f"{sex}, {who.age} years"
    if who.living is Living.INSTITUTION:
        if who.medicaid is not Medicaid.NONE:
            yield "LTIMCAID", "Medicaid, in an institution"
        if who.once_disabled and who.aged:
            yield "ORIGDS", "once in Medicare by a disability"
    elif who.once_disabled and who.aged:
        yield f"OriginallyDisabled_{sex}", "once in Medicare by a disability"


def _conditions(model: Model, who: Person, hccs: Collection[str]) -> Iterator[tuple[str, str]]:
    for hcc in sorted(hccs, key=int):
        yield f"HCC{hcc}", f"HCC {hcc}: {model.labels.get(hcc, 'no name loaded')}"
    for name, both in model.pairs.items():
        if all(not who.aged if one == _DISABLED else model.groups[one].hccs & set(hccs) for one in both):
            words = ["disability" if one == _DISABLED else model.groups[one].words for one in both]
            yield name, f"together: {' and '.join(words)}"
    if hccs:
        many = len(hccs) >= _MOST_COUNTED
        yield "D10P" if many else f"D{len(hccs)}", f"{len(hccs)} categories in all"
