"""The checker: the fifteen pairs on every member, nothing on two hundred benign pairs; what it did not know it says."""

import time
import tomllib
from decimal import Decimal
from itertools import product
from uuid import UUID

import pytest

from medoffice.clinic.prescriptions.queries.safety import recognise, shipped
from medoffice.clinic.prescriptions.rules.book import Rule, book_from
from medoffice.clinic.prescriptions.rules.safety import SOMEBODY, Case, check, dead, members
from medoffice.clinic.prescriptions.tests.benign import BENIGN, ONC
from medoffice.clinic.prescriptions.types.safety import Checked, Known, Person, Stop
from medoffice.standards.terminology.api import classes_of, ingredients_known

BOOK = shipped()
ALL = [(one, classes_of(one)) for one in ingredients_known()]


def found(new: str, *takes: str, allergies: tuple[str, ...] = (), person: Person = SOMEBODY) -> Checked:
    return check(Case(recognise(new), [*map(recognise, takes)], [*map(recognise, allergies)], person), BOOK, recognise)


def kinds(told: Checked) -> list[tuple[str, Stop]]:
    return [(one.kind, one.stop) for one in told.alerts]


@pytest.mark.parametrize("number", range(1, 16))
def test_rx2_each_of_the_fifteen_pairs_fires_on_every_member(number: int) -> None:
    (rule,) = [one for one in BOOK.pairs if one.onc == number]
    firsts, seconds = members(BOOK, rule.a, ALL), members(BOOK, rule.b, ALL)
    assert firsts
    assert seconds
    assert {ONC[number - 1][0], ONC[number - 1][1]} <= {*firsts, *seconds}
    silent = [(one, other) for one, other in product(firsts, seconds) if one != other and not _fires(rule, one, other)]
    assert silent == []


def _fires(rule: Rule, one: str, other: str) -> bool:
    """Whichever of the two is new, it is grave."""
    known = [Known(name, ((name, classes_of(name)),)) for name in (one, other)]
    both = [check(Case(a, [b]), BOOK, recognise) for a, b in (known, known[::-1])]
    return all(any(alert.rule == rule.key and alert.stop is Stop.GRAVE for alert in told.alerts) for told in both)


def test_rx2_nothing_is_said_of_two_hundred_benign_pairs() -> None:
    assert len(BENIGN) == 200
    loud = [(one, other) for one, other in BENIGN if found(one, other).alerts or found(other, one).alerts]
    assert loud == []
    assert [pair for pair in BENIGN if found(*pair).unknown] == []


def test_p44_a_brand_or_a_combination_is_checked_by_all_its_ingredients() -> None:
    assert kinds(found("Zestoretic", "lithium carbonate 300 mg")) == [
        ("interaction", Stop.GRAVE),
        ("interaction", Stop.LOOK),
    ]
    assert ("double", Stop.LOOK) in kinds(found("Zestril 10 mg", "lisinopril and hydrochlorothiazide"))
    assert ("allergy", Stop.HARD) in kinds(found("Augmentin 875", allergies=("clavulanate",)))


def test_allergies_stop_hard_only_for_the_very_ingredient() -> None:
    for new, allergy, told in (
        ("amoxicillin 500 mg", "Amoxicillin", [("allergy", Stop.HARD)]),
        ("amoxicillin 500 mg", "penicillin", [("allergy", Stop.GRAVE)]),
        ("amoxicillin 500 mg", "Penicillin V", [("allergy", Stop.GRAVE)]),
        ("cephalexin 500 mg", "penicillin", [("allergy", Stop.LOOK)]),
        ("sulfamethoxazole and trimethoprim", "sulfa drugs", [("allergy", Stop.GRAVE)]),
        ("furosemide 20 mg", "sulfa", []),
        ("ibuprofen 400 mg", "aspirin", [("allergy", Stop.GRAVE)]),
        ("azithromycin", "erythromycin", [("allergy", Stop.GRAVE)]),
        ("losartan 50 mg", "lisinopril", [("allergy", Stop.LOOK)]),
        ("amoxicillin 500 mg", "peanuts", []),
    ):
        assert kinds(found(new, allergies=(allergy,))) == told, (new, allergy)


def test_age_pregnancy_and_kidneys() -> None:
    child, old = Person(5), Person(80)
    pregnant, may = Person(30, pregnant=True), Person(30, may_be_pregnant=True)
    weak = Person(70, filtration=Decimal(25), measured="2026-11-01")
    for new, who, told in (
        ("codeine sulfate", child, [("age", Stop.GRAVE)]),
        ("codeine sulfate", Person(12), []),
        ("doxycycline 100 mg", child, [("age", Stop.LOOK)]),
        ("lorazepam 1 mg", old, [("age", Stop.LOOK)]),
        ("lorazepam 1 mg", Person(64), []),
        ("lisinopril 10 mg", pregnant, [("pregnancy", Stop.GRAVE)]),
        ("lisinopril 10 mg", may, [("pregnancy", Stop.LOOK)]),
        ("atorvastatin 20 mg", may, []),
        ("metformin 500 mg", weak, [("kidneys", Stop.GRAVE)]),
        ("metformin 500 mg", Person(70), []),
        ("metformin 500 mg", Person(70, filtration=Decimal(30)), []),
    ):
        assert kinds(found(new, person=who)) == told, (new, who)


def test_the_last_period_is_told_where_a_medicine_would_harm_and_decides_nothing() -> None:
    said, visit = "Last menstrual period 10/30/2026, 25 days ago, as noted on 11/24/2026.", UUID(int=1)
    may = Person(30, may_be_pregnant=True, period=said, period_about=visit)
    (told,) = found("lisinopril 10 mg", person=may).alerts
    assert (told.stop, told.about) == (Stop.LOOK, visit)
    assert told.words.endswith(f"whether she is pregnant is not known here: ask. {said}")
    (without,) = found("lisinopril 10 mg", person=Person(30, may_be_pregnant=True)).alerts
    assert (without.key, without.about) == (told.key, None)


def test_it_says_how_much_it_knew_and_what_it_did_not() -> None:
    told = found("lisinopril 10 mg", "Syrup of figs", "metformin 500 mg", allergies=("peanuts", "sulfa"))
    assert (told.known, told.total, told.unknown) == (3, 5, ("Syrup of figs", "peanuts"))
    nothing = found("Syrup of figs")
    assert (nothing.known, nothing.total, nothing.alerts) == (0, 1, ())


def test_nothing_unverified_stops_hard_and_every_alert_says_on_what_it_rests() -> None:
    told = found("warfarin 5 mg", "ibuprofen 400 mg", "Bactrim", allergies=("warfarin",))
    assert len(told.alerts) == 3
    for one in told.alerts:
        assert one.version == BOOK.version
        assert (one.stop is Stop.HARD) == (one.source != "unverified")
        assert one.do


def test_p43_a_checker_that_finds_nothing_any_more_says_so() -> None:
    assert dead(BOOK, recognise) == []
    told = dead(BOOK, Known)
    assert len(told) == len([one for one in BOOK.canaries if one.finds])
    broken = check(Case(recognise("lisinopril 10 mg")), BOOK, Known)
    assert not broken.alive


def test_a_book_with_a_dead_rule_is_not_taken() -> None:
    plain = {
        "version": "1", "since": BOOK.since, "classes": {"x": {"words": "x", "ingredients": ["a"]}},
        "canaries": [{"new": "a", "takes": "b", "finds": "interaction"}],
    }  # fmt: skip
    assert book_from(plain).source == "unverified"
    pair = {"a": "x", "b": "y", "happens": "h", "do": "d"}
    for wrong, words in (
        ({**plain, "pairs": [pair]}, "no class y"),
        ({**plain, "classes": {"x": {"words": "x"}}}, "Nothing is in"),
        ({**plain, "canaries": []}, "must be found"),
        ({**plain, "since": "yesterday"}, "is a day"),
        ({**plain, "pairs": [{"a": "x"}]}, "cannot be read"),
        (tomllib.loads("version = '1'"), "cannot be read"),
    ):
        with pytest.raises(ValueError, match=words):
            book_from(wrong)


def test_twenty_medicines_are_checked_in_a_few_milliseconds_of_work() -> None:
    takes = [recognise(one) for pair in BENIGN[:40] for one in pair][:20]
    case = Case(recognise("warfarin 5 mg"), takes)
    check(case, BOOK, recognise)
    began = time.process_time()
    for _ in range(20):
        check(case, BOOK, recognise)
    assert time.process_time() - began < 20 * 0.05, "fifty times what it should take"
