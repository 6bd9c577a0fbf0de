"""The snippets of a pass over danger words, and which stand as they were heard."""

from dataclasses import replace

from medoffice.clinic.dictation.rules.keeping import carried
from medoffice.clinic.dictation.rules.passing import as_heard, dangers_in, snippets
from medoffice.clinic.dictation.types.dictations import Word
from medoffice.clinic.dictation.types.passing import Danger, Snippet

TEXT = "No fever since Monday. Start lisinopril 10 mg for the left knee."


def typed(text: str = TEXT, step: int | None = 500) -> tuple[Word, ...]:
    """The words of a text, each said in 400 ms, one every ``step``."""
    return tuple(
        Word(at + 1, word, *((at * step, at * step + 400) if step else (None, None)))
        for at, word in enumerate(text.split())
    )


def found(text: str, words: tuple[Word, ...]) -> list[Danger]:
    return dangers_in(text, words, {"lisinopril"}.__contains__)


def played(text: str, words: tuple[Word, ...]) -> list[Snippet]:
    return snippets(text, words, found(text, words))


def test_a_snippet_is_the_words_own_time_with_a_little_before_and_behind() -> None:
    no, dose, side = played(TEXT, typed())
    assert (no.start_ms, no.said_ms, no.end_ms, no.rough) == (0, 0, 500, False)
    assert (side.start_ms, side.said_ms, side.end_ms) == (10 * 500 - 300, 10 * 500, 10 * 500 + 500)
    assert [one.kind for one in dose.dangers] == ["name", "dose"]
    assert (dose.start_ms, dose.said_ms, dose.end_ms) == (5 * 500 - 300, 7 * 500, 7 * 500 + 500)


def span(figure: str, begin: int, end: int) -> tuple[int, int]:
    """From when to when a figure is played that was told from ``begin`` to ``end``."""
    (one,) = played(figure, (Word(1, figure, begin, end),))
    assert one.start_ms is not None
    assert one.end_ms is not None
    return begin - one.start_ms, one.end_ms - end


def test_a_figure_that_was_told_shorter_than_it_is_said_begins_earlier_and_its_sign_is_heard() -> None:
    """Of forty sounds whose word times are known, one recogniser told "152" 0.6 s late, "98%" without "percent"."""
    assert span("152", 2000, 2400) == (300 + 350, 250)
    assert span("58", 2000, 2240) == (300 + 260, 250)
    assert span("10", 2000, 2260) == (300, 250)
    assert span("64-year-old", 2000, 2620) == (300 + 380, 250)
    assert span("98%.", 2000, 2740) == (300 + 10, 500)
    assert span("555-0142", 2000, 2100) == (300 + 600, 250)
    assert span("58", 2000, 2700) == (300, 250)


def test_each_stands_in_its_sentence_and_no_snippet_goes_over_its_end() -> None:
    text = "There is no fever, no. Left knee."
    one, two = played(text, typed(text))
    assert (one.first, one.count, len(one.dangers)) == (0, 5, 2)
    assert (two.first, two.count) == (5, 2)


def test_what_is_farther_apart_or_together_too_long_is_played_by_itself() -> None:
    text = "no word no"
    assert len(played(text, typed(text))) == 1
    assert len(played(text, typed(text, 600))) == 2
    assert played(text, typed(text))[0].said_ms == 1000
    many = " ".join(["no"] * 20)
    long = played(many, typed(many))
    assert sum(len(one.dangers) for one in long) == 20
    assert all(one.end_ms - one.start_ms <= 8000 for one in long if one.end_ms and one.start_ms is not None)
    apart = " ".join(["no", "is"] * 12)
    parts = played(apart, typed(apart, 450))
    assert len(parts) > 2
    assert all(one.end_ms - one.start_ms <= 4000 for one in parts if one.end_ms and one.start_ms is not None)


def test_of_what_touches_nothing_is_played_twice() -> None:
    """Nine words one behind the other are more than four seconds; each had its own lead-in into the one before."""
    text = " ".join(["no"] * 9)
    (one,) = played(text, typed(text))
    assert (len(one.dangers), one.start_ms, one.said_ms, one.end_ms) == (9, 0, 4000, 4500)


def test_of_a_stretch_the_last_word_is_the_one_that_was_said_last() -> None:
    """Where words were put before others that were said earlier, it is not the last of the text."""
    words = (Word(1, "no", 2000, 2300), Word(2, "no", 1500, 1800))
    (one,) = played("no no", words)
    assert (one.start_ms, one.said_ms) == (1200, 2000)


def test_without_sound_each_is_shown_by_itself_and_nothing_is_played() -> None:
    assert [(one.start_ms, len(one.dangers)) for one in played(TEXT, typed(step=None))] == [(None, 1)] * 4


def test_what_was_typed_by_hand_is_heard_from_well_before_where_the_sound_was_then() -> None:
    words = tuple(replace(word, start_ms=9000, end_ms=9000) for word in typed())
    assert {(one.start_ms, one.end_ms, one.rough) for one in played(TEXT, words)} == {(6500, 9500, True)}


def test_times_stay_through_edits_and_only_what_was_changed_is_to_be_heard_again() -> None:
    words = typed()
    heard = {one.key for one in found(TEXT, words)}
    text = TEXT.replace("Start", "Please start").replace("10", "100").replace("knee", "hip")
    now, _ = carried(words, text, 100)
    left = [one for one in found(text, now) if one not in as_heard(found(text, now), heard)]
    assert [text.split()[one.first] for one in left] == ["100"]
    assert played(text, now)[-1].start_ms == 10 * 500 - 300


def test_a_comma_makes_no_other_token_and_a_point_in_a_figure_does() -> None:
    words = typed("Take 5 mg.")
    heard = {one.key for one in found("Take 5 mg.", words)}
    for text, stands in (("Take 5 mg,", True), ("Take .5 mg.", False), ("Take 5.0 mg.", False)):
        now, _ = carried(words, text, 100)
        assert bool(as_heard(found(text, now), heard)) is stands, text
