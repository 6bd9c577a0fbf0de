"""What a person means who types into the patient search; names folded; likeness; birth dates that cannot be."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from medoffice.kernel.folding import fold
from medoffice.records.patients.rules.age import age_words, birth_date_words
from medoffice.records.patients.rules.likeness import likeness, likeness_of_all, slips
from medoffice.records.patients.rules.names import sound, tokens, unspaced
from medoffice.records.patients.rules.search import birth_date_as_typed, understand

TODAY = date(2026, 11, 24)
PI_DAY = date(1965, 3, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "3/14/65",
        "3-14-65",
        "03/14/1965",
        "3.14.1965",
        "03141965",
        "031465",
        "1965-03-14",
        "14 Mar 1965",
        "14 March 65",
        "mar 14, 1965",
        "March 14 1965",
        "Mar. 14, 1965",
        " 3/14/1965 ",
    ],
)
def test_a_birth_date_however_typed(typed: str) -> None:
    assert birth_date_as_typed(typed, TODAY) == PI_DAY
    assert understand(typed, TODAY).birth_date == PI_DAY


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1/1/26", date(2026, 1, 1)),
        ("12/25/26", date(1926, 12, 25)),
        ("11/24/26", TODAY),
        ("11/25/26", date(1926, 11, 25)),
    ],
)
def test_a_short_year_lies_behind_today(typed: str, found: date) -> None:
    assert birth_date_as_typed(typed, TODAY) == found


@pytest.mark.parametrize("typed", ["2/30/1990", "13/1/1990", "tomorrow", "t", "+2w", "", "14 Foo 1965", "1/1/199"])
def test_what_is_no_date(typed: str) -> None:
    assert birth_date_as_typed(typed, TODAY) is None


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (TODAY, ""),
        (date(2026, 11, 25), "This birth date lies in the future."),
        (date(1901, 11, 24), ""),
        (date(1900, 11, 24), "The patient would be 126 years old. Check the year."),
        (date(201, 1, 1), "The patient would be 1825 years old. Check the year."),
    ],
)
def test_birth_dates_that_cannot_be_are_said_in_words(born: date, words: str) -> None:
    assert birth_date_words(born, TODAY) == words


@pytest.mark.parametrize(
    ("typed", "names", "phone", "mrn"),
    [
        ("Nguyễn Thị", ("nguyen", "thi"), "", ""),
        ("O'Connell", ("o", "connell", "oconnell"), "", ""),
        ("(217) 555-0142", (), "2175550142", ""),
        ("+1 217 555 0142", (), "2175550142", ""),
        ("217.555.0142", (), "2175550142", ""),
        ("5550142", (), "5550142", ""),
        ("0142", (), "0142", ""),
        ("M-10001", (), "", "M-10001"),
        ("m10001", (), "", "M-10001"),
        ("10001", (), "", "M-10001"),
        ("vale, ingrid 3/14/65", ("vale", "ingrid"), "", ""),
    ],
)
def test_a_search_is_taken_apart(typed: str, names: tuple[str, ...], phone: str, mrn: str) -> None:
    sought = understand(typed, TODAY)
    assert (sought.names, sought.phone, sought.mrn) == (names, phone, mrn)


@pytest.mark.parametrize("typed", ["", " ", "-", "()", "...", "'", "5", "12", "123", "\t\n"])
def test_blank_and_too_short_identifiers_are_nothing_to_search_by(typed: str) -> None:
    assert understand(typed, TODAY).empty


def test_of_a_text_that_was_pasted_by_mistake_a_few_words_are_sought() -> None:
    """A hundred words took minutes and nine gigabytes of the database; a long name is sought whole."""
    assert understand("a b c d e f g h i j k l m n o p q r s t u v w x y z " * 40, TODAY).names == tuple("abcdefgh")
    assert len(understand("lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod", TODAY).names) == 8
    assert "consectetur" in understand("do re mi fa so la ti consectetur ut", TODAY).names
    whole = "maria jose de la cruz garcia"
    assert understand(whole, TODAY).names == tuple(whole.split())
    assert understand("x" * 500_000, TODAY).names == ("x" * 200,)


@given(st.text(max_size=60))
def test_any_text_is_taken_apart(typed: str) -> None:
    sought = understand(typed, TODAY)
    assert sought.birth_date is None or sought.birth_date <= TODAY
    assert "" not in sought.names


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ángel", "angel"),
        ("ŁUCZAK", "luczak"),
        ("Đặng", "dang"),
        ("Straße", "strasse"),
        ("Søren", "soren"),
        ("Арапов", "арапов"),
        ("АРАПОВ", "арапов"),
        ("王", "王"),
        ("Ｖａｌｅ", "vale"),
        ("Jose\u0301", "jose"),
    ],
)
def test_names_are_folded(name: str, word: str) -> None:
    assert fold(name) == word
    assert word in tokens(name)


@example("\U0001d54a")  # a mathematical S has no lower case of its own
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert tokens(*tokens(name)) == tokens(name) or set(tokens(*tokens(name))) >= set(tokens(name))


def test_names_without_spaces_are_one_word() -> None:
    assert unspaced("王", "小明") == ["王小明"]
    assert unspaced("Vale", "Ingrid") == []
    assert unspaced("王", "") == []


def test_names_that_sound_alike() -> None:
    assert sound("nguyen") == sound("ngyuen")
    assert sound("smith") == sound("smyth")
    assert sound("vale") != sound("quist")


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2026, 11, 24), "0 d"),
        (date(2026, 11, 1), "23 d"),
        (date(2026, 10, 24), "1 mo"),
        (date(2024, 11, 25), "23 mo"),
        (date(2024, 11, 24), "2 y"),
        (date(1968, 3, 8), "58 y"),
        (date(2004, 2, 29), "22 y"),
    ],
)
def test_age_as_the_office_says_it(born: date, words: str) -> None:
    assert age_words(born, TODAY) == words


HEARD_ALIKE = [
    ("wright", "right"),
    ("knudsen", "nudsen"),
    ("pfeiffer", "fifer"),
    ("thompson", "tomson"),
    ("meyer", "maier"),
    ("geoffrey", "jeffrey"),
    ("gutierrez", "gutieres"),
    ("catherwood", "katherwood"),
]


@pytest.mark.parametrize(("one", "other"), HEARD_ALIKE)
def test_spellings_of_one_sound_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert likeness(one, other) > 1 - slips(one, other) / max(len(one), len(other))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("meyer", "meeyr", 1), ("meyer", "meyr", 1), ("meyer", "meyyer", 1), ("meyer", "teyer", 1), ("vale", "quist", 5)],
)
def test_slips_of_the_finger_count_once_each(one: str, other: str, count: int) -> None:
    assert slips(one, other) == slips(other, one) == count


@given(st.text("abcde", max_size=7), st.text("abcde", max_size=7), st.text("abcde", max_size=7))
def test_slips_are_a_measure(one: str, other: str, third: str) -> None:
    """Nothing between equals, the same both ways, never more than the longer word has letters."""
    assert (slips(one, other) == 0) == (one == other)
    assert slips(one, other) == slips(other, one) <= max(len(one), len(other))
    assert slips(one + third, other + third) <= slips(one, other)


def test_the_beginning_of_a_word_is_the_word() -> None:
    assert likeness("mar", "marquez") == 1.0
    assert likeness_of_all(("mar", "dolores"), ("marquez", "dolores")) == 1.0
