"""Messages of laboratories for tests, written by hand: no code of ours writes what our code reads."""

from base64 import b64encode
from collections.abc import Sequence

from medoffice.clinic.results.api import receive
from medoffice.clinic.results.jobs import file, papers
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.types import Arrived
from medoffice.security.types import PROGRAM

VALE = "Vale^Ingrid||19680308|F"
POTASSIUM = "NM|2823-3^Potassium^LN||5.1|mmol/L|3.5-5.1|N|||F"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n169\n%%EOF\n"
)


def oru(
    *lines: str,
    control: str = "M1",
    who: str = VALE,
    numbers: str = "",
    phone: str = "",
    placer: str = "",
    filler: str = "F100",
    test: str = "24323-8^Comprehensive metabolic^LN",
    status: str = "F",
    at: str = "20261124101500-0600",
    facility: str = "PRAIRIE LAB",
    processing: str = "P",
    npi: str = "",
) -> bytes:
    """A message of results; ``lines`` are OBX from their type on, in order."""
    family, _, rest = who.partition("||")
    found = [
        f"MSH|^~\\&|LIS|{facility}|OFFICE|RIVERBEND|{at}||ORU^R01|{control}|{processing}|2.5.1",
        f"PID|1||{numbers}||{family}||{rest or '|'}|||||{phone}",
        f"OBR|1|{placer}|{filler}|{test}|||20261124073000-0600|||||||||{npi}||||||{at}|||{status}",
        *(f"OBX|{place}|{line}" for place, line in enumerate(lines or (POTASSIUM,), 1)),
    ]
    return ("\r".join(found) + "\r").encode()


def paper(data: bytes = PDF) -> str:
    """An observation that is a document."""
    return f"ED|PDF^Report^L||LIS^application^pdf^Base64^{b64encode(data).decode()}||||||F"


def take(*messages: bytes, filed: bool = True) -> list[bytes]:
    """They come over the wire; the answers."""
    answers = receive(actor=PROGRAM, arrived=tuple(Arrived(data, "127.0.0.1") for data in messages))
    if filed:
        file_all()
    return answers


def file_all() -> None:
    """What waits is filed, the papers inside of it too."""
    file()
    papers()


def messages(state: str) -> Sequence[LabMessage]:
    """The messages in a state, in the order in which they came."""
    return list(LabMessage.objects.filter(state=state).order_by("came_at", "id"))


def the_report() -> LabReport:
    """The one report there is."""
    return LabReport.objects.get()


def versions(words: str) -> list[tuple[str, str, bool]]:
    """Value, status, whether it stands, of every version of a result, as they came."""
    rows = LabResult.objects.filter(words=words).order_by("id")
    return [(row.value, row.status, row.replaced_by_id is None) for row in rows]
