"""``medoffice remit FILE``: take a remittance (835) in and post it, or show what that would do and take it back."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from medoffice.config.output import answer, dollars, line, say
from medoffice.config.server import chosen_world, database
from medoffice.kernel.money import Money

STATES = {
    "done": "posted",
    "duplicate": "came before, so nothing is posted again",
    "quarantined": "not posted; it waits for a person in the work queue",
    "stored": "not posted yet",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, ``--world``, ``--dry-run``, ``--json``."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="835 files, in the order they are to be posted")
    parser.add_argument("--world", metavar="W", help="which world (default: the practice's own)")
    parser.add_argument("--dry-run", action="store_true", help="do all of it, show the ledger's changes, take it back")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout, one for each file")


def run(arguments: argparse.Namespace) -> int:
    """One answer for each file; 1 if one could not be read or was not posted whole."""
    failed = False
    with database():
        from medoffice.kernel.worlds import current

        with current.use(chosen_world(arguments.world)):
            for name in arguments.files:
                told = _one(name, dry_run=arguments.dry_run)
                failed = failed or not told.get("ok")
                answer(told) if arguments.json else _in_words(told)
                if "error" in told:
                    say(f"{name}: {told['error']}")
    return 1 if failed else 0


def _one(name: str, *, dry_run: bool) -> dict[str, Any]:
    from medoffice.standards.x12.api import check_bytes, read_835

    try:
        data = Path(name).read_bytes()
    except OSError as error:
        return {"file": name, "error": error.strerror}
    if not read_835(data)[0]:
        found = ", ".join(dict.fromkeys(result.transaction for result in check_bytes(data, name)))
        return {"file": name, "transaction": found, "ok": False, "error": f"This is no remittance but: {found}."}
    return {"file": name, **_taken(Path(name).name, data, dry_run=dry_run)}


def _taken(name: str, data: bytes, *, dry_run: bool) -> dict[str, Any]:
    """Receive the file by the office's own action, and say what the ledger says of it; taken back if it is dry."""
    from django.db import connection, transaction

    from medoffice.kernel import files
    from medoffice.revenue.claims.api import receive_file
    from medoffice.revenue.ledger.api import balances
    from medoffice.security.types import PROGRAM

    with transaction.atomic():
        before = {row.account: row.balance for row in balances()}
        file_id = receive_file(actor=PROGRAM, name=name, data=data)
        told = _told(file_id)
        told["ledger_diff"] = [
            {"account": row.account.value, "name": row.name, "change": dollars(row.balance - before[row.account])}
            for row in balances()
            if row.balance != before[row.account]
        ]
        if dry_run:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would refuse is refused here too
            transaction.set_rollback(True)
    if dry_run:
        files.forget_unrecorded(data)
    return {**told, "dry_run": dry_run}


def _told(file_id: UUID) -> dict[str, Any]:
    """What became of the file: its payments, what was posted in all, and every finding."""
    from medoffice.revenue.claims.api import decisions_in, received_file, remittance_findings
    from medoffice.revenue.claims.types import FileState

    file = received_file(file_id)
    done = [payment for payment in file.payments if payment.state is FileState.DONE]
    decided = [decision for payment in done for decision in decisions_in(payment.id)]
    findings = [*file.findings, *(found for payment in file.payments for found in remittance_findings(payment.id))]
    return {
        "transaction": file.kind.value,
        "ok": file.state in (FileState.DONE, FileState.DUPLICATE),
        "state": file.state.value,
        "payments": [
            {"trace": pay.trace, "payer": pay.payer, "amount": dollars(pay.amount), "state": pay.state.value}
            for pay in file.payments
        ],
        "posted": {
            "payments": dollars(Money.total(payment.amount for payment in done)),
            "claims": len(decided),
            "charged": dollars(Money.total(decision.charge for decision in decided)),
            "paid": dollars(Money.total(decision.paid for decision in decided)),
            "patient": dollars(Money.total(decision.patient for decision in decided)),
        },
        "findings": [dict(pairs) for pairs in dict.fromkeys(tuple(found.items()) for found in findings)],
    }


def _in_words(told: Mapping[str, Any]) -> None:
    if "error" in told:
        return
    dry = " (dry run: nothing is kept)" if told["dry_run"] else ""
    line(f"{told['file']}: {told['transaction']}: {STATES[told['state']]}{dry}")
    for payment in told["payments"]:
        line(f"  payment {payment['trace']} of {payment['payer']}: {payment['amount']}, {STATES[payment['state']]}")
    for change in told["ledger_diff"]:
        line(f"  ledger {change['account']} {change['name']}: {change['change']}")
    for found in told["findings"]:
        line(f"  {found['severity']}: {found['where']}: {found['words']} [{found['code']}]")
