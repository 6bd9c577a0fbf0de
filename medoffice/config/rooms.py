"""The rooms of the house in the order of the floors: the one list that settings, addresses and checks are made from."""

from importlib.util import find_spec

ROOMS: tuple[str, ...] = (
    "medoffice.kernel",
    "medoffice.ui",
    "medoffice.security",
    "medoffice.practice",
    "medoffice.records.patients",
    "medoffice.records.coverage",
    "medoffice.records.encounters",
    "medoffice.records.documents",
    "medoffice.records.disclosures",
    "medoffice.records.faxes",
    "medoffice.records.releases",
    "medoffice.records.rights",
    "medoffice.records.charts",
    "medoffice.front_office.calls",
    "medoffice.front_office.scheduling",
    "medoffice.front_office.outreach",
    "medoffice.front_office.check_in",
    "medoffice.front_office.flow",
    "medoffice.front_office.forms",
    "medoffice.front_office.letters",
    "medoffice.front_office.referrals",
    "medoffice.front_office.memos",
    "medoffice.clinic.charting",
    "medoffice.clinic.orders",
    "medoffice.clinic.immunizations",
    "medoffice.clinic.results",
    "medoffice.clinic.office_lab",
    "medoffice.clinic.screening",
    "medoffice.clinic.upkeep",
    "medoffice.clinic.procedures",
    "medoffice.clinic.prescriptions",
    "medoffice.clinic.dictation",
    "medoffice.clinic.summaries",
    "medoffice.revenue.ledger",
    "medoffice.revenue.code_lists",
    "medoffice.revenue.coding",
    "medoffice.revenue.billing",
    "medoffice.revenue.code_audits",
    "medoffice.revenue.claims",
    "medoffice.revenue.books",
    "medoffice.management.downtime",
    "medoffice.management.compliance",
    "medoffice.management.dashboard",
    "medoffice.exchange.lab_link",
    "medoffice.exchange.registry_link",
    "medoffice.exchange.clearinghouse",
    "medoffice.exchange.pharmacy_link",
    "medoffice.exchange.fax",
    "medoffice.exchange.messaging",
    "medoffice.exchange.paper_in",
    "medoffice.exchange.sound_in",
    "medoffice.exchange.simulators.fax",
    "medoffice.exchange.simulators.gateway",
    "medoffice.exchange.simulators.lab",
    "medoffice.exchange.simulators.payer",
    "medoffice.exchange.simulators.pharmacy",
    "medoffice.rehearsal.demo",
    "medoffice.rehearsal.bulk",
    "medoffice.rehearsal.day",
    "medoffice.desks",
)


def has(room: str, part: str) -> bool:
    """Whether a room is there and has this part (a module)."""
    try:
        return find_spec(f"{room}.{part}") is not None
    except ModuleNotFoundError:
        return False
