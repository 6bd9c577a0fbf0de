"""What must hold of any text: nothing raises, nothing is lost in silence, the same again is the same."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.tables import spoken, terms
from medoffice.standards.dictated.tables.lists import listed
from medoffice.standards.dictated.types import FlagKind, Profile

PROFILES = st.sampled_from(list(Profile))
PHRASES = (*spoken.SIGNS, *spoken.BREAKS, *spoken.SCRATCH, *spoken.END)
COMMANDS = sorted({word for phrase in PHRASES for word in phrase})
WORDS = [
    *COMMANDS,
    *listed("one two three five nine ten twelve twenty fifty sixty hundred thousand point oh zero"),
    *listed("half a and over by to or"),
    *listed("milligrams percent years old day left right knee no not without denies l c t q b i d p r n"),
    *listed("grade stage type"),
    *listed("number next end list cap all caps spell that correction insert normal section plan assessment go back"),
    *listed("march may blood pressure pulse . , : 5 5.0 0.5 120/80 mg mL U"),
    *listed("make e v m genotype plus minus station p x XX in gray times AM 22nd 1,250 lot u degree french cm inch"),
    *listed("sincerely re findings surgeon allergies his wife anna more to from for strike level factor h per meter"),
    *("\n", "she", "man", "doctor", "smith", "hepatitis", "transcriptionist", "please", "COPD", "MS"),
]
SPEECH = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@settings(max_examples=300, deadline=None)
@given(st.text(), PROFILES)
def test_any_text_is_taken_and_stands_still(text: str, profile: Profile) -> None:
    once = format_report(text, profile).text
    assert format_report(once, profile).text == once


@settings(max_examples=600, deadline=None)
@given(SPEECH, PROFILES)
def test_any_speech_is_taken_and_stands_still(text: str, profile: Profile) -> None:
    found = format_report(text, profile)
    assert format_report(found.text, profile).text == found.text
    for flag in found.flags:
        assert 0 <= flag.start <= flag.end <= len(text)
        assert 0 <= flag.place <= len(found.text)


def test_a_flag_stands_at_its_word_though_a_later_pass_made_the_text_shorter() -> None:
    found = format_report("pressure cap three MS", Profile.STRICT)
    assert found.text == "Pressure 3 MS"
    (flag,) = found.flags
    assert found.text[flag.place :] == "MS"


PLAIN = st.sampled_from(
    listed("no not without denies never left right bilateral pain fever knee patient takes stable mild the and with of")
)
FIGURES = st.one_of(
    st.integers(0, 99_999).map(str),
    st.decimals(0, 999, places=1, allow_nan=False).map(str),
    st.sampled_from(["120/80", "2 x 3 cm", "5 mg", "7.2%", "98.6", "10:30", "03/04/2026", "L4-L5", "1,250"]),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(PLAIN, FIGURES), max_size=30), PROFILES)
def test_no_word_negation_side_or_digit_is_lost_or_added(words: list[str], profile: Profile) -> None:
    text = " ".join(words)
    found = format_report(text, profile)
    twice = [flag.words.rpartition(": ")[2] for flag in found.flags if flag.words.startswith("Said twice")]
    written = Counter(re.findall(r"[a-z]+", found.text.lower()))
    assert written + Counter(twice) == Counter(re.findall(r"[a-z]+", text.lower()))
    assert _numbers(found.text) == _numbers(text)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 999_999), st.sampled_from(["milligrams", "units", "days", "percent", ""]))
def test_each_number_in_words_is_that_number(number: int, unit: str) -> None:
    got = format_report(f"it was {in_words(number)} {unit} period").text
    small = number < 10 and not unit
    assert small or _numbers(got) == Counter([float(number)]), got


@settings(max_examples=300, deadline=None)
@given(SPEECH)
def test_negations_stay_unless_a_flag_says_what_was_taken_out(text: str) -> None:
    found = format_report(text)
    taken_out = {FlagKind.SCRATCHED, FlagKind.NOTE, FlagKind.TEMPLATE, FlagKind.SPELLED, FlagKind.UNFORMATTED}
    if taken_out & {flag.kind for flag in found.flags}:
        return
    for word in ("no", "not", "without", "denies", "left", "right"):
        if word == "left" and "left paren" in text:
            continue
        if word == "right" and "right paren" in text:
            continue
        assert len(re.findall(rf"\b{word}\b", found.text.lower())) == text.split(" ").count(word), found.text


def _numbers(text: str) -> Counter[float]:
    return Counter(float(number.replace(",", "")) for number in NUMBER.findall(text))


_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = listed("_ _ twenty thirty forty fifty sixty seventy eighty ninety")


def in_words(number: int) -> str:
    """A number as it is spoken."""
    if number >= 1000:
        rest = f" {in_words(number % 1000)}" if number % 1000 else ""
        return f"{in_words(number // 1000)} thousand{rest}"
    if number >= 100:
        return f"{_ONES[number // 100]} hundred{f' {in_words(number % 100)}' if number % 100 else ''}"
    if number >= 20:
        return _TENS[number // 10] + (f" {_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


FLAGGED = [
    ("he has ____ pain", FlagKind.BLANK),
    ("he has [inaudible] pain", FlagKind.BLANK),
    ("leave a blank here", FlagKind.BLANK),
    ("transcriptionist please check this period", FlagKind.NOTE),
    ("no fever scratch that period", FlagKind.SCRATCHED),
    ("left knee correction right knee", FlagKind.SCRATCHED),
    ("fifteen or fifty milligrams", FlagKind.NUMBER),
    ("thirteen or thirty", FlagKind.NUMBER),
    ("one oh five of them", FlagKind.NUMBER),
    ("fifteen fifty", FlagKind.NUMBER),
    ("two twenty milligrams", FlagKind.NUMBER),
    ("one two three", FlagKind.NUMBER),
    ("take hydralazine period", FlagKind.LOOK_ALIKE),
    ("take celebrex period", FlagKind.LOOK_ALIKE),
    ("undo that", FlagKind.COMMAND),
    ("go to section banana", FlagKind.COMMAND),
    ("next number", FlagKind.COMMAND),
    ("pain correction banana", FlagKind.COMMAND),
    ("insert normal lungs", FlagKind.TEMPLATE),
    ("left knee hurts period the right knee is fine period", FlagKind.SIDE),
    ("a fifty year old man came period she coughs period", FlagKind.SEX),
    ("has m s period", FlagKind.DO_NOT_USE),
    ("spell that l a s i x", FlagKind.SPELLED),
    ("plan colon rest period next section imaging none period go to plan ice", FlagKind.MOVED),
    ("end of dictation and more", FlagKind.AFTER_END),
]
QUIET = [
    "blood pressure one oh five over seventy",
    "a fifty year old man came with his mother period she drove period",
    "the right knee and the left hip",
    "twenty twenty six",
    "number one rest period next number ice period end list",
]


@pytest.mark.parametrize(("text", "kind"), FLAGGED)
def test_what_a_person_must_look_at_is_flagged(text: str, kind: FlagKind) -> None:
    assert kind in {flag.kind for flag in format_report(text).flags}


@pytest.mark.parametrize("text", QUIET)
def test_what_is_clear_is_not_flagged(text: str) -> None:
    assert format_report(text).flags == ()


def test_a_normal_text_of_the_office_is_put_in() -> None:
    found = format_report("exam colon insert normal lungs period", normals={"lungs": "The lungs are clear"})
    assert (found.text, found.flags) == ("Exam: The lungs are clear.", ())


def test_a_flag_says_where() -> None:
    text = "no pain period take fifteen or fifty milligrams"
    flag = next(flag for flag in format_report(text).flags if flag.kind is FlagKind.NUMBER)
    assert text[flag.start : flag.end] == "fifteen or fifty"
    assert format_report(text).text[flag.place :].startswith("15 or 50")


def test_style_lists_have_one_meaning() -> None:
    assert not set(terms.DIAGNOSES) & {"MS", "RA", "PE", "MI"}


LONG = [
    " ",
    "9",
    "one ",
    "five five dash ",
    "social history colon none period ",
    "um, ",
    "a b ",
    "three oh ",
    "the the ",
]


@pytest.mark.parametrize("piece", LONG)
def test_a_long_text_is_taken(piece: str) -> None:
    """Each of these once took a time that grew with the square of the length, or did not end well."""
    assert format_report(piece * (20_000 // len(piece))).text is not None


def test_flags_stand_at_their_words_in_a_long_text_that_a_second_pass_changes() -> None:
    found = format_report("pressure cap three MS period " * 500)
    places = [flag.place for flag in found.flags if flag.kind is FlagKind.DO_NOT_USE]
    assert len(places) == 500
    assert all(found.text[place:].startswith("MS") for place in places)
