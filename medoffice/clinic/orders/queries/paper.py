"""The paper of a requisition and the labels of its specimens, as PDFs."""

from pathlib import Path
from uuid import UUID

from medoffice.clinic.orders.queries.labs import sheet
from medoffice.clinic.orders.rules.wire import labels_of, paper_of
from medoffice.kernel.printing import pdf
from medoffice.practice.api import practice
from medoffice.records.patients.api import code_of

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "orders"


def requisition_paper(requisition_id: UUID) -> bytes:
    """The requisition as it goes with the specimens, its number as a code to read."""
    found, office = sheet(requisition_id), practice()
    home = office.address
    told = {
        "name": office.name,
        "npi": office.npi,
        "phone": office.phone,
        "home": f"{home.line1}, {home.city}, {home.state} {home.zip}",
    }
    return pdf(_TEMPLATES / "requisition.typ", {**paper_of(found, told), "code": code_of(found.requisition.number)})


def labels(requisition_id: UUID) -> bytes:
    """A label for each specimen, 57 by 32 mm, with its number as a code to read."""
    found = sheet(requisition_id)
    code = code_of(found.requisition.number)
    return pdf(_TEMPLATES / "labels.typ", {"labels": [{**one, "code": code} for one in labels_of(found)]})
