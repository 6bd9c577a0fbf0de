"""Whether what is said of a dose or of a box can be, and how it is said in words."""

from datetime import date

from medoffice.clinic.immunizations.types import BodySite, Eligibility, Funding, Given, Lot, Route, Vial
from medoffice.kernel.findings import Finding

UNVERIFIED = "Codes of places, routes, eligibility and funding (HL7 0064, 0162, 0163, CDCPHINVS): source: unverified"
FUNDING_WORDS = {
    Funding.PRIVATE: "the office",
    Funding.VFC: "Vaccines for Children (VFC)",
    Funding.PUBLIC: "another public program",
}
ROUTE_WORDS = {
    Route.IM: "intramuscular",
    Route.SC: "subcutaneous",
    Route.ID: "intradermal",
    Route.NASAL: "in the nose",
    Route.ORAL: "by mouth",
}
SITE_WORDS = {
    BodySite.LEFT_DELTOID: "left deltoid",
    BodySite.RIGHT_DELTOID: "right deltoid",
    BodySite.LEFT_THIGH: "left thigh",
    BodySite.RIGHT_THIGH: "right thigh",
    BodySite.LEFT_UPPER_ARM: "left upper arm",
    BodySite.RIGHT_UPPER_ARM: "right upper arm",
    BodySite.LEFT_FOREARM: "left forearm",
    BodySite.RIGHT_FOREARM: "right forearm",
}
ELIGIBILITY_WORDS = {
    Eligibility.NOT: "not eligible",
    Eligibility.MEDICAID: "Medicaid",
    Eligibility.UNINSURED: "uninsured",
    Eligibility.NATIVE: "American Indian or Alaska Native",
    Eligibility.UNDERINSURED: "underinsured",
}
NOWHERE = (Route.NASAL, Route.ORAL)  # given at no place of the body that one would name


def check_given(given: Given, lot: Lot, on: date) -> list[Finding]:
    """What cannot be so, field by field: an injection without its place, a sheet of a later day, a nil amount."""
    found = []
    if given.route not in NOWHERE and given.site is None:
        found.append(Finding("site-missing", "site", "Say where it was given."))
    if given.route in NOWHERE and given.site is not None:
        found.append(Finding("site-odd", "site", f"Nothing is injected {ROUTE_WORDS[given.route]}."))
    if given.vis is None:
        found.append(Finding("vis-missing", "vis", "Say the date of the information sheet (VIS) that was given."))
    elif given.vis > on:
        found.append(Finding("vis-later", "vis", "This sheet is of a later day than the dose."))
    if given.amount is not None and given.amount <= 0:
        found.append(Finding("amount-nil", "amount", "Say how much was given, in mL."))
    if lot.vial.funding is Funding.VFC and given.eligibility is Eligibility.NOT:
        found.append(
            Finding(
                "not-eligible", "eligibility", "This lot is of Vaccines for Children: say by what they may have it."
            )
        )
    return found


def check_vial(vial: Vial, count: int, today: date) -> list[Finding]:
    """What cannot be so of a box that came: no lot number, expired on arrival, none in it."""
    found = []
    if not vial.lot.strip():
        found.append(Finding("lot-missing", "lot", "Type the lot number from the box."))
    if vial.expires < today:
        found.append(Finding("lot-expired", "expires", "It has expired already; send it back."))
    if count < 1:
        found.append(Finding("count-nil", "count", "How many doses came?"))
    if vial.ndc and not _is_ndc(vial.ndc):
        found.append(Finding("ndc-odd", "ndc", "An NDC has 10 or 11 digits, with or without dashes."))
    return found


def in_words(given: Given, lot: str) -> str:
    """A dose as an order's result says it: ``lot A12, intramuscular, left deltoid, VIS 01/31/2025``."""
    parts = [f"lot {lot}", f"{given.amount} mL" if given.amount else "", ROUTE_WORDS[given.route]]
    parts += [SITE_WORDS[given.site] if given.site else "", f"VIS {given.vis:%m/%d/%Y}" if given.vis else ""]
    return ", ".join(filter(None, parts))


def _is_ndc(text: str) -> bool:
    digits = text.replace("-", "")
    return digits.isascii() and digits.isdigit() and len(digits) in (10, 11)
