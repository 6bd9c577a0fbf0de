"""What a control gave, judged; and what was found at a visit, read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from medoffice.clinic.office_lab.rules.westgard import broken_by, z_of
from medoffice.clinic.office_lab.types import Control, ControlSaid, OfficeTest, Run, SaidOfTest, Scale, Westgard
from medoffice.kernel.findings import Finding

_MOST = Decimal("1e9")


@dataclass(frozen=True, slots=True)
class Judged:
    """A control's value, judged."""

    value: str
    number: Decimal | None
    z: Decimal | None
    passed: bool
    broken: tuple[Westgard, ...]


def number_in(text: str) -> Decimal | None:
    """A number as typed, or nothing for what is none."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < _MOST else None


def judge(said: SaidOfTest, values: Mapping[Control, str], before: Iterable[Run]) -> dict[Control, Judged]:
    """Each control of a run, judged by what it must give, or by the rules the office chose to reject by.

    ``before``: earlier runs of these controls, oldest first, with any kit. After a run that was rejected the rules
    begin anew. The values are those that ``check_values`` let through.
    """
    if said.scale is Scale.QUALITATIVE:
        return {
            one: Judged(value, None, None, value == one.said.expected, ()) for one, value in values.items()
        }  # fmt: skip
    past = list(before)
    now = {one: z_of(Decimal(value.strip()), *_target(one.said)) for one, value in values.items()}
    found = {}
    for one, z in now.items():
        level = [*_since_rejected([run for run in past if run.control_id == one.id]), z]
        broken = broken_by(level, [other for each, other in now.items() if each.id != one.id])
        value = values[one].strip()
        found[one] = Judged(value, Decimal(value), z, not set(broken) & set(said.rejects), broken)
    return found


def _target(said: ControlSaid) -> tuple[Decimal, Decimal]:
    return said.mean or Decimal(0), said.sd or Decimal(1)


def _since_rejected(runs: Sequence[Run]) -> list[Decimal]:
    last = max((place for place, run in enumerate(runs) if not run.passed), default=-1)
    return [run.z for run in runs[last + 1 :] if run.z is not None]


def field_of(said: SaidOfTest, level: str) -> str:
    """Under which name a level's value is asked for on a screen."""
    return f"level_{said.levels.index(level)}" if level in said.levels else "did"


def check_values(said: SaidOfTest, values: Mapping[Control, str]) -> list[Finding]:
    """What is wrong with the values of a run as typed, by field."""
    found = []
    for one, value in values.items():
        if said.scale is Scale.QUALITATIVE and value not in said.answers:
            found.append(Finding("value-unknown", field_of(said, one.said.level), "Choose what the control gave."))
        if said.scale is Scale.QUANTITATIVE and number_in(value) is None:
            found.append(Finding("value-unknown", field_of(said, one.said.level), "Write the number it gave."))
    return found


def check_found(test: OfficeTest, value: str) -> list[Finding]:
    """What is wrong with a result as typed. A number the device cannot measure is written as < or >, by its limit."""
    said = test.said
    if said.scale is Scale.QUALITATIVE:
        return [] if value in said.answers else [Finding("value-unknown", "value", "Choose what it gave.")]
    number = number_in(value.lstrip("<>"))
    if number is None:
        return [Finding("value-unknown", "value", "Write the number it gave.")]
    words = _beyond(said, number, value[:1] if value[:1] in "<>" else "")
    return [Finding("value-beyond", "value", words)] if words else []


def _beyond(said: SaidOfTest, number: Decimal, mark: str) -> str:
    """What is wrong with a number by what the device can measure; nothing if it fits."""
    if mark:
        limit = said.least if mark == "<" else said.most
        known = f": {limit}" if limit is not None else ""
        return "" if number == limit else f"With < or > stands the end of what the device measures{known}."
    if said.least is not None and number < said.least:
        return f"The device measures from {said.least} on: write <{said.least}."
    if said.most is not None and number > said.most:
        return f"The device measures up to {said.most}: write >{said.most}."
    return ""


def flag_of(said: SaidOfTest, value: str) -> str:
    """How a result is flagged, by the words and the range the office entered: A, L, H or N."""
    if said.scale is Scale.QUALITATIVE:
        return "A" if value in said.unusual else "N"
    if value[:1] in "<>":
        return "L" if value[0] == "<" else "H"
    number = Decimal(value)
    if said.low is not None and number < said.low:
        return "L"
    return "H" if said.high is not None and number > said.high else "N"


def range_words(said: SaidOfTest) -> str:
    """The usual range as it stands beside a result."""
    if said.scale is Scale.QUALITATIVE:
        return " or ".join(one for one in said.answers if one not in said.unusual)
    if said.low is not None and said.high is not None:
        return f"{said.low}-{said.high}"
    if said.low is not None:
        return f">={said.low}"
    return f"<={said.high}" if said.high is not None else ""


def check_test(said: SaidOfTest) -> list[Finding]:
    """What is missing in a test as it is set up, by field."""
    blank = [name for name in ("key", "name") if not getattr(said, name).strip()]
    found = [Finding("blank", name, "This is needed.") for name in blank]
    if not said.levels:
        found.append(Finding("blank", "levels", "Name at least one level of control."))
    if len(set(said.levels)) != len(said.levels):
        found.append(Finding("twice", "levels", "A level stands there twice."))
    return found + (_check_words(said) if said.scale is Scale.QUALITATIVE else _check_numbers(said))


def _check_words(said: SaidOfTest) -> list[Finding]:
    found = []
    if len(set(said.answers)) < 2:
        found.append(Finding("blank", "answers", "Write at least two answers."))
    if set(said.unusual) - set(said.answers):
        found.append(Finding("unknown", "unusual", "An unusual answer is one of the answers."))
    return found


def _check_numbers(said: SaidOfTest) -> list[Finding]:
    found = []
    if not said.unit.strip():
        found.append(Finding("blank", "unit", "A number needs its unit."))
    if not said.rejects:
        found.append(Finding("blank", "rejects", "Choose at least one rule that locks the test."))
    for name, low, high in (("high", said.low, said.high), ("most", said.least, said.most)):
        if low is not None and high is not None and low >= high:
            found.append(Finding("ends", name, "The upper end lies above the lower one."))
    return found


def check_control(test: SaidOfTest, said: ControlSaid) -> list[Finding]:
    """What is wrong with a control as its sheet was typed, by field."""
    found = []
    if said.level not in test.levels:
        found.append(Finding("unknown", "level", "Choose a level of this test."))
    if not said.lot.strip():
        found.append(Finding("blank", "lot", "This is needed."))
    if test.scale is Scale.QUALITATIVE and said.expected not in test.answers:
        found.append(Finding("blank", "expected", "Say what it must give."))
    if test.scale is Scale.QUANTITATIVE:
        if said.mean is None:
            found.append(Finding("blank", "mean", "Its mean stands on the control's sheet."))
        if said.sd is None or said.sd <= 0:
            found.append(Finding("blank", "sd", "Its standard deviation stands on the sheet and is above zero."))
    return found
