"""Rules of signing in: codes work once, PINs and passwords that everybody tries are refused, deadlines, browsers."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.security.factors import code_at
from medoffice.security.rules.browsers import browser_in_words
from medoffice.security.rules.codes import STEP_SECONDS, accepted_step, as_typed, in_groups, pin_problem
from medoffice.security.rules.holds import factor_due, hold_of
from medoffice.security.rules.passwords import LONGEST, weaknesses
from medoffice.security.types import Hold, SignInRules

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the secret of RFC 6238, appendix B


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (2000000000, "279037")]
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert code_at(RFC, seconds // STEP_SECONDS) == code
    assert accepted_step(code, seconds, 0, lambda step: code_at(RFC, step)) == seconds // STEP_SECONDS


@given(st.integers(min_value=60, max_value=4_000_000_000), st.integers(min_value=-3, max_value=3))
def test_a_code_is_taken_near_its_step_and_never_again(seconds: int, off: int) -> None:
    step = seconds // STEP_SECONDS + off
    codes = {at: f"{at % 1_000_000:06d}" for at in range(step - 9, step + 10)}
    taken = accepted_step(codes[step], seconds, 0, lambda at: codes.get(at, "none"))
    assert taken == (step if abs(off) <= 1 else None)
    assert accepted_step(codes[step], seconds, step, lambda at: codes.get(at, "none")) is None
    assert accepted_step(codes[step], seconds, step + 1, lambda at: codes.get(at, "none")) is None


def test_codes_are_taken_as_people_type_them() -> None:
    assert accepted_step(" 287 082 ", 59, 0, lambda step: code_at(RFC, step)) == 1
    assert accepted_step("\u0662\u0668", 59, 0, lambda step: code_at(RFC, step)) is None
    assert as_typed(" ABCD-efgh 23 ") == "abcdefgh23"
    assert in_groups("abcdefghij") == "abcd-efgh-ij"


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "0000", "4321", "1234", "", "\u0661\u0662\u0663\u0665"])
def test_a_pin_that_everybody_tries_is_none(pin: str) -> None:
    assert pin_problem(pin)


@pytest.mark.parametrize("pin", ["1357", "90210", "13579135"])
def test_other_pins_will_do(pin: str) -> None:
    assert pin_problem(pin) == ""


@pytest.mark.parametrize(
    ("password", "factor", "will_do"),
    [
        ("seven quiet herons wade", False, True),
        ("ALLLOWERORUPPERISFINE", False, True),
        ("heron wade qu", True, True),
        ("heron wade qu", False, False),
        ("heron wade", True, False),
        ("qwertyuiopasdfgh", False, False),
        ("password12345678", False, False),
        ("passwordpassword", True, False),
        ("aaaaaaaaaaaaaaaaaaaa", False, False),
        ("x9 k" * 30, False, False),
        ("seven quiet herons wade " * (LONGEST // 24) + "slow", False, True),
        ("seven quiet herons wade " * (LONGEST // 24) + "slowly now", False, False),
    ],
)
def test_passwords_are_long_and_hard_to_guess_and_need_no_signs(password: str, factor: bool, will_do: bool) -> None:
    assert (not weaknesses(password, has_factor=factor, about=["petrov", "Irina", "Petrov"])) is will_do


def test_the_rule_about_second_factors_has_a_grace_and_holds_in_the_practice() -> None:
    rules = SignInRules(factor_since=NOON, grace_days=3)
    assert factor_due(rules, "practice", NOON - timedelta(days=900)) == NOON + timedelta(days=3)
    assert factor_due(rules, "practice", NOON + timedelta(days=5)) == NOON + timedelta(days=8)
    assert factor_due(SignInRules(), "practice", NOON) is None
    for kind in ("demo", "training", "test"):
        assert factor_due(rules, kind, NOON) is None


def test_what_holds_a_session() -> None:
    due = NOON + timedelta(days=3)
    assert hold_of(has_factor=False, password="x" * 15, due=due, now=due) is None
    assert hold_of(has_factor=False, password="x" * 15, due=due, now=due + timedelta(seconds=1)) is Hold.FACTOR
    assert hold_of(has_factor=False, password="x" * 14, due=None, now=NOON) is Hold.PASSWORD
    assert hold_of(has_factor=True, password="x" * 12, due=due, now=due + timedelta(days=9)) is None


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/131.0 Safari/537.36 Edg/131.0", "Edge on Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15", "Safari on a Mac"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1", "Safari on an iPhone"),
        ("", "A browser we do not know"),
    ],
)
def test_browsers_have_names(agent: str, words: str) -> None:
    assert browser_in_words(agent) == words
