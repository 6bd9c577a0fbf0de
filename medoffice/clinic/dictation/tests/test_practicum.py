"""The dictations to practise with: each formats to its report, has the traps it says, and sounds as its script."""

import hashlib
import tomllib
from collections import Counter

import pytest

from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.queries.practicum import SOUNDS, practice_dictations, practice_sound, script_hash
from medoffice.clinic.dictation.rules.audio import look_at
from medoffice.clinic.dictation.rules.charts import ChartFacts, disagreements, medicine_of
from medoffice.clinic.dictation.rules.practicum import BLANK, heard_words, spoken_parts
from medoffice.clinic.dictation.types.dictations import Audio
from medoffice.clinic.dictation.types.practicum import PracticeDictation, SpokenPart, Trap
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.types import FlagKind

ALL = practice_dictations()
SOUND = tomllib.loads(SOUNDS.read_text(encoding="utf-8"))
LARGEST = 80_000
TELLS = {
    FlagKind.LOOK_ALIKE: {Trap.LOOK_ALIKE},
    FlagKind.SIDE: {Trap.SIDE},
    FlagKind.DOSE: {Trap.DOSE},
    FlagKind.SEX: {Trap.SEX},
    FlagKind.DRUG: {Trap.ALLERGY},
    FlagKind.SCRATCHED: {Trap.CORRECTION},
    FlagKind.BLANK: {Trap.INAUDIBLE, Trap.ASKED_BLANK},
}
BY_EAR = {Trap.SILENCE, Trap.CHART_DRUG}  # no flag of a text tells these

of_each = pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)


def test_there_are_forty_of_every_kind_by_several_people_and_voices() -> None:
    assert Counter(one.kind for one in ALL) == dict.fromkeys(kinds(), 5)
    assert len({one.author for one in ALL}) == 5
    assert {one.voice for one in ALL} == {"slt", "rms", "awb", "kal"}
    assert {trap for one in ALL for trap in one.traps} == set(Trap)


@of_each
def test_each_formats_to_its_report(one: PracticeDictation) -> None:
    assert format_report(heard_words(one.say)).text == one.report


@of_each
def test_each_has_the_traps_it_says_and_no_other(one: PracticeDictation) -> None:
    chart, made = one.chart, format_report(heard_words(one.say))
    facts = ChartFacts(tuple(map(medicine_of, chart.medicines)), chart.problems, chart.allergies, chart.sex)
    told = {flag.kind for flag in (*made.flags, *disagreements(made.text, facts))}
    assert told <= set(TELLS)
    for kind, traps in TELLS.items():
        assert (kind in told) == bool(traps & set(one.traps)), kind
    parts = spoken_parts(one.say)
    assert (Trap.SILENCE in one.traps) == any(part.silence >= 3 for part in parts)
    assert (Trap.INAUDIBLE in one.traps) == any(not part.heard for part in parts)
    unspoken = [name for name in facts.medicines if name.name.lower() not in one.report.lower()]
    assert (Trap.CHART_DRUG in one.traps) == bool(unspoken)


@of_each
def test_each_sound_is_of_its_script_opens_and_is_small(one: PracticeDictation) -> None:
    data, told = practice_sound(one.key), SOUND[one.key]
    assert told["script"] == script_hash(one), "the script was changed: make dictations"
    assert told["sha256"] == hashlib.sha256(data).hexdigest()
    assert len(data) == told["size"] <= LARGEST
    found = look_at(data)
    assert isinstance(found, Audio)
    assert found.kind == "OGG"
    assert found.whole
    assert found.seconds == pytest.approx(told["seconds"], abs=0.5)
    silent = sum(part.silence for part in spoken_parts(one.say))
    assert found.seconds is not None
    assert 0.2 <= (found.seconds - silent) / len(one.say.split()) <= 0.7, "seconds a word"


def test_no_sound_is_left_behind() -> None:
    assert set(SOUND) == {one.key for one in ALL} == {path.stem for path in SOUNDS.parent.glob("*.ogg")}
    with pytest.raises(KeyError):
        practice_sound("../kinds")


def test_what_stands_in_brackets_is_not_typed() -> None:
    assert spoken_parts("one [4 s] two [inaudible: three four] five") == (
        SpokenPart("one"), SpokenPart(silence=4), SpokenPart("two"), SpokenPart("three four", heard=False),
        SpokenPart("five"),
    )  # fmt: skip
    assert heard_words("one [4 s] two [inaudible: three four] five") == f"one two {BLANK} five"
