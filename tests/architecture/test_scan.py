"""A scan that looked at nothing, loaded too few rules or found nothing in a bad sample is no pass."""

from typing import Any

import pytest

from tools import scan
from tools.scan import Rule

RULES = [Rule("first", "medoffice/x/views.py", "a", "b"), Rule("second", "medoffice/x/views.py", "a", "b")]


def told(**changed: object) -> dict[str, Any]:
    """What semgrep says when all is well."""
    found = [
        {"check_id": f"tmp.{rule.name}", "path": f"bad/{rule.name}/{rule.at}", "start": {"line": 1}, "extra": {}}
        for rule in RULES
    ]
    good = {
        "results": found,
        "errors": [],
        "paths": {"scanned": ["medoffice/a.py", "medoffice/b.py"]},
        "time": {"rules": ["tmp.first", "tmp.second"]},
    }
    return good | changed


def complaints(what: dict[str, Any]) -> list[str]:
    return scan.complaints(what, RULES, ["medoffice/a.py", "medoffice/b.py"])


def test_a_run_that_saw_everything_and_found_only_the_bad_samples_passes() -> None:
    assert complaints(told()) == []


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"results": told()["results"][:1]}, "the rule second does not find its bad sample"),
        ({"results": [*told()["results"], told()["results"][0] | {"path": "good/first/x.py"}]}, "its good sample"),
        (
            {
                "results": [
                    *told()["results"],
                    {
                        "check_id": "tmp.first",
                        "path": "medoffice/a.py",
                        "start": {"line": 7},
                        "extra": {"message": "Do not."},
                    },
                ]
            },
            "medoffice/a.py:7: first: Do not.",
        ),
        ({"errors": [{"message": "cannot parse"}]}, "cannot parse"),
        ({"paths": {"scanned": ["medoffice/a.py"]}}, "did not look at 1 files, such as medoffice/b.py"),
        ({"paths": {"scanned": []}}, "did not look at 2 files"),
        ({"time": {"rules": ["tmp.first"]}}, "the rule second was not loaded"),
    ],
)
def test_what_is_wrong_with_a_run_is_said(changed: dict[str, Any], word: str) -> None:
    (complaint,) = complaints(told(**changed))
    assert word in complaint


def test_every_rule_has_samples_and_a_name_of_its_own() -> None:
    names = [rule.name for rule in scan.rules()]
    assert len(names) >= 45
    assert len(set(names)) == len(names)


def test_the_scan_looks_at_the_product_and_its_pages() -> None:
    looked_at = scan.files()
    assert {"medoffice/kernel/money.py", "medoffice/ui/static/ui/app.js", "tools/scan.py"} <= set(looked_at)
    assert sum(name.endswith(".html") for name in looked_at) > 50
