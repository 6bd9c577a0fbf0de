"""The small tables: complete, dated, ours where they say so, and nobody else's codes among the placeholders."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.terminology.api import carc_words, modifiers, place_of_service, placeholder_services, states
from medoffice.standards.terminology.tables import reasons
from medoffice.standards.terminology.types import PLACEHOLDER, ReasonCategory

TODAY = date(2026, 11, 24)


def test_places_of_service_and_states() -> None:
    places = place_of_service()
    assert len(places) == 52
    assert (places["11"].name, places["11"].medicare_rate) == ("Office", "nonfacility")
    assert places["21"].medicare_rate == "facility"
    assert states()["IL"].name == "Illinois"
    assert len(states()) == 62


def test_modifiers_are_dated_and_name_their_source() -> None:
    found = modifiers(TODAY)
    assert found["LT"].words.startswith("Left side")
    assert found["LT"].source == "CMS HCPCS January 2019"
    assert found["25"].source == "ours"
    assert "XE" not in modifiers(date(2014, 12, 31))
    assert "XE" in modifiers(date(2015, 1, 1))
    assert not any(re.search(r"\b\d{5}\b", one.words) for one in found.values())


def test_placeholder_services_cannot_be_taken_for_real_codes() -> None:
    services = placeholder_services()
    assert all(re.fullmatch("Z[VP][A-Z]{3}", service.code) for service in services)
    assert len({service.code for service in services}) == len({service.key for service in services}) == len(services)
    assert {service.label for service in services} == {PLACEHOLDER}
    assert {service.source for service in services} == {"ours"}
    keys = {service.key for service in services}
    assert {"new_2", "new_5", "est_1", "est_5", "prev_new_infant", "prev_est_65", "ecg", "vaccine_admin"} <= keys


@pytest.mark.parametrize(
    ("carc", "category", "fix_by"),
    [
        ("1", "patient_share", "patient"), ("45", "contractual", "nobody"), ("16", "missing_info", "biller"),
        ("29", "timely", "biller"), ("197", "authorization", "front desk"), ("97", "bundled", "coder"),
    ],
)  # fmt: skip
def test_reasons_say_whose_work_they_are(carc: str, category: str, fix_by: str) -> None:
    reason = carc_words(carc)
    assert reason is not None
    assert (reason.category, reason.fix_by, reason.source) == (category, fix_by, "ours")


def test_every_reason_is_of_a_known_kind() -> None:
    assert {reason.category for reason in reasons()} == set(ReasonCategory)
    assert all(reason.words and reason.fix_by for reason in reasons())
    assert carc_words(" 01") == carc_words("1")
    assert carc_words("b7") == carc_words("B7") is not None


@given(st.text(max_size=6))
def test_no_text_makes_a_reason_fail(text: str) -> None:
    carc_words(text)
