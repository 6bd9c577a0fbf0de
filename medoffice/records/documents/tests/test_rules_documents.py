"""What is read on a paper: its type, its day, whose it is; how a batch divides. Blank never matches."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.tests.hostile_papers import NAMES
from medoffice.records.documents.queries.kinds import keepings, shipped_kinds
from medoffice.records.documents.rules.covers import Part, cover_code, parts_of
from medoffice.records.documents.rules.guessing import births_told, date_told, kind_told
from medoffice.records.documents.rules.kinds import in_use, kept_until
from medoffice.records.documents.rules.names import label_of
from medoffice.records.documents.rules.whose import Candidate, Told, agreeing, told_of, whose

TODAY = date(2026, 11, 24)
LAB = """Prairie Laboratory
Patient: VALE, INGRID  DOB: 03/08/1968  MRN: M10001
Date collected: 11/20/2026   Reported: 11/21/2026
Specimen: blood. Reference range follows. Hemoglobin 13.1 g/dL"""
INGRID = Candidate(uuid4(), "M10001", "Vale", "Ingrid", date(1968, 3, 8), "2175550101", frozenset({"XQ4471902"}))


def test_a_type_is_told_by_two_words_of_it() -> None:
    kinds = shipped_kinds()
    assert kind_told(LAB, kinds) == "lab"
    assert kind_told("Discharge summary\nDate of admission: 11/01/2026\nHospital course: well", kinds) == "discharge"
    assert kind_told("glucose", kinds) == ""
    assert kind_told("", kinds) == ""
    assert len({kind.key for kind in kinds}) == len(kinds) >= 25
    assert {kind.keep for kind in kinds} <= set(keepings())
    assert all(rule.source for rule in keepings().values())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LAB, date(2026, 11, 20)),
        ("Reported: 11/21/2026 ... DOS 11/19/26", date(2026, 11, 19)),
        ("Date dictated: November 3, 2026", date(2026, 11, 3)),
        ("Date of service: 2026-10-31", date(2026, 10, 31)),
        ("Date of birth: 03/08/1968", None),
        ("Date: 03/08/1968 DOB 03/08/1968", None),
        ("Date of service: 12/24/2026", None),
        ("Date of service: 13/45/2026", None),
        ("11/20/2026", None),
        ("", None),
    ],
)
def test_a_day_stands_behind_words_that_say_so(text: str, day: date | None) -> None:
    assert date_told(text, TODAY) == day


def test_births_are_of_the_last_hundred_years() -> None:
    assert births_told("DOB: 3/8/68 born 02/30/1970") == [date(1968, 3, 8)]


def test_two_things_agree_and_one_is_the_name_or_the_number() -> None:
    told = told_of(LAB)
    assert agreeing(told, INGRID) == ("name", "birth date", "record number")
    assert whose(told, [INGRID])[0] == INGRID.id
    only = told_of("DOB 03/08/1968, call (217) 555-0101")
    assert agreeing(only, INGRID) == ("birth date", "telephone")
    assert whose(only, [INGRID]) == (None, ())
    assert whose(told_of("Vale, Ingrid. Member ID: XQ4471902"), [INGRID])[0] == INGRID.id


def test_another_birth_date_is_another_person_and_two_alike_are_nobody() -> None:
    twin = Candidate(uuid4(), "M10002", "Vale", "Ingrid", date(1968, 3, 8), "2175550101")
    assert agreeing(told_of("Vale, Ingrid DOB 04/09/1970 MRN: M10001"), INGRID) == ()
    assert whose(told_of("Vale, Ingrid DOB 03/08/1968"), [INGRID, twin]) == (None, ())
    assert whose(told_of(LAB), [INGRID, twin])[0] == INGRID.id


blank = st.sampled_from(["", "  "])


@given(
    mrn=blank,
    family=blank,
    given_name=blank,
    members=st.frozensets(blank),
    born=st.none(),
    told=st.builds(
        Told,
        mrns=st.frozensets(st.sampled_from(["", "M10001"])),
        births=st.frozensets(st.dates()),
        phones=st.frozensets(st.sampled_from(["", "2175550101"])),
        members=st.frozensets(st.sampled_from(["", "XQ4471902"])),
        words=st.frozensets(st.sampled_from(["", "vale"])),
    ),
)
def test_blank_never_matches(
    mrn: str, family: str, given_name: str, members: frozenset[str], born: None, told: Told
) -> None:
    """P34: a paper without a number is not that of somebody without one."""
    assert agreeing(told, Candidate(uuid4(), mrn.strip(), family, given_name, born, "", frozenset(members))) == ()


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    told_of(text)
    kind_told(text, shipped_kinds())
    date_told(text, TODAY)


def test_a_batch_divides_at_its_cover_sheets() -> None:
    lab, plain = [cover_code("lab")], [cover_code()]
    assert parts_of([lab, [], [], plain, []]) == [Part(2, 3, "lab"), Part(5, 5)]
    assert parts_of([[], lab, []]) == [Part(1, 1), Part(3, 3, "lab")]
    assert parts_of([[], ["another code"]]) == [Part(1, 2)]
    assert parts_of([lab]) == [Part(1, 1)]
    assert parts_of([]) == [Part(1, 1)]


@given(st.lists(st.sampled_from([[], [cover_code("lab")], [cover_code()]]), min_size=1, max_size=30))
def test_no_page_is_in_two_parts_and_only_sheets_are_in_none(codes: list[list[str]]) -> None:
    pages = [page for part in parts_of(codes) for page in range(part.first, part.last + 1)]
    assert len(pages) == len(set(pages))
    if any(not one for one in codes):
        assert sorted(pages) == [page for page, one in enumerate(codes, 1) if not one]


def test_a_name_is_a_label() -> None:
    told = [label_of(name) for name in NAMES]
    assert told[0] == "passwd.pdf"
    assert all(len(one) <= 120 and "/" not in one and "\x00" not in one and "\u202e" not in one for one in told)
    assert label_of("scan\x00.pdf") == "scan.pdf"


def test_types_and_keeping_are_dated() -> None:
    kinds = shipped_kinds()
    assert len(in_use(kinds, TODAY)) == len(kinds)
    assert in_use(kinds, date(1999, 1, 1)) == []
    rule = keepings()["chart"]
    assert kept_until(rule, date(2024, 2, 29), None) == date(2034, 2, 28)
    assert kept_until(rule, date(2024, 2, 1), date(2020, 5, 1)) == date(2048, 5, 1)


@pytest.mark.parametrize("read", ["Garcia Luczak, Jose", "GARCÍA-ŁUCZAK, JOSÉ", "Garci\u0301a Łuczak Jose\u0301"])
def test_a_name_is_found_however_its_accents_were_read(read: str) -> None:
    jose = Candidate(uuid4(), "M10009", "García-Łuczak", "José", date(1968, 3, 8))
    assert whose(told_of(f"{read}, born 03/08/1968"), [INGRID, jose]) == (jose.id, ("name", "birth date"))
