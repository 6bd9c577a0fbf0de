"""PR1: the card as a US Core 6.1.0 Patient: what the profile demands is there, and any card comes back the same."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from medoffice.practice.types import Address
from medoffice.records.patients.rules.us_core import US, card_in, orientation_out, patient_out
from medoffice.records.patients.types.card import (
    ETHNICITIES,
    GENDER_IDENTITIES,
    ORIENTATIONS,
    RACES,
    SYSTEMS,
    USES,
    Card,
    Contact,
)
from medoffice.records.patients.types.people import LANGUAGES, PatientName, PermittedPerson

TEXT = st.text(max_size=12)
SOME = st.text(min_size=1, max_size=12)
IDS = st.uuids()
DAYS = st.dates(date(1900, 1, 1), date(2026, 11, 24))
NAMES = st.builds(PatientName, SOME, TEXT, TEXT, TEXT, TEXT)
HOMES = st.one_of(
    st.just(Address("", "", "", "")), st.builds(Address, SOME, TEXT, st.sampled_from(["IL", ""]), TEXT, TEXT)
)
CARDS = st.builds(
    Card,
    id=IDS,
    mrn=SOME,
    name=NAMES,
    pronouns=TEXT,
    sex=st.sampled_from("FMU"),
    birth_date=DAYS,
    deceased_on=st.none() | DAYS,
    gender_identity=st.sampled_from(["", *GENDER_IDENTITIES]),
    orientation=st.sampled_from(["", *ORIENTATIONS]),
    race=st.lists(st.sampled_from(list(RACES)), unique=True, max_size=5).map(tuple),
    ethnicity=st.sampled_from(["", *ETHNICITIES]),
    language=st.sampled_from(list(LANGUAGES)),
    interpreter=st.booleans(),
    contacts=st.lists(
        st.builds(Contact, IDS, st.sampled_from(list(SYSTEMS)), st.sampled_from(list(USES)), SOME, TEXT), max_size=3
    ).map(tuple),
    address=HOMES,
    permitted=st.lists(st.builds(PermittedPerson, IDS, SOME, SOME, TEXT), max_size=2).map(tuple),
    pcp_id=st.none(),
    **dict.fromkeys(("phone", "email", "employer", "employer_phone", "pcp", "pcp_phone", "pharmacy"), TEXT),
    **dict.fromkeys(("pharmacy_address", "pharmacy_phone", "alert", "address_as", "fears", "helps", "photo"), TEXT),
)


@given(CARDS)
def test_pr1_any_card_comes_back_the_same(one: Card) -> None:
    assert card_in(patient_out(one), orientation_out(one, date(2026, 11, 24))) == one


@given(CARDS)
def test_pr1_what_the_profile_demands_is_there(one: Card) -> None:
    """Mandatory elements, required bindings, no empty element, and the text with race and ethnicity."""
    out = patient_out(one)
    assert out["identifier"][0].keys() >= {"system", "value"}
    assert out["name"][0]["family"]
    assert out["gender"] in ("male", "female", "other", "unknown")
    for told in out.get("telecom", []):
        assert told["system"] in ("phone", "fax", "email", "pager", "url", "sms", "other")
        assert told["value"]
        assert told.get("use", "home") in ("home", "work", "temp", "old", "mobile")
    for extension in out.get("extension", []):
        if extension["url"] in (f"{US}us-core-race", f"{US}us-core-ethnicity"):
            assert [part["url"] for part in extension["extension"]].count("text") == 1
    assert list(_empty(out)) == []


def _empty(value: object) -> list[object]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in inside if one in ("", [], {}, None)] + [empty for one in inside for empty in _empty(one)]


def test_the_second_line_of_a_name_stays_where_there_is_no_given_one() -> None:
    lone = PatientName("Suharto", middle="Bo")
    card = Card(
        UUID(int=1), "M-1", lone, "", "U", date(1960, 1, 1), None, "", "", (), "", "id", False, "", "", (),
        Address("", "", "", ""), (), "", "", None, "", "", "", "", "", "", "", "", "", "",
    )  # fmt: skip
    assert card_in(patient_out(card)).name == lone
