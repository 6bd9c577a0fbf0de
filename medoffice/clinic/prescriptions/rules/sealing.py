"""The seal of a signed prescription, and what its entry on the medication list says."""

import hashlib
import json
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from medoffice.clinic.charting.types import Told
from medoffice.clinic.prescriptions.rules.english import dose, how_often
from medoffice.clinic.prescriptions.types.prescribing import Prescribed

LONGEST = 200


def prescription_hash(says: Prescribed, patient_id: UUID, prescriber_id: UUID, signed_at: datetime) -> str:
    """SHA-256 (hex) over all it says, for whom, by whom, when; any later change of one of them shows."""
    told = json.dumps(asdict(says), default=str, sort_keys=True)
    return hashlib.sha256(f"{patient_id}\n{prescriber_id}\n{signed_at.isoformat()}\n{told}".encode()).hexdigest()


def listed(says: Prescribed, today: date, began: str = "") -> Told:
    """What the medication list says from now on."""
    details = {
        "dose": dose(says.sig),
        "route": says.sig.route.value,
        "frequency": how_often(says.sig)[:LONGEST],
        "reason": (says.indication or says.sig.reason)[:LONGEST],
    }
    return Told(
        words=says.medicine.strip(),
        status="active",
        began=began or today.isoformat(),
        details={key: text for key, text in details.items() if text},
    )
