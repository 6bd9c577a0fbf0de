"""What a signed report teaches about its draft, how much of the draft was wrong, and what is told in which order."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.dictation.rules.learning import beside, corrections, hints_of
from medoffice.clinic.dictation.types.learning import FEWEST, Hints, Learned, WordError
from medoffice.standards.dictated.hinting import MOST_HINTS, MOST_LETTERS
from medoffice.standards.terminology.api import is_listed

NOBODY = UUID(int=1)
WORDS = some.lists(some.sampled_from(["takes", "Azathioprine,", "as", "a", "thigh", "oprine", "10", "--", "mg."]))


def taught(draft: str, signed: str) -> list[tuple[str, str]]:
    found = corrections(beside(draft.split(), signed.split()), is_listed)
    return [(one.heard, one.meant) for one in found]


@pytest.mark.parametrize(
    ("draft", "signed", "learned"),
    [
        ("Takes as a thigh oprine daily.", "Takes azathioprine daily.", [("as a thigh oprine", "azathioprine")]),
        ("Start pervastatin 20 mg.", "Start atorvastatin, 20 mg.", [("pervastatin", "atorvastatin")]),
        ("Takes hydroxyzine.", "Takes hydralazine.", [("hydroxyzine", "hydralazine")]),
        ("Has cold assist itis.", "Has cholecystitis.", [("cold assist itis", "cholecystitis")]),
        ("Takes hydro chloro thiazide.", "Takes hydrochlorothiazide.",
         [("hydro chloro thiazide", "hydrochlorothiazide")]),
        ("met for men and lee sinner pril", "metformin and lisinopril",
         [("met for men", "metformin"), ("lee sinner pril", "lisinopril")]),
        ("pervastatin, pervastatin", "atorvastatin, atorvastatin", [("pervastatin", "atorvastatin")]),
    ],
)  # fmt: skip
def test_a_word_of_medicine_is_learned_by_what_was_heard(
    draft: str, signed: str, learned: list[tuple[str, str]]
) -> None:
    assert taught(draft, signed) == learned


@pytest.mark.parametrize(
    ("draft", "signed"),
    [
        ("Their patience is effected.", "There patients are affected."),  # everyday words
        ("Seen by Doctor Okay for.", "Seen by Dr. Okafor."),  # a name
        ("Takes lisinopril 10 mg.", "Takes lisinopril 20 mg."),  # a figure
        ("Takes statin 20 mg.", "Takes statins, 20 mg."),  # another ending
        ("Takes lisinoprils.", "Takes lisinopril."),
        ("No fever.", "No fever. Start azathioprine."),  # nothing was heard there
        ("Start the usual thing.", "Start azathioprine."),  # it does not sound so
        ("Start azathioprine now.", "Start now."),  # taken out
        ("Takes 10 as 20 thigh 30 oprine daily.", "Takes azathioprine daily."),
        ("b12 deficiency", "b6 deficiency"),
        ("azathioprin" + "n" * 200, "azathioprine"),
        (" ".join(["so", "it", "was", "said", "of", "as", "a", "thigh", "oprine", "and", "then", "some"]),
         "azathioprine"),  # written anew
        ("", ""),
    ],
)  # fmt: skip
def test_nothing_else_is(draft: str, signed: str) -> None:
    assert taught(draft, signed) == []


@given(WORDS, WORDS)
def test_words_wrong_are_the_fewest_changes_and_what_is_learned_was_heard_and_signed(
    draft: list[str], signed: list[str]
) -> None:
    found = beside(draft, signed)
    sizes = [len([word for word in words if word != "--"]) for words in (draft, signed)]
    assert found.signed == sizes[1]
    assert abs(sizes[0] - sizes[1]) <= found.wrong <= max(sizes)
    assert (found.wrong == 0) == (not found.changed)
    assert beside(signed, signed).wrong == 0
    for one in corrections(found, is_listed):
        heard = one.heard.split()
        assert 1 <= len(heard) <= 5
        assert one.meant == "azathioprine"
        assert not any(word.isdigit() for word in heard)
        assert set(heard) <= {"takes", "azathioprine", "as", "a", "thigh", "oprine", "mg"}


def test_what_stands_otherwise_is_counted_as_it_is_usual() -> None:
    draft, signed = (
        ["The", "pain", "is", "is", "in", "left", "need"],
        ["The", "pain", "is", "in", "the", "left", "knee."],
    )
    found = beside(draft, signed)
    assert (found.signed, found.wrong) == (7, 3)  # one too many, one missing, one wrong
    assert found.changed[-1] == (("need",), ("knee",))


def learned(*words: str, out: bool = False) -> list[Learned]:
    day = datetime(2026, 11, 24, tzinfo=UTC)
    return [
        Learned(NOBODY, "Dr. Okafor", word, ("so",), 2, day - timedelta(days=at), out) for at, word in enumerate(words)
    ]


def test_the_chart_is_told_first_then_the_newest_word_of_the_author() -> None:
    known = [*learned("azathioprine", "metformin", "tacrolimus"), *learned("hydralazine", out=True)]
    found = hints_of(["Metformin 500 mg", "Asthma", "asthma"], known)
    assert found == Hints(("Metformin 500 mg", "Asthma", "azathioprine", "tacrolimus"), ("azathioprine", "tacrolimus"))
    assert found.of_chart == ("Metformin 500 mg", "Asthma")
    assert hints_of([], []) == Hints()


@given(
    some.lists(some.text("abc ", max_size=70), max_size=50),
    some.lists(some.text("defg", min_size=4, max_size=60), unique=True, max_size=50),
)
def test_the_authors_words_never_take_a_place_of_the_chart_and_all_have_an_end(
    chart: list[str], words: list[str]
) -> None:
    alone, both = hints_of(chart, []), hints_of(chart, learned(*words))
    assert both.of_chart == alone.terms
    assert both.terms == both.of_chart + both.learned
    assert len(both.terms) <= MOST_HINTS
    assert sum(map(len, both.terms)) <= MOST_LETTERS
    assert list(both.learned) == words[: len(both.learned)]


def test_of_few_dictations_no_share_of_wrong_words_is_told() -> None:
    assert WordError(NOBODY, "Dr. Okafor", FEWEST - 1, 900, 90).percent is None
    assert WordError(NOBODY, "Dr. Okafor", FEWEST, 900, 91).percent == 10.1
    assert WordError(NOBODY, "Dr. Okafor", FEWEST, 0, 3).percent is None
