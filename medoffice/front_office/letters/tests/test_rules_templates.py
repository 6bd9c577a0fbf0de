"""The engine of templates: what it reads, what it refuses, what it writes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.letters.queries.templates import own_fields, shipped_templates
from medoffice.front_office.letters.rules.filling import check, fill
from medoffice.front_office.letters.rules.parsing import parse, plain_words, slots_in
from medoffice.front_office.letters.rules.reading_level import reading_level, spanish_syllables, syllables
from medoffice.front_office.letters.rules.typed import as_typed, backwards
from medoffice.front_office.letters.types.templates import FieldType, MergeField, Value
from medoffice.kernel.money import Money
from medoffice.records.disclosures.api import purposes

FIELDS = {
    one.name: one
    for one in (
        MergeField("patient.name", FieldType.NAME, "the name"),
        MergeField("patient.age", FieldType.NUMBER, "the age"),
        MergeField("visit.date", FieldType.DATE, "the visit"),
        MergeField("account.balance", FieldType.MONEY, "the balance"),
        MergeField("minor", FieldType.YES, "whether a minor"),
        MergeField("meds", FieldType.LIST, "the medicines", (MergeField("name", FieldType.NAME, "a medicine"),)),
    )
}
ALL: dict[str, Value] = {
    "patient.name": "Ida Vale",
    "patient.age": 17,
    "visit.date": date(2026, 11, 24),
    "account.balance": Money(123450),
    "minor": True,
    "meds": ({"name": "Aspirin"}, {"name": "Iron"}),
}


def written(text: str, values: dict[str, Value] = ALL, language: str = "en") -> str:
    parsed = parse(text)
    assert not check(parsed, FIELDS)
    return fill(parsed, FIELDS, values, language).text


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Dear {patient.name}:", "Dear Ida Vale:"),
        ("{visit.date} and {visit.date:short}", "November 24, 2026 and 11/24/2026"),
        ("{account.balance}", "$1,234.50"),
        ("{if patient.age < 18}young{else}old{end}", "young"),
        ("{if not minor}old{end}!", "!"),
        ('{if patient.name = "ida vale"}it is she{end}', "it is she"),
        ("{if account.balance >= 2,000}much{else}little{end}", "little"),
        ("{if visit.date > 01/01/2026}this year{end}", "this year"),
        ("a\n{if minor}\nb\n{end}\nc", "a\nb\nc"),
        ("Take:\n{each meds}\n- {item.name}\n{end}\nDone.", "Take:\n- Aspirin\n- Iron\nDone."),
        ("{if minor}{each meds}{item.name:upper} {end}{end}", "ASPIRIN IRON "),
    ],
)
def test_a_text_is_written_with_its_values(text: str, becomes: str) -> None:
    assert written(text) == becomes


def test_dates_are_in_the_language_of_the_letter() -> None:
    assert written("{visit.date}", language="es") == "24 de noviembre de 2026"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("ok\n{patient.nmae}", "line 2", "There is no field patient.nmae."),
        ("{visit.date:upper}", "line 1", "its shapes are: short, long"),
        ("{meds}", "line 1", "is a list"),
        ("{each visit.date}{end}", "line 1", "no list"),
        ("{each meds}{each meds}{end}{end}", "line 1", "stands in another list"),
        ("{item.name}", "line 1", "There is no field item.name."),
        ("{each meds}{item.dose}{end}", "line 1", "There is no field item.dose."),
        ("{if patient.name > 3}x{end}", "line 1", "only = and !="),
        ("{if patient.age > old}x{end}", "line 1", "to compare"),
        ("{if meds = 3}x{end}", "line 1", "compared with nothing"),
        ("a\nb\n{if minor}x", "line 3", "{end} is missing"),
        ("{end}", "line 1", "closes nothing"),
        ("{each meds}{else}{end}", "line 1", "stands in no {if}"),
        ("a\n{Patient Name}", "line 2", "is no field and no part"),
        ("x } y", "line 1", "A brace"),
        ("{if minor}" * 9 + "{end}" * 9, "line 1", "at most 8 deep"),
        ("x" * 20_001, "line 1", "at most 20,000"),
    ],
)
def test_what_cannot_be_filled_is_said_with_its_line(text: str, line: str, says: str) -> None:
    found = check(parse(text), FIELDS)
    assert found
    assert any(one.where == line and says in one.words for one in found), found


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in ("meds", "minor")])
@pytest.mark.parametrize("value", [None, "", ("a",), True])
def test_a_field_without_a_value_of_its_type_is_seen_and_never_a_blank(name: str, value: Value | None) -> None:
    values = {one: told for one, told in ALL.items() if one != name} | ({} if value is None else {name: value})
    filled = fill(parse(f"one\n[{{{name}}}]"), FIELDS, values, "en")
    (finding,) = filled.findings
    assert finding.where == "line 2"
    assert [piece.missing for piece in filled.pieces] == [False, True, False]
    assert FIELDS[name].words in filled.text


def test_an_empty_list_is_seen_too() -> None:
    for values in ({}, {"meds": ()}):
        assert fill(parse("{each meds}{item.name}{end}"), FIELDS, values, "en").findings
    assert not fill(parse("{if meds}{each meds}{item.name}{end}{else}none{end}"), FIELDS, {}, "en").findings
    assert fill(parse("{each meds}{item.name}{end}"), FIELDS, {"meds": ({"name": ""},)}, "en").findings


@given(st.text(alphabet="{}ab.:ifeachns \n<>=0", max_size=200))
def test_nothing_that_is_typed_breaks_the_engine(text: str) -> None:
    parsed = parse(text)
    if not check(parsed, FIELDS):
        fill(parsed, FIELDS, ALL, "en")


@given(st.text(max_size=300).filter(lambda text: "{" not in text and "}" not in text))
def test_words_without_fields_stay_as_they_are(text: str) -> None:
    assert written(text) == text


@given(st.text(max_size=30))
def test_a_value_is_never_read_as_a_part_of_the_text(name: str) -> None:
    values: dict[str, Value] = {**ALL, "patient.name": name}
    filled = fill(parse("<{patient.name}>"), FIELDS, values, "en")
    assert filled.findings if not name else filled.text == f"<{name}>"


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (FieldType.DATE, "11/24/26", date(2026, 11, 24)),
        (FieldType.DATE, "soon", ValueError),
        (FieldType.MONEY, "12.50", Money(1250)),
        (FieldType.MONEY, "12,50", ValueError),
        (FieldType.NUMBER, "12", 12),
        (FieldType.NUMBER, "-1", ValueError),
        (FieldType.TEXT, " a \n b ", "a \n b"),
        (FieldType.LIST, "a\n\n b", ({"words": "a"}, {"words": "b"})),
        (FieldType.TEXT, "  ", None),
    ],
)
def test_what_is_typed_becomes_the_type_of_its_field(kind: FieldType, typed: str, value: object) -> None:
    field = MergeField("asked.x", kind, "x", asked=True)
    if value is ValueError:
        with pytest.raises(ValueError, match="Write"):
            as_typed(field, typed, date(2026, 11, 24))
    else:
        assert as_typed(field, typed, date(2026, 11, 24)) == value


def test_co6_twenty_templates_ship_in_english_and_ten_in_spanish_and_all_can_be_filled() -> None:
    ours = shipped_templates()
    english = {one.key: one for one in ours if one.language == "en"}
    spanish = {one.key: one for one in ours if one.language == "es"}
    assert len(english) >= 20
    assert len(spanish) >= 10
    below = MergeField("account.balance", FieldType.MONEY, "the balance")
    known = {one.name: one for one in (*own_fields(), below)}
    for one in ours:
        assert not check(parse(one.body), known), one.key
        assert one.purpose in purposes()
    for key, one in spanish.items():
        named = [set(slots_in(parse(each.body).parts)) for each in (one, english[key])]
        assert named[0] == named[1], key
        assert one.waits_for_approval
        assert not english[key].waits_for_approval


def test_co8_what_ships_to_patients_is_plain_to_read() -> None:
    for one in shipped_templates():
        level = reading_level(plain_words(one.body), one.language)
        if one.key == "custom":
            assert level is None, "its words are whoever's who writes it"
        elif one.to == "patient":
            assert level is not None
            assert level.ease >= 60, (one.key, one.language, level)


def test_co8_the_ease_is_that_of_flesch() -> None:
    """By hand: one sentence of six words and six syllables."""
    easy = reading_level("The cat sat on the mat.", "en")
    assert easy is not None
    assert (easy.ease, easy.grade, easy.words) == (116.1, -1.4, 6)
    assert reading_level("Hi.", "en") is None
    assert reading_level("one two three four five six", "pl") is None
    for word, count in {"medicine": 3, "appointment": 3, "make": 1, "table": 2, "called": 1, "needed": 2}.items():
        assert syllables(word) == count, word
    for word, count in {"consultorio": 4, "día": 2, "leer": 2, "bueno": 2, "medicina": 4}.items():
        assert spanish_syllables(word) == count, word


def test_a_day_that_ends_before_it_begins_is_told_at_the_end() -> None:
    today, fields = (
        date(2026, 11, 24),
        [one for one in own_fields() if one.name in ("asked.from_date", "asked.until_date")],
    )
    for first, last, wrong in (("11/24/2026", "11/23/2026", True), ("11/24", "11/24", False), ("11/24", "soon", False)):
        found = backwards(fields, {"asked.from_date": first, "asked.until_date": last}, today)
        assert found == ({"asked.until_date": "This is before 11/24/2026, when it begins."} if wrong else {})
    assert backwards(fields[1:], {"asked.until_date": "1/1/2026"}, today) == {}
