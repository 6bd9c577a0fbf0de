"""Whose a clinical document is: name, birth date and sex, all of them; what contradicts is told in words."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import uuid4

from medoffice.practice.types import Address
from medoffice.records.documents.rules.clinical import Named, against, named_in, whose_it_is
from medoffice.records.patients.types.people import Patient, PatientName
from medoffice.standards.ccda.api import read_document
from medoffice.standards.ccda.tests.makers import WHOLE

VALE = Patient(
    uuid4(), "M1", PatientName("Vale", "Ingrid"), "", "F", date(1965, 3, 14), None, "en", False, "", "",
    Address("", "", "", ""), None, None, "", 1,
)  # fmt: skip
NAMED = named_in(read_document(WHOLE))


def test_all_three_agree_or_it_is_nobodys() -> None:
    assert Named(frozenset({"vale"}), frozenset({"ingrid", "ann"}), date(1965, 3, 14), "F", "Ingrid Ann Vale") == NAMED
    assert whose_it_is(NAMED, [VALE]) == VALE.id
    blank = Named(frozenset(), frozenset(), None, "", "")
    for family, given, born, sex in product((True, False), repeat=4):
        said = Named(
            NAMED.family if family else blank.family,
            NAMED.given if given else blank.given,
            NAMED.birth_date if born else None,
            NAMED.sex if sex else "",
            "",
        )
        assert (whose_it_is(said, [VALE]) == VALE.id) is (family and given and born and sex)
    assert whose_it_is(NAMED, [VALE, replace(VALE, id=uuid4())]) is None
    assert whose_it_is(NAMED, [replace(VALE, sex="M")]) is None
    assert whose_it_is(NAMED, [replace(VALE, name=PatientName("", ""))]) is None


def test_accents_and_hyphens_are_no_other_name() -> None:
    said = replace(NAMED, family=frozenset({"garcia", "luczak"}))
    assert whose_it_is(said, [replace(VALE, name=PatientName("García-Łuczak", "Ingrid"))]) == VALE.id


def test_what_contradicts_is_said() -> None:
    assert against(NAMED, VALE) == ""
    assert against(NAMED, replace(VALE, name=PatientName("Quist", "Ingrid"))) == ""  # married since: a person knows
    assert "born 03/14/1965; Ingrid Vale was born 03/15/1965" in against(
        NAMED, replace(VALE, birth_date=date(1965, 3, 15))
    )
    assert "chart of Otto Quist" in against(NAMED, replace(VALE, name=PatientName("Quist", "Otto")))
