"""A prescription on paper."""

from decimal import Decimal
from pathlib import Path

from medoffice.clinic.prescriptions.rules.paper import COPY, bordered
from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.kernel.printing import pdf
from medoffice.practice.api import office_zone, practice, staff_member
from medoffice.practice.types import Address
from medoffice.records.patients.api import patient

_TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "prescriptions" / "prescription.typ"


def paper_of(one: Prescription, *, original: bool, by_fax: bool = False) -> bytes:
    """The page, to be signed by hand; whatever is not the first print says that it is a copy.

    ``by_fax``: it says who signed it electronically, since nobody signs it by hand.
    """
    who, office, signer = patient(one.patient_id), practice(), staff_member(one.prescriber_id)
    says, day = one.says, one.signed_at.astimezone(office_zone()) if one.signed_at else None
    facts = [
        ("Quantity", f"{bordered(says.quantity)} {says.quantity_unit}"),
        ("Refills", bordered(Decimal(says.refills))),
        ("Days", bordered(Decimal(says.days_supply))),
        ("Maker", says.daw_words),
        ("For", " ".join(part for part in (says.indication, says.diagnosis) if part) or "not told"),
        ("To the pharmacist", says.to_pharmacist or "nothing more"),
    ]
    content = {
        "copy": "" if original else COPY,
        "number": one.number,
        "office": [office.name, *_lines(office.address), office.phone],
        "prescriber": [one.signed_by, f"NPI {signer.npi}"],
        "controlled": says.schedule.value if says.schedule.controlled else "",
        "patient": [who.name.spoken_form, f"born {who.birth_date:%m/%d/%Y}", *_lines(who.address)],
        "date": f"{day:%m/%d/%Y}" if day else "",
        "medicine": says.medicine,
        "sig": one.sig_text,
        "facts": [[label, words] for label, words in facts],
        "signed": f"Signed electronically by {one.signed_by}, {day:%m/%d/%Y %I:%M %p}, seal {one.sha256[:16]}"
        if by_fax and day
        else "",
        "fine": f"{one.number} {one.sha256[:32]} ",
    }
    return pdf(_TEMPLATE, content)


def _lines(where: Address) -> list[str]:
    town = f"{where.city}, {where.state} {where.zip[:5]}" if where.city else ""
    return [line for line in (where.line1, where.line2, town) if line]
