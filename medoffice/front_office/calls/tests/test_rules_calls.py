"""The pure rules of the telephone: red flags, who may be told, promises, cards, lists, figures, signatures."""

import json
from datetime import UTC, date, datetime, time, timedelta
from statistics import median_low
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.front_office.calls.queries.lists import shipped_lists
from medoffice.front_office.calls.rules.cards import fill, hours_words
from medoffice.front_office.calls.rules.figures import middle, ninth
from medoffice.front_office.calls.rules.flags import red_flags
from medoffice.front_office.calls.rules.lists import faults
from medoffice.front_office.calls.rules.promises import promises_in
from medoffice.front_office.calls.rules.signing import is_signed, ring_in, signature
from medoffice.front_office.calls.rules.telling import fault_in_closing, identifiers, may_be_told
from medoffice.front_office.calls.types import Card, ListName, Needs, OpenHours, Outcome, Relation, Told

LISTS = shipped_lists()
CHICAGO = ZoneInfo("America/Chicago")
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)  # Tuesday, noon in Chicago


def found(text: str) -> list[str]:
    return [flag.key for flag in red_flags(text, LISTS.flags.values())]


def test_what_ships_is_whole() -> None:
    assert len(LISTS.kinds) == 12
    assert {kind.outcome for kind in LISTS.kinds.values()} <= set(LISTS.outcomes)
    assert {key for macro in LISTS.macros.values() for key in macro.kinds} <= set(LISTS.kinds)
    assert all(macro.text.startswith(f"{macro.head}:") for macro in LISTS.macros.values())
    assert {flag.source for flag in LISTS.flags.values()} == {"unverified"}
    assert all(flag.since <= date(2026, 11, 26) and flag.script and flag.phrases for flag in LISTS.flags.values())
    names = {name for name, _ in LISTS.cards}
    assert all((name, language) in LISTS.cards for name in names for language in ("en", "es"))


@pytest.mark.parametrize("phrase", [(flag.key, one) for flag in LISTS.flags.values() for one in flag.phrases])
def test_every_phrase_is_found_in_a_sentence_whatever_its_case(phrase: tuple[str, str]) -> None:
    key, words = phrase
    for text in (f"He has {words.upper()}, since noon", f"{words}", f"no {words}!", f"says: \u201c{words}\u201d."):
        assert key in found(text.replace("'", "\u2019")), text


def test_what_only_sounds_like_one_is_none() -> None:
    assert found("Chest cold; the paint in the chest of drawers") == []
    assert found("Cough for two weeks, no fever") == []
    assert found("") == []


@given(some.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    flags = red_flags(text + " chest pain ", LISTS.flags.values())
    assert "chest" in [flag.key for flag in flags]


SELF, PARENT = LISTS.relations["self"], LISTS.relations["mother"]
PHARMACY, SPOUSE = LISTS.relations["pharmacy"], LISTS.relations["spouse"]


@pytest.mark.parametrize(
    ("caller", "relation", "years", "may"),
    [
        ("Ingrid Vale", SELF, 40, True),
        ("Corner Pharmacy", PHARMACY, 40, True),
        ("Ana Vale", PARENT, 17, True),
        ("Ana Vale", PARENT, 18, False),
        ("Otto Quist", SPOUSE, 40, True),
        ("QUIST, \u00d3tto", SPOUSE, 40, True),
        ("Otto", SPOUSE, 40, False),
        ("Olga Quist", SPOUSE, 40, False),
        ("Otto Quist", None, 40, True),
        ("", None, 40, False),
    ],
)
def test_who_may_be_told(caller: str, relation: Relation | None, years: int, may: bool) -> None:
    told = may_be_told(caller, relation, "Ingrid Vale", years, [("Otto Quist", "husband")])
    assert told.may is may
    assert told.words


@pytest.mark.parametrize("needs", list(Needs))
@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("verified", [True, False])
@pytest.mark.parametrize("may", [True, False])
def test_a_call_closes_only_with_what_may_be_told(needs: Needs, known: bool, verified: bool, may: bool) -> None:
    told = Told(may=may, words="No.")
    fault = fault_in_closing(Outcome("x", "x", needs), told, patient_known=known, verified=verified)
    fine = needs is Needs.NOTHING or (known and verified and (may or needs is Needs.IDENTITY))
    assert (fault is None) is fine


def test_identifiers_are_counted_once() -> None:
    assert identifiers("Name, birth date & NAME") == ["name", "birth date"]
    assert identifiers(" , ;") == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We call back @3pm.", datetime(2026, 11, 24, 21, tzinfo=UTC)),
        ("@tomorrow 10am, said the nurse", datetime(2026, 11, 25, 16, tzinfo=UTC)),
        ("promised @+2h", NOON + timedelta(hours=2)),
        ("by @11/30 9:15!", datetime(2026, 11, 30, 15, 15, tzinfo=UTC)),
        ("@9am we ring", datetime(2026, 11, 25, 15, tzinfo=UTC)),
        ("@+1w is soon", datetime(2026, 12, 1, 23, tzinfo=UTC)),
        ("write to vale@example.com", None),
        ("@11/20", None),
        ("@ noon", None),
    ],
)
def test_promises_stand_in_notes(text: str, due: datetime | None) -> None:
    promised = promises_in(f"Cough. {text}", NOON, CHICAGO)
    assert [at for at, _ in promised] == ([due] if due else [])
    assert all(words and words != "Cough." for _, words in promised)


@given(some.text(max_size=120))
def test_promises_lie_ahead_whatever_is_typed(text: str) -> None:
    assert all(due > NOON for due, _ in promises_in(text, NOON, CHICAGO))


def _hours(day: int, starts: int, ends: int) -> OpenHours:
    return OpenHours(day, time(starts), time(ends))


def test_hours_are_said_in_a_line() -> None:
    week = [_hours(day, 8, 17) for day in range(4)] + [_hours(1, 7, 12), _hours(4, 8, 12)]
    assert hours_words(week) == "Mon 8:00-17:00, Tue 7:00-17:00, Wed-Thu 8:00-17:00, Fri 8:00-12:00"
    assert hours_words([_hours(5, 9, 12)], "es") == "s\u00e1b 9:00-12:00"
    assert hours_words([]) == "..."


def test_a_card_is_filled_with_what_is_known() -> None:
    card = Card("hours", "en", "Hours", "Open {hours}; {other}")
    assert fill(card, {"hours": "Mon"}).text == "Open Mon; {other}"


@pytest.mark.parametrize(
    ("which", "key", "entry", "wrong"),
    [
        (ListName.KINDS, "travel", {"words": "travel", "queue": "nurse", "due": "60", "outcome": "booked"}, set()),
        (
            ListName.KINDS,
            "a b!",
            {"words": "", "queue": "king", "due": "0", "outcome": "x"},
            {"key", "words", "queue", "due", "outcome"},
        ),
        (
            ListName.KINDS,
            "x",
            {"words": "x", "queue": "system", "due": "\u00b2", "outcome": "booked"},
            {"queue", "due"},
        ),
        (ListName.OUTCOMES, "x", {"words": "x", "needs": "nothing"}, {"needs"}),
        (ListName.OUTCOMES, "x", {"words": "x", "needs": ""}, set()),
        (ListName.MACROS, "x", {"words": "x", "text": "no colon", "kinds": ""}, {"text"}),
        (ListName.CARDS, "parking", {"words": "Parking", "text": "behind"}, {"key"}),
        (ListName.CARDS, "parking.es", {"words": "Parking", "text": "x" * 1_001}, {"text"}),
        (ListName.FLAGS, "x", {"words": "x", "phrases": " ", "script": "y"}, {"phrases"}),
        (ListName.CAUSES, "x" * 25, {"words": "x"}, {"key"}),
    ],
)
def test_an_entry_is_looked_at_before_it_is_kept(
    which: ListName, key: str, entry: dict[str, str], wrong: set[str]
) -> None:
    assert set(faults(which, key, entry, LISTS.outcomes)) == wrong


@given(some.lists(some.integers(0, 10_000), max_size=60))
def test_the_middle_and_the_ninth_hold_half_and_nine_tenths(minutes: list[int]) -> None:
    ordered = sorted(minutes)
    half, most = middle(ordered), ninth(ordered)
    if not ordered:
        assert half is most is None
        return
    assert half == median_low(ordered)
    assert most is not None
    assert sum(one <= most for one in ordered) >= len(ordered) * 0.9
    assert sum(one < most for one in ordered) < len(ordered) * 0.9


SECRET = b"quiet herons wade here at dusk"


def test_a_ring_is_signed_with_the_secret_and_the_time() -> None:
    body = json.dumps({"id": "7", "from": "+12175550142", "to": "main"}).encode()
    stamp = str(int(NOON.timestamp()))
    right = signature(SECRET, stamp, body)
    assert is_signed(SECRET, stamp, body, right, NOON)
    assert is_signed(SECRET, stamp, body, right, NOON + timedelta(minutes=5))
    for secret, when, text, given_ in (
        (b"", stamp, body, signature(b"", stamp, body)),
        (b"another secret of the same kind", stamp, body, right),
        (SECRET, stamp, body + b" ", right),
        (SECRET, str(int(stamp) + 1), body, right),
        (SECRET, "", body, signature(SECRET, "", body)),
        (SECRET, "\u00b2", body, right),
        (SECRET, stamp, body, ""),
        (SECRET, stamp, body, "\u00e9"),
    ):
        assert not is_signed(secret, when, text, given_, NOON)
    assert not is_signed(SECRET, stamp, body, right, NOON + timedelta(minutes=6))
    assert not is_signed(SECRET, stamp, body, right, NOON - timedelta(minutes=6))


@given(some.binary(max_size=200))
def test_anything_may_be_sent_as_a_ring(body: bytes) -> None:
    assert all(isinstance(part, str) for part in ring_in(body))


def test_a_ring_is_read_as_text_or_not_at_all() -> None:
    assert ring_in(b'{"id": 7, "from": ["x"], "to": null}') == ("", "", "")
    assert ring_in(b'{"id": " a ", "from": "1\\u0000", "extra": 1}') == ("a", "", "")
    assert ring_in(b"[" * 100_000) == ("", "", "")
    assert ring_in(b'{"id": "half a letter \\ud83d", "from": "1"}') == ("", "", "")
