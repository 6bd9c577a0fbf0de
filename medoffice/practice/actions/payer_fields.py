"""What is stored of a payer, checked; shared by adding and correcting."""

from medoffice.practice.actions.refusing import needed, refuse_wrong
from medoffice.practice.actions.site_fields import address_columns
from medoffice.practice.types import Address


def payer_columns(
    name: str, number: str, filing_code: str, timely_filing_days: int, phone: str, address: Address
) -> dict[str, str | int]:
    """The columns of a payer. Raises Invalid per field; a blank number would match every blank one."""
    days = "" if 30 <= timely_filing_days <= 1_095 else "Claims are filed within 30 to 1,095 days of the visit."
    refuse_wrong(
        "payer-incomplete",
        name=needed(name),
        number=needed(number),
        filing_code=needed(filing_code),
        timely_filing_days=days,
    )
    return {
        "name": name.strip(),
        "number": number.strip(),
        "filing_code": filing_code,
        "timely_filing_days": timely_filing_days,
        "phone": phone,
        **address_columns(address),
    }
