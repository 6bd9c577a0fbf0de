"""Writing claims to one payer into an interchange: pure."""

from collections.abc import Sequence
from datetime import datetime

from medoffice.practice.types import Payer, Practice
from medoffice.standards.x12.api import fold_name, write_837p
from medoffice.standards.x12.types import Claim837, Envelope

MEDIA = "application/edi-x12"
MAX_CLAIMS = 5000  # in one sending; what is left waits for the next


def interchange(contents: Sequence[Claim837], office: Practice, to: Payer, control: int, at: datetime) -> bytes:
    """The 837P of these claims; ``control`` is ISA13."""
    name = fold_name(office.name)[0]
    envelope = Envelope(
        sender=office.tax_id.replace("-", ""),
        receiver=to.number,
        control=control,
        at=at,
        acknowledge=True,
        submitter_name=name,
        submitter_contact=name,
        submitter_phone="".join(letter for letter in office.phone if letter.isdigit()),
        receiver_name=fold_name(to.name)[0],
    )
    return write_837p(contents, envelope)
