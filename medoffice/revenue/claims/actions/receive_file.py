"""Receive a file from a payer: store the bytes, say what it is, do what it says. No file is without a home."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.claims.actions import answers
from medoffice.revenue.claims.actions.receiving_remits import receive_remittances
from medoffice.revenue.claims.models import InboundFile
from medoffice.revenue.claims.types import FileKind, FileState
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_transactions

HANDLERS = {
    FileKind.ACK_TA1: answers.take_ta1,
    FileKind.ACK_999: answers.take_999,
    FileKind.STATUS_277CA: answers.take_277ca,
    FileKind.REMIT_835: receive_remittances,
}


@action("remits.receive")
def receive_file(*, actor: Actor, name: str, data: bytes) -> UUID:
    """Receive bytes. The same bytes again are kept as a duplicate and do nothing; what cannot be read is quarantined
    with a work item. Nothing in a file makes this fail.
    """
    digest, kind = files.store(data, "application/edi-x12"), kind_of(data)
    again = InboundFile.objects.filter(sha256=digest).exclude(state=FileState.DUPLICATE).exists()
    row = InboundFile.objects.create(
        name=name[:120],
        sha256=digest,
        kind=kind,
        state=FileState.DUPLICATE if again else FileState.STORED,
        received_at=clock.now(),
    )
    record("inbound_file", row.id, what=kind.value, state=row.state)
    if again:
        return row.id
    handler = HANDLERS.get(kind)
    row.state = handler(actor, row, data) if handler else FileState.QUARANTINED
    row.save(update_fields=["state", "findings"])
    if row.state == FileState.QUARANTINED:
        open_work(
            actor=actor,
            kind="file-quarantined",
            title=f"File {row.name} ({kind.value}) could not be taken in",
            ref=Ref("inbound_file", row.id),
            priority=1,
            key=str(row.id),
        )
    return row.id


def kind_of(data: bytes) -> FileKind:
    """What a file is, by its content."""
    kinds = {transaction.code for transaction in read_transactions(data)}
    for kind, code in ((FileKind.REMIT_835, "835"), (FileKind.ACK_999, "999"), (FileKind.STATUS_277CA, "277")):
        if code in kinds:
            return kind
    return FileKind.ACK_TA1 if b"TA1" in data[:400] else FileKind.UNKNOWN
