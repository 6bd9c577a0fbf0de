"""The seal of a packet as it was signed."""

import hashlib
import json
from datetime import UTC, datetime
from uuid import UUID

from medoffice.kernel.codec import to_json
from medoffice.revenue.authorizations.types import FormularyRow, Packet


def shown_hash(packet: Packet) -> str:
    """Over all that a packet says: what was read is what is signed."""
    return hashlib.sha256(json.dumps(to_json(packet, Packet), sort_keys=True).encode()).hexdigest()


def packet_hash(packet: Packet, authorization_id: UUID, signer_id: UUID, signer: str, at: datetime) -> str:
    """Over all that was signed, for which request, by whom, when."""
    told = [to_json(packet, Packet), str(authorization_id), str(signer_id), signer, at.astimezone(UTC).isoformat()]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def rows_hash(rows: tuple[FormularyRow, ...]) -> str:
    """Over the lines of a list: the same lines are the same list, whatever file they came in."""
    told = [to_json(one, FormularyRow) for one in rows]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
