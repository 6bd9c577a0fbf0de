"""ICD-10-CM by date: what is in force, what stands against a code, what replaces it, what the tabular list says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.findings import Severity
from medoffice.standards.terminology.api import (
    billable_count,
    codes_check,
    editions,
    excludes1,
    excludes2,
    icd10,
    icd10_check,
    icd10_children,
    icd10_notes,
    icd10_replacements,
    icd10_seventh,
    icd10_verdict,
)
from medoffice.standards.terminology.icd10 import named_codes
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.types import NO_TITLE, Verdict

TODAY = date(2026, 11, 24)
BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 1)


def test_the_published_counts_of_billable_codes() -> None:
    assert billable_count(date(2026, 4, 1)) == 74_719
    assert billable_count(BEFORE) == 74_719
    assert billable_count(AFTER) == 74_879
    changed = (
        "SELECT (SELECT count(*) FROM node WHERE start = 20261001), (SELECT count(*) FROM node WHERE stop = 20260930)"
    )
    assert tuple(connection().execute(changed).fetchone()) == (190, 30)


def test_the_published_shape_of_the_tabular_list() -> None:
    levels = dict(map(tuple, connection().execute("SELECT level, count(*) FROM node GROUP BY level")))
    assert (levels["chapter"], levels["section"]) == (22, 297)
    sql = "SELECT kind, count(*) FROM note JOIN node ON node.id = note.id WHERE level = 'code' GROUP BY kind"
    kinds = dict(map(tuple, connection().execute(sql)))
    assert (kinds["term"], kinds["excludes1"], kinds["excludes2"]) == (12_569, 5_253, 2_180)
    assert (kinds["code_first"], kinds["use_additional"], kinds["code_also"]) == (800, 1_440, 645)
    assert connection().execute("SELECT count(*) FROM seventh").fetchone()[0] == 1_790


def test_every_code_but_the_newest_leads_up_to_its_chapter() -> None:
    orphans = connection().execute("SELECT id FROM node WHERE parent = '' AND level != 'chapter'").fetchall()
    found = [icd10(row[0], TODAY) for row in orphans]
    assert [code.title_official for code in found if code] == [False] * len(orphans)
    sprain = icd10("S93.401A", TODAY)
    assert sprain is not None
    assert (sprain.parent, sprain.chapter, sprain.billable) == ("S93.401", "19", True)


def test_plantar_fasciitis_over_the_change_of_the_code_year() -> None:
    assert icd10_check("M72.2", BEFORE) == []
    (finding,) = icd10_check("M72.2", AFTER)
    assert finding.code == "icd10-expired"
    assert all(code in finding.words for code in ("M72.20", "M72.21", "M72.22"))
    assert [code.code for code in icd10_replacements("m722", AFTER)] == ["M72.20", "M72.21", "M72.22"]
    assert icd10_check("M72.20", AFTER) == []
    (early,) = icd10_check("M72.20", BEFORE)
    assert early.code == "icd10-not-yet"
    assert "M72.2." in early.words


def test_a_code_without_official_title_says_so_with_its_predecessor() -> None:
    found = icd10("m7221", TODAY)
    assert found is not None
    assert not found.title_official
    assert found.title.startswith(NO_TITLE)
    assert found.predecessor == ("M72.2", "Plantar fascial fibromatosis")


def test_a_placeholder_cut_up_is_a_predecessor_too() -> None:
    assert [code.code for code in icd10_replacements("T52.8X1A", AFTER)] == ["T52.811A", "T52.821A", "T52.891A"]
    new = icd10("K31.B", TODAY)
    assert new is not None
    assert (new.title, new.predecessor, new.parent) == (NO_TITLE, None, "K31")


def test_an_older_change_is_read_from_the_conversion_table() -> None:
    assert "A04.71" in [code.code for code in icd10_replacements("A04.7", date(2020, 1, 1))]


@pytest.mark.parametrize(
    ("code", "verdict", "finding"),
    [
        ("E11.9", Verdict.VALID, None),
        (" e119 ", Verdict.VALID, None),
        ("ZZZ99", Verdict.UNKNOWN, "icd10-unknown"),
        ("E1.19", Verdict.UNKNOWN, "icd10-unknown"),
        ("E11..9", Verdict.UNKNOWN, "icd10-unknown"),
        ("\u013110", Verdict.UNKNOWN, "icd10-unknown"),  # a dotless i, whose capital is I
        ("", Verdict.UNKNOWN, "icd10-unknown"),
        ("1", Verdict.UNKNOWN, "icd10-unknown"),
        ("A00-A09", Verdict.UNKNOWN, "icd10-unknown"),
        ("M72", Verdict.NOT_BILLABLE, "icd10-not-billable"),
        ("J34.83", Verdict.NOT_BILLABLE, "icd10-not-billable"),
        ("T67.01X", Verdict.NOT_BILLABLE, "icd10-not-billable"),
        ("M72.2", Verdict.EXPIRED, "icd10-expired"),
    ],
)
def test_what_stands_against_a_code(code: str, verdict: Verdict, finding: str | None) -> None:
    assert icd10_verdict(code, TODAY) is verdict
    assert [found.code for found in icd10_check(code, TODAY)] == ([finding] if finding else [])


def test_p50_seventh_characters_and_their_fill() -> None:
    (finding,) = icd10_check("T67.01", TODAY)
    assert finding.code == "icd10-not-billable"
    assert "T67.01XA, T67.01XD, T67.01XS" in finding.words
    assert icd10_seventh("T67.01XA") == {"A": "initial encounter", "D": "subsequent encounter", "S": "sequela"}
    # The definition of S06 allows D here; the published list has not since October 2016.
    assert "D" in icd10_seventh("S06.0X7D")
    assert icd10_check("S06.0X7D", TODAY)[0].code == "icd10-expired"


def test_a_date_after_the_loaded_edition_is_warned_of() -> None:
    (finding,) = icd10_check("E11.9", date(2027, 4, 1))
    assert (finding.code, finding.severity) == ("icd10-edition-over", Severity.WARNING)


def test_notes_are_handed_down_but_inclusion_terms_are_not() -> None:
    notes = icd10_notes("E11.9")
    assert any(note.at == "E11" and note.kind == "use_additional" for note in notes)
    assert any(note.at == "4" and note.kind == "excludes1" for note in notes)
    assert not any(note.kind == "term" for note in icd10_notes("S93.401"))
    assert any(note.kind == "term" for note in icd10_notes("S93.40"))


def test_excludes_notes_are_read_as_ranges() -> None:
    against = excludes1("I10")
    assert any(span.holds("O10.011") and span.holds("O11.1") for span in against)
    assert any(span.at == "I10-I1A" and span.holds("I27.0") for span in against)
    assert not any(span.holds("J45.909") for span in against)
    assert any(span.holds("S86.001A") for span in excludes2("S93.401A"))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("influenza (J10-J11)", [("J10", "J11")]),
        ("diabetes due to underlying condition (E08.-)", [("E08", "E08")]),
        ("such as (M62.82, R40.-)", [("M6282", "M6282"), ("R40", "R40")]),
        ("neoplasm (C4A.-, C7B.1)", [("C4A", "C4A"), ("C7B1", "C7B1")]),
        ("certain localized infections - see body system-related chapters", []),
    ],
)
def test_codes_named_in_a_note(words: str, named: list[tuple[str, str]]) -> None:
    assert named_codes(words) == named


def test_most_excludes1_notes_name_codes_that_exist() -> None:
    notes = [row[0] for row in connection().execute("SELECT words FROM note WHERE kind = 'excludes1'")]
    read = [named_codes(words) for words in notes]
    assert sum(bool(codes) for codes in read) / len(notes) > 0.96
    places = {row[0] for row in connection().execute("SELECT id FROM node")}
    firsts = [first for codes in read for first, _ in codes]
    assert sum(first in places for first in firsts) / len(firsts) > 0.99


def test_children_are_those_in_use_on_the_date() -> None:
    assert [code.code for code in icd10_children("M72.2", AFTER)] == ["M72.20", "M72.21", "M72.22"]
    assert icd10_children("M72.2", BEFORE) == []
    assert "A00" in [code.code for code in icd10_children("A00-A09", TODAY)]


def test_a_list_of_codes_is_checked_in_its_order() -> None:
    answers = codes_check(["M72.2", "E11.9"], TODAY)
    assert [(answer["code"], len(answer["findings"])) for answer in answers] == [("M72.2", 1), ("E11.9", 0)]


def test_editions_are_named_with_their_sources() -> None:
    assert {edition.what for edition in editions()} == {"titles", "notes", "validity", "conversions"}
    assert all(edition.edition and edition.source for edition in editions())


@given(st.text(max_size=60) | st.from_regex(r"[A-Za-z][0-9][0-9A-Za-z.\-]{0,8}", fullmatch=True))
def test_no_text_makes_a_lookup_fail(text: str) -> None:
    findings = icd10_check(text, TODAY)
    assert (icd10_verdict(text, TODAY) is Verdict.VALID) == (findings == [])
    icd10_notes(text)
    icd10_children(text, TODAY)
    icd10_replacements(text, TODAY)
    excludes1(text)
