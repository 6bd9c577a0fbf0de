"""The seal of a packet as it was signed."""

import hashlib
import json
from datetime import datetime
from uuid import UUID

from medoffice.kernel.codec import to_json
from medoffice.revenue.authorizations.types import FormularyRow, Packet


def packet_hash(packet: Packet, signer_id: UUID, at: datetime) -> str:
    """Over all that was signed, by whom, when."""
    told = [to_json(packet, Packet), str(signer_id), at.isoformat()]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def rows_hash(rows: tuple[FormularyRow, ...]) -> str:
    """Over the lines of a list: the same lines are the same list, whatever file they came in."""
    told = [to_json(one, FormularyRow) for one in rows]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
