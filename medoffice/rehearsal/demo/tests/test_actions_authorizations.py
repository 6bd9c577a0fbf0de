"""The demo office's payers and medicines: lists that are loaded and one that is not, requests in several states."""

import pytest

from medoffice.practice.api import payers, work_items
from medoffice.revenue.authorizations.api import authorization_counts, formularies, open_authorizations, packets_check
from medoffice.revenue.authorizations.types import State
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.usefixtures("demo")


def test_rx8_a_newcomer_finds_lists_and_requests_that_went_were_allowed_and_wait() -> None:
    loaded = {one.payer_name for one in formularies()}
    assert {"Harbor Mutual", "Sunfield State Plan"} == loaded
    assert {one.name for one in payers()} - loaded, "and one payer has none"
    counts = authorization_counts()
    assert counts.get(State.APPROVED), counts
    assert sum(counts.values()) > 1, counts
    assert open_authorizations(PROGRAM)
    assert any(item.kind.startswith("authorization-") for item in work_items(PROGRAM, "provider")), (
        "it is somebody's work"
    )
    assert all(one.ok for one in packets_check())
