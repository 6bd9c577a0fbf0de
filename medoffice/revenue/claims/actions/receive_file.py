"""Receive a file from a payer: store the bytes, say what it is, do what it says. No file is without a home."""

import logging
from uuid import UUID

from django.db import transaction

from medoffice.kernel import clock, files
from medoffice.kernel.findings import Finding
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.claims.actions import answers
from medoffice.revenue.claims.actions.receiving_remits import receive_remittances
from medoffice.revenue.claims.actions.rows import inbound_row
from medoffice.revenue.claims.actions.turns import Turn, wait_for
from medoffice.revenue.claims.models import InboundFile
from medoffice.revenue.claims.rules.answering import kinds_of
from medoffice.revenue.claims.rules.sending import MEDIA
from medoffice.revenue.claims.types import FileKind, FileState
from medoffice.security.api import action, record
from medoffice.security.types import Actor

log = logging.getLogger(__name__)
HANDLERS = {
    FileKind.REMIT_835: receive_remittances,
    FileKind.ACK_999: answers.take_999,
    FileKind.STATUS_277CA: answers.take_277ca,
    FileKind.ACK_TA1: answers.take_ta1,
    FileKind.ELIGIBILITY_271: answers.take_271,
}


@action("remits.receive")
def receive_file(*, actor: Actor, name: str, data: bytes) -> UUID:
    """Receive bytes. The same bytes again are kept as a duplicate and do nothing; what cannot be read is quarantined
    with a work item. Nothing in a file makes this fail.
    """
    wait_for(Turn.RECEIVE)
    digest, kinds = files.store(data, MEDIA), kinds_of(data)
    again = InboundFile.objects.filter(sha256=digest).exclude(state=FileState.DUPLICATE).exists()
    row = inbound_row(name, digest, kinds, clock.now(), again=again)
    row.save(force_insert=True)
    record("inbound_file", row.id, what=row.kind, state=row.state)
    if not again:
        row.state = _take_in(actor, row, kinds, data)
        row.save(update_fields=["state", "findings"])
        if row.state == FileState.QUARANTINED and not row.remittances.exists():  # a remittance has its own item
            _ask(actor, row)
    return row.id


def _take_in(actor: Actor, row: InboundFile, kinds: list[FileKind], data: bytes) -> FileState:
    """Do what each part of the file says; what one part cannot do leaves the file to a person."""
    found: list[dict[str, str]] = []
    done = bool(kinds)
    for kind in kinds:
        try:
            with transaction.atomic():
                done = HANDLERS[kind](actor, row, data) is not FileState.QUARANTINED and done
        except Exception as error:  # noqa: BLE001 - a fault of ours must not lose a file or hold up those behind it
            log.error("file %s could not be taken in: %s", row.id, type(error).__name__)
            broke = Finding("file-broke", "file", "The program failed on this file; nothing of it was posted.")
            row.findings, done = [broke.as_json()], False
        found += row.findings
    row.findings = found
    return FileState.DONE if done else FileState.QUARANTINED


def _ask(actor: Actor, row: InboundFile) -> None:
    open_work(
        actor=actor,
        kind="file-quarantined",
        title=f"File {row.name} ({row.kind}) could not be taken in",
        ref=Ref("inbound_file", row.id),
        priority=1,
        key=str(row.id),
    )
