"""Words keep their numbers and times through whatever is typed; sentences have the time of their words."""

from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.dictation.rules.keeping import (
    at_letter,
    blanks_in,
    carried,
    compared,
    doubtful,
    put_for,
    sentences,
)
from medoffice.clinic.dictation.types.dictations import Word

PIECES = ("she", "takes", "ten", "mg", "of", "____", "daily", ".", "no", "pain\n")
TEXTS = some.lists(some.sampled_from(PIECES), max_size=30).map(" ".join)


def said(text: str, since: int = 0) -> tuple[Word, ...]:
    """Words of half a second each, numbered from 1."""
    return tuple(
        Word(at + 1, word, since + at * 500, since + at * 500 + 500, 0.9) for at, word in enumerate(text.split())
    )


def edit(before: str, after: str, at_ms: int | None = None) -> list[tuple[int, str, int | None, int | None]]:
    old = said(before)
    words, _ = carried(old, after, len(old) + 1, at_ms)
    return [(word.id, word.text, word.start_ms, word.end_ms) for word in words]


def test_a_corrected_word_keeps_its_number_and_its_sound() -> None:
    assert edit("takes lies an april daily", "takes lisinopril daily") == [
        (1, "takes", 0, 500), (6, "lisinopril", 500, 2000), (5, "daily", 2000, 2500),
    ]  # fmt: skip
    assert edit("pain in left knee", "pain in right knee")[2] == (3, "right", 1000, 1500)


def test_what_is_put_in_is_where_the_sound_was_or_between_its_neighbours() -> None:
    assert edit("no pain", "no chest pain", at_ms=480)[1] == (3, "chest", 480, 480)
    assert edit("no pain", "no chest pain")[1] == (3, "chest", 500, 500)
    assert edit("", "typed by hand", at_ms=7000) == [
        (1, "typed", 7000, 7000), (2, "by", 7000, 7000), (3, "hand", 7000, 7000),
    ]  # fmt: skip
    assert edit("", "before any sound")[0] == (1, "before", None, None)


def test_a_person_who_touched_a_word_takes_the_recognisers_doubt_from_it() -> None:
    old = (Word(1, "hydralazine", 0, 500, 0.4, ("look-alike",)), Word(2, "daily.", 500, 900, 0.9))
    assert doubtful(old) == [0]
    words, _ = carried(old, "hydroxyzine daily.", 3)
    assert doubtful(words) == []


@given(TEXTS, TEXTS, some.none() | some.integers(0, 60_000))
def test_no_word_is_lost_or_added_and_no_number_is_given_twice(before: str, after: str, at_ms: int | None) -> None:
    old = said(before)
    words, next_id = carried(old, after, len(old) + 1, at_ms)
    assert [word.text for word in words] == after.split()
    assert len({word.id for word in words}) == len(words)
    assert all(word.id < next_id for word in words)
    known = {word.id: word for word in old}
    assert all(word.start_ms == known[word.id].start_ms for word in words if word.id in known)
    assert carried(words, after, next_id) == (words, next_id)


@given(TEXTS, some.integers(0, 200))
def test_each_letter_is_of_the_word_that_stands_there(text: str, offset: int) -> None:
    place = at_letter(text, offset)
    blank = offset >= len(text) or text[offset].isspace()
    assert (place is None) == blank
    if place is not None:
        assert text[offset] in text.split()[place]


def test_a_blank_is_filled_or_left_out_and_what_clings_to_it_stays() -> None:
    assert put_for("Takes ____, daily.", 1, " lisinopril  10 mg ") == "Takes lisinopril 10 mg, daily."
    assert put_for("Takes ____ daily.", 1, "") == "Takes daily."
    assert put_for("Takes ____.", 1, "") == "Takes."
    assert put_for("____ daily.", 0, "He") == "He daily."
    assert [word.text for word in blanks_in(said("a ____, b ____ c_"))] == ["____,", "____"]


def test_sentences_have_the_time_of_their_words() -> None:
    text = "Dr. Okafor saw her. No fever\n\nPlan: rest."
    found = [(one.text, one.start_ms, one.end_ms, one.paragraph) for one in sentences(text, said(text))]
    assert found == [
        ("Dr. Okafor saw her.", 0, 2000, False),
        ("No fever", 2000, 3000, False),
        ("Plan:", 3000, 3500, True),
        ("rest.", 3500, 4000, False),
    ]


@given(TEXTS, TEXTS)
def test_what_became_of_two_texts_is_both_of_them(before: str, after: str) -> None:
    found = compared(before, after)
    assert " ".join(words for what, words in found if what != "new").split() == before.split()
    assert " ".join(words for what, words in found if what != "gone").split() == after.split()
