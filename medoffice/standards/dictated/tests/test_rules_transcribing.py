"""From what was heard to a draft: hints are believed only where they were heard, and every doubt is flagged."""

from hypothesis import given
from hypothesis import strategies as some

from medoffice.kernel.heard import Heard, HeardWord
from medoffice.standards.dictated.hinting import ALIKE, MOST_HINTS, MOST_LETTERS, alike, blended, hints_from
from medoffice.standards.dictated.transcribing import transcript
from medoffice.standards.dictated.types import FlagKind

DRUGS = ("metformin", "lisinopril", "atorvastatin", "sertraline", "hydralazine")


def words(text: str, sure: float | None = 0.9, since: float = 0.0) -> tuple[HeardWord, ...]:
    """Words half a second long, one after the other."""
    return tuple(HeardWord(word, since + at / 2, since + at / 2 + 0.5, sure) for at, word in enumerate(text.split()))


def heard(plain: str, hinted: str = "", sure: float | None = 0.9, surer: float | None = 0.9) -> Heard:
    there = words(plain, sure)
    end = there[-1].end if there else 3.0
    return Heard(end, True, ((0.0, end),) if there else (), there, words(hinted, surer), "")


def said(plain: str, hinted: str) -> list[str]:
    return [word.text for word in blended(heard(plain, hinted), DRUGS)]


def test_a_hint_that_sounds_like_what_was_heard_takes_its_place_and_time() -> None:
    found = blended(heard("She takes lies an April 10 milligrams", "She takes lisinopril 10 milligrams"), DRUGS)
    assert [word.text for word in found] == ["She", "takes", "lisinopril", "10", "milligrams"]
    assert (found[2].start, found[2].end, found[2].instead) == (1.0, 2.5, "lies an April")


def test_a_hint_nobody_said_is_not_believed_but_asked_about() -> None:
    found = blended(heard("500 milligrams by Sedae and", "500 milligrams by sertraline and"), DRUGS)
    assert [word.text for word in found] == ["500", "milligrams", "by", "Sedae", "and"]
    assert [word.doubt for word in found if word.doubt] == ["sertraline"]


def test_a_word_that_was_surely_heard_is_not_taken_for_a_drug_that_sounds_like_it() -> None:
    plain, hinted = "takes hydroxyzine at night", "takes hydralazine at night"
    found = blended(heard(plain, hinted, 0.95, 0.95), DRUGS)
    assert [word.text for word in found] == plain.split()
    assert [word.doubt for word in found if word.doubt] == ["hydralazine"]
    assert [word.text for word in blended(heard(plain, hinted, 0.5, 0.95), DRUGS)][1] == "hydralazine"


def test_a_figure_is_never_replaced_by_a_hint_nor_by_what_stands_beside_one() -> None:
    assert said("continue to pervestate in 40 daily", "continue atorvastatin 4D daily") == [
        "continue", "atorvastatin", "40", "daily",
    ]  # fmt: skip
    assert said("take 40 daily", "take metformin daily") == ["take", "40", "daily"]


def test_words_that_hints_made_vanish_stay_and_words_they_made_up_do_not_come() -> None:
    assert said("The patient says that she is well", "is well") == [
        "The",
        "patient",
        "says",
        "that",
        "she",
        "is",
        "well",
    ]
    assert said("She is well", "She takes metformin and is well") == ["She", "is", "well"]


def test_where_no_hint_is_in_question_what_was_heard_without_hints_stays() -> None:
    assert said("saturation is 91 percent", "saturation is 90 percent") == ["saturation", "is", "91", "percent"]
    assert [one.text for one in blended(heard("her knee herds", "her knee hurts", 0.3, 0.8), DRUGS)][2] == "herds"


def test_a_stretch_that_only_hints_let_be_heard_stands_with_each_hint_in_doubt() -> None:
    lost = "he uses sertraline and puts his left foot up at night and has no pain at all"
    found = blended(heard("he uses fluid", lost), DRUGS)
    assert [word.text for word in found] == lost.split()
    assert [word.doubt for word in found if word.doubt] == ["sertraline"]


def test_hints_repeated_behind_the_end_are_nothing_that_was_heard() -> None:
    made_up = words(
        "sertraline, lisinopril, metformin, sertraline, lisinopril, metformin, hydralazine, sertraline, x", 0.006
    )
    told = words("he is well")
    assert [word.text for word in blended(Heard(1.5, True, ((0.0, 1.5),), told, told + made_up, ""), DRUGS)] == [
        "he", "is", "well",
    ]  # fmt: skip


def test_what_is_not_sure_and_sounds_like_a_hint_is_asked_about_and_stays() -> None:
    plain = words("continue") + words("to pervestate in", 0.4, 0.5) + words("daily", 0.9, 2.0)
    found = blended(Heard(2.5, True, ((0.0, 2.5),), plain, plain, ""), DRUGS)
    assert [word.text for word in found] == ["continue", "to", "pervestate", "in", "daily"]
    assert [(word.text, word.doubt) for word in found if word.doubt] in (
        [("to", "atorvastatin")],
        [("pervestate", "atorvastatin")],
    )
    sure = words("to pervestate in", 0.9)
    assert not [one for one in blended(Heard(2.5, True, ((0.0, 2.5),), sure, sure, ""), DRUGS) if one.doubt]


_SPOKEN = some.lists(
    some.sampled_from([*DRUGS, "met", "forming", "she", "takes", "40", "mg", "no", "pain"]), max_size=12
)


@given(plain=_SPOKEN, hinted=_SPOKEN)
def test_no_word_comes_from_nowhere_and_no_hint_without_its_sound(plain: list[str], hinted: list[str]) -> None:
    found = blended(heard(" ".join(plain), " ".join(hinted)), DRUGS)
    for word in found:
        assert word.text in {*plain, *hinted}
        if word.instead:
            assert alike(word.text, word.instead.replace(" ", "").lower()) >= ALIKE
        elif word.text in DRUGS:
            assert word.text in plain or word.doubt
    if len(hinted) <= 8:  # of a lost stretch the times are of the other draft, which here has a time of its own
        assert [word.start for word in found] == sorted(word.start for word in found)


@given(plain=_SPOKEN)
def test_without_hints_the_draft_is_what_was_heard(plain: list[str]) -> None:
    assert [word.text for word in blended(heard(" ".join(plain)), ())] == plain


def test_sounds() -> None:
    pairs = [("lisinopril", "liesanapril"), ("atorvastatin", "topervestatein"), ("metformin", "metformin")]
    assert all(alike(*pair) >= ALIKE for pair in pairs)
    others = [
        ("sertraline", "sedae"),
        ("hydralazine", "hydroxyzine"),
        ("clonidine", "klonopin"),
        ("metformin", "milligrams"),
    ]
    assert all(alike(*pair) < 1 for pair in others)
    assert alike("sertraline", "sedae") < ALIKE


@given(some.lists(some.text(max_size=80), max_size=99))
def test_hints_are_few_short_and_each_once(lines: list[str]) -> None:
    found = hints_from(lines)
    assert len(found) <= MOST_HINTS
    assert sum(map(len, found)) <= MOST_LETTERS
    assert len({one.lower() for one in found}) == len(found)
    assert all(one and len(one) <= 60 and "\n" not in one for one in found)
    assert hints_from(found) == found


def test_what_must_be_listened_to_again_is_flagged_where_it_stands() -> None:
    there = words("She is") + words("herds", 0.4, 1.0) + words("today", 0.9, 8.0)
    made = transcript(Heard(9.0, False, ((0.0, 9.0),), there, (), ""))
    flags = {flag.kind: flag for flag in made.flags}
    unsure = flags[FlagKind.UNSURE]
    assert made.draft[unsure.start : unsure.end] == "herds"
    assert made.text[unsure.place :].startswith("herds")
    gap = flags[FlagKind.UNHEARD]
    assert made.draft[gap.start :].startswith("today")
    assert "1.5 to 8.0 s" in gap.words
    assert "ends at 9.0 s" in flags[FlagKind.CUT].words


def test_silence_has_no_words_and_says_so() -> None:
    made = transcript(Heard(30.0, True, (), (), (), ""))
    assert (made.draft, made.text, made.words) == ("", "", ())
    assert [flag.kind for flag in made.flags] == [FlagKind.UNHEARD]


def test_raw_is_the_draft_and_a_report_is_formatted() -> None:
    told = heard("blood pressure is one twenty over eighty period")
    assert transcript(told, raw=True).text == "blood pressure is one twenty over eighty period"
    assert transcript(told).text == "Blood pressure is 120/80."


def test_of_what_the_recogniser_does_not_say_nothing_is_taken_for_sure() -> None:
    plain, hinted = "takes hydroxyzine at night", "takes hydralazine at night"
    found = blended(heard(plain, hinted, None, None), DRUGS)
    assert [(word.text, word.confidence, word.doubt) for word in found][1] == ("hydroxyzine", None, "hydralazine")
    apart = blended(heard("takes lies an April daily", "takes lisinopril daily", None, None), DRUGS)
    assert (apart[1].text, apart[1].instead, apart[1].confidence) == ("lisinopril", "lies an April", None)
    lost = "he uses sertraline and puts his left foot up at night and has no pain at all"
    assert [word.text for word in blended(heard("he uses fluid", lost, None, None), DRUGS)] == ["he", "uses", "fluid"]
    made = transcript(heard("no fever today", sure=None), raw=True)
    assert [(flag.kind, flag.start, flag.end) for flag in made.flags] == [(FlagKind.UNSURE, 0, 14)]
    assert "does not say" in made.flags[0].words
