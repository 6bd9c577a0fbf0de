"""What a second look needs before papers go or stay."""

import pytest

from medoffice.records.documents.rules.deciding import cannot_decide


@pytest.mark.parametrize(
    ("chosen", "why", "keeps", "said"),
    [
        (0, "", False, "Choose at least one."),
        (0, "counsel asked", True, "Choose at least one."),
        (1, "", True, "Say why it stays."),
        (1, "counsel asked", False, "You typed why it stays."),
        (1, "counsel asked", True, ""),
        (2, "", False, ""),
    ],
)
def test_nothing_is_decided_while_it_is_unclear_what_is_meant(chosen: int, why: str, keeps: bool, said: str) -> None:
    told = cannot_decide(chosen, why, keeps=keeps)
    assert told.startswith(said)
    assert bool(told) == bool(said)
