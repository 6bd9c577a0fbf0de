"""What the database would do: whether a statement reads the whole of a table that grows with the office."""

import json
from collections.abc import Callable, Iterator
from typing import Any

GROWING = frozenset(
    (
        *("patient", "patient_name_word", "coverage_policy", "call", "appointment", "encounter", "encounter_stage"),
        *("arrival", "vital_signs", "note", "list_entry", "office_order"),
        *("coding", "coding_diagnosis", "coding_service_line"),
        *("charge", "account_event", "receipt", "journal_entry", "journal_line", "practice_work"),
        *("claim", "claim_line", "claim_event", "claims_outbound", "claims_inbound"),
        *("remittance", "remit_decision", "remit_decision_line"),
        *("kernel_outbox", "audit_event", "audit_subject", "audit_seal"),
    )
)


def scans(ask: Callable[[], object]) -> list[str]:
    """The growing tables that the statements of an asking would read as a whole."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as told:
        ask()
    found: list[str] = []
    for query in told.captured_queries:
        if query["sql"].lstrip("( ").startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN (FORMAT JSON) " + query["sql"].replace("%", "%%"), ())
                plan = cursor.fetchone()[0]
            found += _whole((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])
    return found


def _whole(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in GROWING:
        yield node["Relation Name"]
    for part in node.get("Plans", []):
        yield from _whole(part)
