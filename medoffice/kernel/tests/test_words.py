"""Refusals, findings and registries: the small things that every room trusts."""

from itertools import permutations

import pytest

from medoffice.kernel.findings import Finding, Severity, has_errors
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.registries import Registry


def test_a_refusal_says_what_happened_and_what_to_do() -> None:
    refusal = Refusal("slot-taken", "This time is taken.", "Choose another.", {"next": ["9:20"]})
    assert str(refusal) == refusal.words == "This time is taken."
    assert (refusal.code, refusal.fix, refusal.detail, refusal.status) == (
        "slot-taken",
        "Choose another.",
        {"next": ["9:20"]},
        409,
    )


def test_each_kind_of_refusal_has_its_answer() -> None:
    assert (NotFound().status, Conflict("c", "w").status, Invalid("i", "w").status) == (404, 409, 422)
    assert all(issubclass(kind, Refusal) for kind in (NotFound, Conflict, Invalid))


def test_a_refusal_keeps_its_own_copy_of_what_it_is_given() -> None:
    detail: dict[str, object] = {"fields": {}}
    refusal = Refusal("c", "w", "", detail)
    detail["more"] = {}
    assert refusal.detail == {"fields": {}}


@pytest.mark.parametrize("order", list(permutations(Severity)))
def test_only_an_error_stands_against_something(order: tuple[Severity, ...]) -> None:
    found = [Finding("c", "w", "words", severity) for severity in order]
    assert has_errors(found)
    assert not has_errors([one for one in found if one.severity is not Severity.ERROR])
    assert not has_errors([])


def test_a_finding_is_an_error_unless_it_says_otherwise_and_prints_plainly() -> None:
    assert Finding("c", "w", "words").as_json() == {"code": "c", "where": "w", "words": "words", "severity": "error"}


def test_a_registry_keeps_order_and_takes_a_key_once() -> None:
    registry: Registry[int] = Registry("number")
    for key, value in (("b", 2), ("a", 1)):
        registry.register(key, value)
    with pytest.raises(ValueError, match="number 'a' is registered twice"):
        registry.register("a", 3)
    assert registry.items() == [("b", 2), ("a", 1)]
    assert (list(registry), registry.values(), registry["a"], registry.get("c")) == (["b", "a"], [2, 1], 1, None)
    assert "c" not in registry
    with pytest.raises(KeyError):
        registry["c"]
