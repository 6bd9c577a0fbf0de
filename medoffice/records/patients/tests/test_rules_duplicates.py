"""Who may be registered twice: what agrees, what never does, and who is somebody else however much agrees."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.practice.types import Address
from medoffice.records.patients.queries.likelihoods import likelihoods
from medoffice.records.patients.rules.blocking import keys
from medoffice.records.patients.rules.comparing import FIELDS, WORDS, compare
from medoffice.records.patients.rules.duplicates import find_like, find_pairs
from medoffice.records.patients.rules.identity import identity_of, own_number, own_phone
from medoffice.records.patients.rules.weighing import judge
from medoffice.records.patients.types.likeness import Crowd, Identity
from medoffice.records.patients.types.people import PatientName

BORN = date(1968, 3, 8)
MILL = Address("12 Mill Lane", "Riverbend", "IL", "62799")
KNOWN = likelihoods()
NAMES = st.sampled_from(["Vale", "Quist", "Amaro", "Nguyễn", "Unknown", "Baby Boy", ""])
GIVEN = st.sampled_from(["Ingrid", "Otto", "Lucía", "Baby Girl", "unknown", "", "Infant"])


def who(
    number: int = 1,
    family: str = "Vale",
    given: str = "Ingrid",
    *,
    middle: str = "",
    suffix: str = "",
    called: str = "",
    born: date = BORN,
    sex: str = "F",
    phone: str = "",
    email: str = "",
    home: Address = MILL,
    members: tuple[str, ...] = (),
) -> Identity:
    """Somebody as registered."""
    name = PatientName(family, given, middle, suffix, called)
    return identity_of(UUID(int=number), name, sex, born, phone, email, home, members)


HELD = {"vale": 50, "smith": 8, "jon": 3} | dict.fromkeys(("ingrid", "otto", "quist", "lucy", "walsh", "anna"), 2)


def crowd(people: int = 1000) -> Crowd:
    """A town with many Vales and few others; one in a hundred has Ada for a middle name, one in ten Mary."""
    held = {word: times * people // 1000 for word, times in HELD.items()}
    return Crowd(people, held, {"ada": 0.01, "mary": 0.1, "m": 0.15})


def alike(one: Identity, other: Identity, people: int = 1000) -> bool:
    """Whether they are worth a look, the same both ways."""
    there, back = (bool(find_like(a, [b], KNOWN, crowd(people))) for a, b in ((one, other), (other, one)))
    assert there is back
    return there


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who(family="Vale", given="Ingrid"), who(2, family="vale", given="INGRID")),
        (who(family="Nguyen", given="Hoa"), who(2, family="Nguyễn", given="Thị Hoa")),
        (who(family="Hoa", given="Nguyen"), who(2, family="Nguyễn", given="Thị Hoa")),
        (who(family="Smyth", given="Jon"), who(2, family="Smith", given="Jon")),
        (who(family="Amaro", given="Lucy"), who(2, family="Amaro", given="Lucía", called="Lucy")),
        (who(family="Suharjo", given=""), who(2, family="Suharjo", given="Budi")),
        (who(family="Quist", given="Elizabeth"), who(2, family="Quist", given="Betsy")),
        (who(family="Quist", given="Anna", middle="Marie"), who(2, family="Quist", given="Marie")),
        (who(family="Quist", given="Ingrid"), who(2, family="Walsh", given="Ingrid")),  # married
        (who(family="Quist", given="Ingrid"), who(2, family="Quist-Walsh", given="Ingrid")),
        (who(born=date(1968, 3, 8)), who(2, born=date(1968, 8, 3))),
        (who(born=date(1968, 3, 8)), who(2, born=date(1986, 3, 8))),
        (who(born=date(1968, 3, 31)), who(2, born=date(1968, 4, 1))),
        (who(given="Ingrid", phone="(217) 555-0101"), who(2, given="Ingird", phone="2175550101")),
    ],
)
def test_p33_one_person_is_found_however_it_was_typed(one: Identity, other: Identity) -> None:
    assert alike(one, other)
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who(family="Amaro", given="Lucía"), who(2, family="Amaro", given="Diego", sex="M")),
        (who(phone="2175550101"), who(2, given="Otto", sex="M", phone="2175550101")),  # twins
        (
            who(phone="2175550101", members=("HM771964",)),
            who(2, given="Runa", phone="2175550101", members=("HM771964",)),
        ),
        (
            who(given="Otto", sex="M", suffix="Sr.", phone="2175550101"),
            who(2, given="Otto", sex="M", suffix="Jr.", phone="2175550101", born=date(1995, 6, 1)),
        ),
        (who(given="Otto", sex="M"), who(2, given="Otto", sex="M", born=date(1998, 6, 1))),  # a son, no suffix typed
        (who(phone="2175550101"), who(2, given="Arne", phone="2175550101", born=date(1966, 1, 5), sex="M")),  # a couple
        (who(), who(2, family="Nowak", given="Ewa")),  # a birthday in common
    ],
)
def test_p33_families_twins_and_namesakes_are_not_one_person(one: Identity, other: Identity) -> None:
    assert not alike(one, other)


def test_p33_in_a_large_office_a_common_name_and_a_birth_date_say_less() -> None:
    nowhere = Address("", "", "", "")
    one, other = who(home=nowhere), who(2, home=nowhere)
    near = judge(one, other, KNOWN, crowd())
    far = judge(one, other, KNOWN, crowd(3_000_000))
    assert near
    assert far
    assert near.likely > KNOWN.likely > far.likely


def test_p33_the_reasons_are_words_what_agrees_first() -> None:
    one = who(phone="2175550101", born=date(1968, 3, 8))
    pair = judge(one, who(2, given="Ingird", phone="2175550199", born=date(1968, 8, 3)), KNOWN, crowd())
    assert pair
    assert pair.reasons == (
        "a slip in the given name",
        "same family name",
        "a slip in the birth date",
        "same sex",
        "same address",
        "a spelling that nobody else has",
        "another telephone",
    )


def test_p33_a_middle_name_that_many_have_says_less_of_strangers_and_twins() -> None:
    nowhere = Address("", "", "", "")
    for apart in ({"home": nowhere}, {"given": "Inga", "phone": "2175550101"}):
        both = [
            judge(who(middle=name, **apart), who(2, middle=name, **{**apart, "given": "Ingrid"}), KNOWN, crowd())  # type: ignore[arg-type]
            for name in ("Ada", "Mary")
        ]
        assert both[0]
        assert both[1]
        assert both[0].likely > both[1].likely


def test_p33_two_like_names_that_people_have_are_less_one_person_s_than_a_spelling_nobody_has() -> None:
    """Zhang and Zheng are two names; Zhagn is a slip."""
    one, other = who(family="Zhang", born=date(1900, 1, 1)), who(2, family="Zheng", born=date(1900, 1, 1))
    held = {"zhang": 9, "zheng": 9, "ingrid": 9}
    two = judge(one, other, KNOWN, Crowd(1000, held, {}))
    slip = judge(one, other, KNOWN, Crowd(1000, {**held, "zheng": 1}, {}))
    assert two
    assert slip
    assert slip.likely > two.likely
    assert "a spelling that nobody else has" in slip.reasons
    assert "a like name that others have too" in two.reasons


def test_p33_a_slip_of_a_name_that_many_have_says_less_than_one_of_a_rare_name() -> None:
    nowhere = Address("", "", "", "")
    one, other = who(given="Ingrid", home=nowhere), who(2, given="Ingird", home=nowhere)
    many, few = (judge(one, other, KNOWN, Crowd(1000, {**HELD, "ingrid": times}, {})) for times in (90, 2))
    assert many
    assert few
    assert few.likely > many.likely


def test_p33_who_has_only_one_name_is_found_by_it_though_the_date_has_a_slip() -> None:
    one = who(family="Suryani", given="", phone="2175550101")
    assert alike(one, who(2, family="Suryani", given="", phone="2175550101", born=date(1968, 8, 3)))
    assert not alike(one, who(2, family="Rahayu", given="", phone="2175550101", born=date(1968, 8, 3)))
    newborn = who(2, family="Suryani", given="Baby Girl", phone="2175550101", born=BORN + timedelta(days=1))
    assert not alike(one, newborn)


def test_p33_names_that_changed_places_are_found_with_a_slip_in_one() -> None:
    assert alike(who(family="Hathaway", given="Ingrid"), who(2, family="Ingrid", given="Hathawey"))
    assert not alike(who(family="Hathaway", given="Ingrid"), who(2, family="Otto", given="Hathawey", sex="M"))


NOTHING = ["", " ", "-", "Unknown", "UNK", "n/a", "none", "XXX", "refused"]


@pytest.mark.parametrize("nothing", NOTHING)
def test_p34_blank_identifiers_never_match_names(nothing: str) -> None:
    one, other = who(family=nothing, given=nothing), who(2, family=nothing, given=nothing)
    assert (one.family, one.given) == ((), ())
    assert not alike(one, other)
    assert compare(one, other, KNOWN.short, {})["family"] is None


@pytest.mark.parametrize("given", ["Baby Boy", "BABY GIRL", "Infant", "Newborn", "Babyboy", "Baby Boy A"])
def test_p34_blank_identifiers_never_match_newborns_without_a_name(given: str) -> None:
    one = who(family="Vale", given=given, phone="2175550101")
    assert not alike(one, who(2, family="Vale", given=given, phone="2175550101"))


def test_p34_a_newborn_without_a_name_is_who_got_one_by_family_and_day_but_never_another_newborn() -> None:
    """What a newborn is called says nothing; its family name and its birth date do. Another day is another child."""
    named = who(family="Vale", given="Ada", phone="2175550101")
    newborn = who(2, family="Vale", given="Baby Girl", phone="2175550101")
    assert alike(named, newborn)
    assert not alike(named, replace(newborn, born=BORN + timedelta(days=1)))
    assert not alike(named, replace(newborn, family=("quist",)))


def test_p34_blank_identifiers_never_match_telephones_numbers_and_dates() -> None:
    for phone in ("", "0000000000", "999-999-9999", "(000) 000-0000", "555-0101", "1234567890", "2175555555", "n/a"):
        assert not own_phone(phone), phone
    for number in ("", "unknown", "000000000", "123456789", "none", "selfpay", "9", "-----"):
        assert not own_number(number), number
    one = who(born=date(1900, 1, 1), home=Address("unknown", "", "", "00000"), sex="U", email="none@none.com")
    other = replace(one, id=UUID(int=2))
    assert (one.born, one.house, one.zip, one.sex, one.email) == (None, "", "", "", "")
    assert not alike(one, other)  # one name is one identifier
    assert not any(key.startswith(("b", "y", "d", "t", "e", "m", "h")) for key in keys(one))


def test_p34_blank_identifiers_never_match_a_telephone_that_many_share() -> None:
    """A clinic's own number, on nine people with one name and no birth date: nobody is anybody."""
    crowd = [
        who(n, given="Otto", born=date(1900, 1, 1), phone="2175550100", home=Address("", "", "", "")) for n in range(9)
    ]
    assert list(find_pairs(crowd, KNOWN)) == []
    assert list(find_pairs(crowd[:2], KNOWN)) != []


@given(NAMES, GIVEN, NAMES, GIVEN, st.booleans(), st.booleans(), st.booleans())
def test_p34_blank_identifiers_never_match_two_must_agree(
    family: str, name: str, other_family: str, other_name: str, dated: bool, called: bool, housed: bool
) -> None:
    """Whatever is blank in either: a likely pair has two identifiers that are there and agree, a name among them."""
    born = BORN if dated else date(1900, 1, 1)
    home = MILL if housed else Address("", "", "", "")
    one = who(1, family, name, born=born, phone="2175550101", home=home)
    other = who(2, other_family, other_name, born=BORN, phone="2175550101" if called else "", home=home)
    pair = judge(one, other, KNOWN, crowd())
    levels = compare(one, other, KNOWN.short, {})
    there = {field for field in ("given", "family", "born", "phone", "home") if levels[field]}
    named, own = there & {"given", "family"}, there & {"given", "born"}
    assert pair is None or (len(there) > 1 and named and own)


def test_p33_all_pairs_are_those_that_are_found_one_by_one() -> None:
    people = [
        who(1),
        who(2, given="Ingird"),
        who(3, given="Otto", sex="M"),
        who(4, "Quist", "Runa", born=date(1990, 1, 2)),
    ]
    found = {frozenset((pair.one.int, pair.other.int)) for pair in find_pairs(people, KNOWN)}
    assert found == {frozenset((1, 2))}


def test_p33_the_shipped_likelihoods_are_whole_dated_and_say_where_they_are_from() -> None:
    assert date.fromisoformat(KNOWN.learned)
    assert "source" in KNOWN.source
    for chances in KNOWN.classes.values():
        assert {field: len(shares) for field, shares in chances.items()} == {f: len(WORDS[f]) for f in FIELDS}
        assert all(abs(sum(shares) - 1) < 0.01 and min(shares) > 0 for shares in chances.values())
    assert set(KNOWN.classes) == {*KNOWN.others, "strangers"}
    assert KNOWN.short["betsy"] & KNOWN.short["elizabeth"]
