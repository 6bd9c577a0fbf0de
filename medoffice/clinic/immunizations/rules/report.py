"""A dose as a registry reads it: the message VXU^V04, by the writer of ``standards/hl7``.

Codes of the statements (LOINC 64994-7, 30963-3, 30956-7, 29768-9, 29769-7), of routes (NCIT) and of funding (CDCPHINVS)
are not in a file at hand; source: unverified. Race, ethnicity, telephone and the mother's name are not told.
"""

from collections.abc import Iterator
from datetime import datetime, time

from medoffice.clinic.immunizations.rules.giving import ELIGIBILITY_WORDS, ROUTE_WORDS, SITE_WORDS
from medoffice.clinic.immunizations.types import Funding, Giver, Route, Sheet
from medoffice.standards.hl7.api import Message, write_vxu
from medoffice.standards.hl7.types import (
    Address,
    Clinician,
    Code,
    Ends,
    Identifier,
    Moment,
    PersonName,
    Precision,
    Statement,
    Subject,
    Vaccination,
    VaccinationReport,
)

US = "MEDOFFICE"
_LOINC = "LN"
_ROUTES = {
    Route.IM: "C28161",
    Route.SC: "C38299",
    Route.ID: "C38238",
    Route.NASAL: "C38284",
    Route.ORAL: "C38288",
}
_FUNDING = {
    Funding.PRIVATE: Code("PHC70", "Private funds", "CDCPHINVS"),
    Funding.VFC: Code("VXC51", "Public VFC", "CDCPHINVS"),
    Funding.PUBLIC: Code("VXC52", "Public non-VFC", "CDCPHINVS"),
}


def message_of(sheet: Sheet, *, at: datetime, office: str, training: bool) -> Message:
    """The report of one dose; the same input gives the same bytes."""
    to = sheet.registry
    ends = Ends(
        sheet.control_id, Moment(at), US, to.our_facility or office, to.application, to.facility, training=training
    )
    street, city, state, code = sheet.home
    who = Subject(
        (Identifier(sheet.mrn, to.our_facility or office, "", "MR"),),
        PersonName(*sheet.name, use="L"),
        sheet.born,
        sheet.sex,
        Address(street, "", city, state, code),
    )
    return write_vxu(VaccinationReport(ends, who, (_dose(sheet, office),)))


def _dose(sheet: Sheet, office: str) -> Vaccination:
    dose, vial = sheet.dose, sheet.lot.vial
    given = dose.given
    return Vaccination(
        filler=Identifier(dose.number, sheet.registry.our_facility or office),
        vaccine=Code(dose.cvx, dose.words, "CVX"),
        given=Moment(datetime.combine(dose.on, time()), Precision.DAY),
        amount=given.amount,
        unit="mL" if given.amount else "",
        given_by=_named(sheet.given_by),
        ordered_by=_named(sheet.ordered_by),
        location=sheet.where,
        lot=vial.lot,
        expires=vial.expires,
        manufacturer=Code(vial.mvx, vial.manufacturer, "MVX") if vial.mvx else Code(),
        action=sheet.what,
        route=Code(_ROUTES[given.route], ROUTE_WORDS[given.route], "NCIT"),
        site=Code(given.site.value, SITE_WORDS[given.site], "HL70163") if given.site else Code(),
        statements=tuple(_statements(sheet)),
    )


def _statements(sheet: Sheet) -> Iterator[Statement]:
    dose = sheet.dose
    may = dose.given.eligibility
    category = Code("64994-7", "Vaccine funding program eligibility category", _LOINC)
    yield Statement(category, Code(may.value, ELIGIBILITY_WORDS[may], "HL70064"), 1, dose.on)
    yield Statement(Code("30963-3", "Vaccine funding source", _LOINC), _FUNDING[sheet.lot.vial.funding], 2, dose.on)
    if dose.given.vis:
        yield Statement(Code("30956-7", "Vaccine type", _LOINC), Code(dose.cvx, dose.words, "CVX"), 3, dose.on)
        yield Statement(Code("29768-9", "VIS published", _LOINC), dose.given.vis, 3, dose.on)
        yield Statement(Code("29769-7", "VIS presented", _LOINC), dose.on, 3, dose.on)


def _named(one: Giver) -> Clinician:
    number = Identifier(one.npi, "NPI", "2.16.840.1.113883.4.6", "NPI") if one.npi else Identifier()
    return Clinician(number, PersonName(one.family, one.given, use="L"))
