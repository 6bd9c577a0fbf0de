"""The planted people: the same for ever, what was planted is there, and the score says what it should."""

from collections import Counter

import pytest

from bench.planted_people import Planted, plant, score
from bench.planted_people.slips import SLIPS, plain, slip, typo
from bench.planted_people.town import residents
from medoffice.rehearsal.population.types import Chance


@pytest.fixture(scope="module")
def planted() -> Planted:
    return plant(7, people=6000, again=600)


def test_a_seed_gives_the_same_people_and_another_gives_others(planted: Planted) -> None:
    small = plant(3, people=300, again=30)
    assert plant(3, people=300, again=30) == small
    assert plant(4, people=300, again=30) != small
    assert len(planted.records) == 6600
    assert [record.id for record in planted.records] == list(range(1, 6601))


def test_names_are_as_uneven_as_names_are(planted: Planted) -> None:
    families = Counter(record.family for record in planted.records)
    (_, most), (_, second) = families.most_common(2)
    assert 40 < second <= most < 200
    assert sum(1 for times in families.values() if times == 1) > 500


def test_most_of_what_can_go_wrong_goes_wrong(planted: Planted) -> None:
    kinds = Counter(kind for kinds in planted.same.values() for kind in kinds)
    assert {name for name, *_ in SLIPS} <= set(kinds)
    for what in ("birth date", "telephone", "address", "e-mail", "member id", "SSN digits"):
        assert kinds[f"{what} missing"] > kinds[f"{what} stood in for"]
    assert kinds["SSN digits missing"] > len(planted.same) / 2
    assert set(planted.apart.values()) == {
        "twins",
        "parent and child of one name",
        "same name and birth date",
        "same name, birth date near",
    }


def test_nobody_is_the_same_person_by_blanks_or_stand_ins_alone(planted: Planted) -> None:
    """What two records of one person agree in is always something that says who they are."""
    by_id = {record.id: record for record in planted.records}
    for low, high in planted.same:
        one, other = by_id[low], by_id[high]
        told = {
            "born": one.born is not None and one.born.year > 1901 and one.born == other.born,
            "family": plain(one.family).casefold() == plain(other.family).casefold(),
            "given": bool(one.given) and plain(one.given).casefold() == plain(other.given).casefold(),
            "mail": bool(one.email) and one.email == other.email,
            "member": bool(set(one.member_ids) & set(other.member_ids)),
            "line": one.line1.split()[:1] == other.line1.split()[:1] and one.line1[:1].isdigit(),
        }
        assert sum(told.values()) >= 1, (one, other)
    assert not planted.same.keys() & planted.apart.keys()


def test_a_family_shares_what_families_share() -> None:
    people, apart = residents(5, 3000)
    for (one, other), why in apart.items():
        first, second = people[one].record, people[other].record
        assert (first.born == second.born) == (why in ("twins", "same name and birth date"))
        assert (first.line1 == second.line1) == (why in ("twins", "parent and child of one name"))
        assert (first.given == second.given) == (why != "twins")
    numbers = Counter(phone for person in people for phone in set(person.record.phones))
    assert numbers.most_common(1)[0][1] < 60, "true telephones are a household's, at most those of a home of many"


def test_a_slip_changes_one_thing_and_says_what() -> None:
    for person in residents(5, 300)[0]:
        slipped, kinds = slip(person.record, 1, Chance(f"draw {person.record.id}"))
        assert len(kinds) == 1
        assert slipped != person.record
        assert slipped.id == person.record.id
    assert typo("Ab", Chance("short")) is None


def test_the_score_counts_each_pair_once_and_by_kind(planted: Planted) -> None:
    everything = score(planted.same, planted)
    assert (everything.precision, everything.recall, everything.wrong) == (1.0, 1.0, 0)
    assert all(found == every for found, every in everything.by_kind.values())
    half = list(planted.same)[::2]
    turned = [(high, low) for low, high in half]
    twins = [two for two, why in planted.apart.items() if why == "twins"]
    mixed = score([*half, *turned, *twins], planted)
    assert (mixed.found, mixed.wrong) == (len(half), len(twins))
    assert mixed.recall == len(half) / len(planted.same)
    assert mixed.precision == len(half) / (len(half) + len(twins))
    assert mixed.wrong_by_kind == {"twins": len(twins)}
    assert (score([], planted).precision, score([], planted).recall) == (1.0, 0.0)
    with pytest.raises(ValueError, match="two records"):
        score([(5, 5)], planted)


def test_records_of_nobody_are_never_right(planted: Planted) -> None:
    nobody = [record.id for record in planted.records if record.id not in planted.homes]
    assert nobody
    assert score([(nobody[0], nobody[-1] if len(nobody) > 1 else 1)], planted).wrong_by_kind == {"nobody": 1}


def test_more_second_records_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        plant(1, people=100, again=101)
