"""The people: the same for a seed, named by the rules of their culture, and nobody who could exist."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.clinic.charting.api import check_told
from medoffice.clinic.charting.types import ListKind
from medoffice.kernel.ids import npi_is_valid
from medoffice.rehearsal.population.api import demo_office, make_population, person_chart, pharmacies_file
from medoffice.rehearsal.population.queries import charts, town
from medoffice.rehearsal.population.rules.insurance import mbi_never_issued
from medoffice.rehearsal.population.rules.naming import Bearer, family_names, feminine, mail_name
from medoffice.rehearsal.population.types import Chance, Person, Population, Priority, Relation
from medoffice.standards.cdsi.answers import Due
from medoffice.standards.cdsi.api import advise, shipped
from medoffice.standards.cdsi.types import Dose
from medoffice.standards.cdsi.types import Person as SchedulePerson
from medoffice.standards.nppes.api import read_pharmacies
from medoffice.standards.terminology.api import drug_named, icd10, vaccine

TODAY = date(2026, 11, 24)
ZIP3 = Path(__file__).resolve().parents[5] / "shared/data/public/codes/zip3_state.csv"


@cache
def some(seed: int = 7, people: int = 3000) -> Population:
    return make_population(seed, people, TODAY)


def heads(made: Population) -> dict[int, Person]:
    return {person.household_id: person for person in made.people if person.relation_to_head is Relation.SELF}


def test_a_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert make_population(3, 400, TODAY) == make_population(3, 400, TODAY)
    assert make_population(3, 400, TODAY).people[14:] != make_population(4, 400, TODAY).people[14:]


def test_more_people_only_adds_to_the_town() -> None:
    assert make_population(3, 1000, TODAY).people[:390] == make_population(3, 400, TODAY).people[:390]


def test_fewer_people_than_the_cast_is_refused() -> None:
    with pytest.raises(ValueError, match="cast"):
        make_population(1, 5, TODAY)


@given(st.integers(0, 10**6), st.integers(14, 120))
@settings(max_examples=30)
def test_every_population_is_whole(seed: int, people: int) -> None:
    made = make_population(seed, people, TODAY)
    assert [person.index for person in made.people] == list(range(people))
    for person in made.people:
        age = person.age_on(TODAY)
        assert 0 <= age <= 100
        assert person.ssn is None
        assert person.phones, person
        assert person.family
        guarantor = made.people[person.guarantor]
        assert guarantor.age_on(TODAY) >= 18
        assert guarantor.household_id == person.household_id
        assert (person.guarantor == person.index) == (age >= 18)
    for coverage in made.coverages:
        assert made.people[coverage.subscriber].household_id == made.people[coverage.person].household_id
        assert made.people[coverage.person].birth_date <= coverage.effective <= TODAY
        assert (coverage.subscriber == coverage.person) == (coverage.relation is Relation.SELF)


def test_nothing_that_could_reach_anybody() -> None:
    for person in some().people:
        for phone in person.phones:
            assert re.fullmatch(r"\(\d{3}\) 555-01\d\d", phone.number)
        assert re.fullmatch(r"([a-z0-9]+\.)+\d+@example\.(org|com)|", person.email), person.email
        assert (person.address.city, person.address.state) == ("Riverbend", "IL")


def test_the_zip_stands_for_the_state() -> None:
    if not ZIP3.exists():
        pytest.skip("the table of ZIP prefixes is not at hand")
    states = dict(line.split(",")[:2] for line in ZIP3.read_text().splitlines())
    assert {states[person.address.zip[:3]] for person in some().people} == {"IL"}


def test_mail_addresses_are_one_persons_each() -> None:
    mails = [person.email for person in some().people if person.email]
    assert len(mails) == len(set(mails))


@given(st.integers(0, 10**8))
def test_a_medicare_like_number_was_never_issued(number: int) -> None:
    shape = r"[1-9]S\d\d[AC-HJKMNPQRT-Y]\d\d[AC-HJKMNPQRT-Y]{2}\d\d"
    assert re.fullmatch(shape, mbi_never_issued(number))


def test_member_numbers_belong_to_one_person_or_one_family_plan() -> None:
    made = some(people=20_000)
    holders: dict[tuple[str, str], set[int]] = {}
    for coverage in made.coverages:
        holders.setdefault((coverage.payer_key, coverage.member_id), set()).add(coverage.subscriber)
    assert all(len(subscribers) == 1 for subscribers in holders.values())


def test_the_mix_of_payers_is_about_what_an_office_sees() -> None:
    made = some(people=20_000)
    primary = Counter(one.payer_key for one in made.coverages if one.priority is Priority.PRIMARY)
    primary["none"] = len(made.people) - sum(primary.values())
    shares = {payer: 100 * count / len(made.people) for payer, count in primary.items()}
    assert 50 < shares["harbor"] < 60
    assert 16 < shares["meridian"] < 24
    assert 16 < shares["sunfield"] < 24
    assert 3 < shares["none"] < 7
    secondary = sum(1 for one in made.coverages if one.payer_key != "meridian" and one.priority is Priority.SECONDARY)
    assert secondary > primary["meridian"] / 2


def test_priorities_start_at_primary_and_payers_differ_or_plans_do() -> None:
    by_person: dict[int, list[Priority]] = {}
    for coverage in some().coverages:
        by_person.setdefault(coverage.person, []).append(coverage.priority)
    for found in by_person.values():
        assert found in ([Priority.PRIMARY], [Priority.PRIMARY, Priority.SECONDARY])


def test_a_child_of_two_insured_parents_goes_by_the_earlier_birthday() -> None:
    made = some(people=20_000)
    both = [one for one in made.coverages if one.relation is Relation.CHILD and one.priority is Priority.SECONDARY]
    assert both
    for second in both:
        first = next(one for one in made.coverages if one.person == second.person)
        one, two = made.people[first.subscriber].birth_date, made.people[second.subscriber].birth_date
        assert (one.month, one.day) <= (two.month, two.day)


def test_the_named_cast_is_there() -> None:
    made = some()
    assert made.who("quist-marisol").birth_date == date(1965, 3, 14)
    assert made.who("nguyen-hoa").full_name == "Thị Hoa Nguyễn"
    assert made.who("nguyen-hoa").interpreter
    daniel = made.who("quist-daniel")
    assert any(one.caller == daniel.index and one.relation == "son" for one in made.permissions)
    lucia = made.who("amaro-lucia")
    plan = next(one for one in made.coverages if one.person == lucia.index)
    assert (plan.member_id, plan.subscriber) == ("HM7719642", made.who("amaro-elena").index)


def test_names_are_of_many_kinds() -> None:
    people = some().people
    assert len(town().pools) >= 25
    assert sum(not person.given for person in people) >= 5
    assert sum(" " in person.family for person in people) >= 50
    assert sum("-" in person.family for person in people) >= 20
    assert sum("'" in person.family for person in people) >= 5
    assert {"Jr.", "III"} <= {person.suffix for person in people}
    assert sum(bool(person.native) for person in people) >= 100
    assert sum(not person.full_name.isascii() for person in people) >= 500
    assert max(len(person.full_name) for person in people) > 30


def test_few_people_share_a_name() -> None:
    made = some(people=20_000)
    same = Counter((person.full_name, person.birth_date) for person in made.people)
    assert max(same.values()) <= 2
    assert sum(count - 1 for count in same.values()) < 10
    in_a_house = Counter((person.household_id, person.full_name) for person in made.people)
    assert max(in_a_house.values()) == 1


def named(culture: str, who: str, seed: int) -> list[str]:
    """Family names of head, spouse and children; ``who`` gives the sexes, the first two of the parents."""
    pool = next(pool for pool in town().pools if pool.culture == culture)
    relations = [Relation.SELF, Relation.SPOUSE, *[Relation.CHILD] * (len(who) - 2)]
    bearers = [Bearer(sex, relation, 30) for sex, relation in zip(who, relations, strict=True)]
    return [name.family for name in family_names(town(), pool, bearers, Chance(f"test {seed}"))]


@given(st.integers(0, 5000))
def test_vietnamese_spouses_keep_their_names_and_children_have_the_fathers(seed: int) -> None:
    _, father, son, daughter = named("vietnamese", "FMMF", seed)
    assert son == daughter == father
    again = named("vietnamese", "MFM", seed)
    assert again[2] == again[0]


@given(st.integers(0, 5000))
def test_spanish_children_have_a_surname_of_the_father_first(seed: int) -> None:
    father, _, child = named("mexican", "MFF", seed)
    pool = next(pool for pool in town().pools if pool.culture == "mexican")
    first = next(
        latin for latin, _ in sorted(pool.families, key=lambda pair: -len(pair[0])) if father.startswith(latin)
    )
    assert child.startswith(first)


@given(st.integers(0, 5000))
def test_somali_children_are_named_after_their_father(seed: int) -> None:
    pool = next(pool for pool in town().pools if pool.culture == "somali")
    bearers = [Bearer("M", Relation.SELF, 40), Bearer("F", Relation.SPOUSE, 38), Bearer("F", Relation.CHILD, 5)]
    father, _, child = family_names(town(), pool, bearers, Chance(f"test {seed}"))
    assert child.family == father.given


@given(st.integers(0, 5000))
def test_a_namesake_has_the_next_suffix(seed: int) -> None:
    pool = next(pool for pool in town().pools if pool.culture == "english")
    bearers = [Bearer("M", Relation.SELF, 40), *[Bearer("M", Relation.CHILD, 5)] * 3]
    father, *sons = family_names(town(), pool, bearers, Chance(f"test {seed}"))
    same = [son for son in sons if (son.given, son.family) == (father.given, father.family)]
    assert len(same) <= 1
    assert all(son.suffix not in ("", father.suffix) for son in same)


def test_polish_women_have_the_womans_form() -> None:
    assert feminine(("Wiśniewski", "")) == ("Wiśniewska", "")
    assert feminine(("Nowak", "")) == ("Nowak", "")
    _, wife, daughter = named("polish", "MFF", 1)
    assert not wife.endswith("ski")
    assert daughter == wife


def test_mail_names_are_plain_ascii() -> None:
    from medoffice.rehearsal.population.rules.naming import Name

    assert mail_name(Name("Żółtowski", "Łukasz"), 3) == "lukasz.zoltowski.3"
    assert mail_name(Name("O'Brien", "Seán Óg"), 4) == "sean.obrien.4"
    assert mail_name(Name("Suharjo", ""), 5) == "suharjo.5"


@given(st.text(max_size=20), st.integers(1, 50))
def test_chance_stays_within_and_repeats(label: str, stop: int) -> None:
    chance = Chance("test")
    assert 0 <= chance.number(label, stop) < stop
    assert chance.number(label, stop) == chance.number(label, stop)
    assert sorted(chance.shuffled(label, range(stop))) == list(range(stop))


def test_the_office_is_whole_and_its_numbers_are_well_formed() -> None:
    office = demo_office()
    assert len(office.sites) == 2
    assert len(office.staff) == 20
    assert len(office.providers) == 6
    npis = [office.npi, *(site.npi for site in office.sites), *(member.npi for member in office.providers)]
    assert len(set(npis)) == 9
    assert all(npi_is_valid(npi) for npi in npis)
    by_key = {member.key: member for member in office.staff}
    assert by_key["nox"].roles == ()
    assert set(by_key["vega"].roles) >= {role for member in office.staff for role in member.roles}
    assert {"NP", "PA-C"} <= {member.credentials for member in office.providers}
    for member in office.providers:
        assert len({hours.weekday for hours in member.hours}) >= 4
        assert all(hours.starts < hours.ends for hours in member.hours)


def test_charts_say_what_a_list_keeps_on_any_day_and_the_same_for_a_seed() -> None:
    everybody = some().people
    for on in (TODAY, date(2019, 1, 2)):
        for person in (one for one in everybody if one.birth_date < on):
            said = person_chart(7, person, on)
            assert said == person_chart(7, person, on)
            for kind, told in said.entries:
                assert check_told(kind, told, on, person.birth_date) == [], (kind, told)
            problems = [told.code for kind, told in said.entries if kind is ListKind.PROBLEM]
            assert problems == [charts().conditions[key].code for key in person.conditions]
    found = Counter(kind for person in everybody for kind, _ in person_chart(7, person, TODAY).entries)
    assert min(found[kind] for kind in (ListKind.ALLERGY, ListKind.MEDICATION, ListKind.IMMUNIZATION)) > 100
    attested = sum(bool(person_chart(7, person, TODAY).none) for person in everybody)
    assert 0.4 < attested / len(everybody) < 0.8


def test_the_codes_titles_and_drugs_of_charts_are_those_that_are_shipped() -> None:
    assert {key for key, _ in town().conditions} == set(charts().conditions)
    for ill in charts().conditions.values():
        code = icd10(ill.code, TODAY)
        assert code is not None
        assert (code.title, code.billable) == (ill.words, True)
        assert not ill.takes or drug_named(ill.takes[0]), ill.takes
    given = [(one.code, one.words) for one in charts().vaccines]
    given += [(code, words) for code, words, _ in charts().childhood.shots]
    for number, words in given:
        listed = vaccine(number)
        assert listed is not None
        assert listed.words == words


def test_children_were_given_most_vaccines_and_something_is_due_to_some() -> None:
    due = 0
    children = [one for one in some().people if 2 <= one.age_on(TODAY) < 15]
    for child in children:
        told = [told for kind, told in person_chart(7, child, TODAY).entries if kind is ListKind.IMMUNIZATION]
        assert len(told) > 10
        doses = tuple(Dose(str(at), one.code, date.fromisoformat(one.began)) for at, one in enumerate(told))
        found = advise(shipped(), SchedulePerson(child.birth_date, child.sex, doses), TODAY)
        due += any(one.due is Due.OVERDUE for one in found.groups)
    assert 0.1 < due / len(children) < 0.95


def test_rx5_two_hundred_pharmacies_are_made_up_as_nppes_writes_them() -> None:
    told = list(read_pharmacies(pharmacies_file(7).splitlines()))
    assert len({one.npi for one in told}) == len(told) == 200
    assert len({(one.name, one.line1) for one in told}) == 200
    assert all(one.phone.startswith("21755501") and one.hours for one in told)
    assert 0 < sum(one.closed for one in told) < 20
    assert 0 < sum(not one.fax for one in told) < 40
    assert pharmacies_file(7) == pharmacies_file(7) != pharmacies_file(8)
