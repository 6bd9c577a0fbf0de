"""Lists of medicines and requests to payers for tests, made through the actions."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.prescriptions.tests.makers import make_signed, said
from medoffice.kernel.money import Money
from medoffice.practice.api import payer, today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation
from medoffice.revenue.authorizations.api import (
    authorization,
    close_authorization,
    note_answer,
    prepare_authorization,
    read_formulary,
    send_authorization,
    shown_now,
    sign_packet,
    take_formulary,
    write_packet,
)
from medoffice.revenue.authorizations.rules.file import COLUMNS
from medoffice.revenue.authorizations.types import Approved, State, Way
from medoffice.security.types import PROGRAM

FIGS = "Syrup of figs"
LINES = (
    "lisinopril 10 mg tablet,,,1,no,no,30 in 30 days,",
    "Zestril,,,3,yes,yes,,lisinopril; Quinapril",
    "Syrup of figs,,,4,yes,no,,Senna",
    ",8640,,2,no,no,,",
)


@dataclass(frozen=True)
class Here:
    """An office, a patient who is insured with its payer."""

    office: Office
    who: UUID
    policy: UUID


def file_of(payer_key: str, *lines: str, plan: str = "", starts: str = "2026-01-01") -> list[str]:
    """A file of one list."""
    return [",".join(COLUMNS), *(f"{payer_key},{plan},{starts},{line}" for line in lines or LINES)]


def make_formulary(office: Office, *lines: str, plan: str = "", starts: str = "2026-01-01") -> int:
    """A list of the office's payer."""
    told = read_formulary(file_of(payer(office.payer_id).number, *lines, plan=plan, starts=starts))
    return take_formulary(actor=PROGRAM, said=told, source="list.csv")


def make_covered(office: Office, patient_id: UUID, plan: str = "") -> UUID:
    """The patient is insured with the office's payer."""
    return add_coverage(
        actor=PROGRAM, patient_id=patient_id, payer_id=office.payer_id, plan=plan, member_id="Q100", group="",
        relation=Relation.SELF, subscriber=None, order=1, starts=date(2026, 1, 1), copay=Money(0),
    )  # fmt: skip


def make_asked(
    office: Office, patient_id: UUID, policy_id: UUID, *, sent: bool = True, visit: UUID | None = None
) -> UUID:
    """A request about a medicine that was signed, sent by telephone if so."""
    given = make_signed(office, patient_id, said(FIGS, "1 tsp po bid x10d"), visit)
    made = prepare_authorization(actor=PROGRAM, prescription_id=given, policy_id=policy_id)
    if sent:
        go_on(office, made)
    return made


def sign(office: Office, made: UUID) -> str:
    """The provider signs it as it stands; returns its seal."""
    shown = shown_now(office.provider, made)
    return sign_packet(actor=office.provider, authorization_id=made, seen_version=version(made), shown=shown)


def send(made: UUID, way: Way = Way.TOLD, told: str = "Ann Reyes") -> None:
    """It goes."""
    send_authorization(actor=PROGRAM, authorization_id=made, way=way, told=told, seen_version=version(made))


def go_on(office: Office, made: UUID) -> None:
    """It is signed as it stands, and goes."""
    sign(office, made)
    send(made)


def allow(made: UUID, days: int = 180, number: str = "A-77") -> None:
    """The payer allows it from today."""
    approved = Approved(number, today_here(), today_here() + timedelta(days=days), "120 mL a month")
    note_answer(actor=PROGRAM, authorization_id=made, to=State.APPROVED, approved=approved, seen_version=version(made))


def deny(made: UUID) -> None:
    """The payer says no."""
    note_answer(
        actor=PROGRAM, authorization_id=made, to=State.DENIED, words="Senna was not tried", seen_version=version(made)
    )


def ask_more(made: UUID, until: date | None = None) -> None:
    """The payer asks for more."""
    note_answer(
        actor=PROGRAM, authorization_id=made, to=State.MORE, words="The weight", until=until, seen_version=version(made)
    )


def close(made: UUID, why: str = "She takes senna") -> None:
    """Nobody goes on with it."""
    close_authorization(actor=PROGRAM, authorization_id=made, why=why, seen_version=version(made))


def write(made: UUID, **changes: str | bool | tuple[str, ...]) -> None:
    """Its packet is written so."""
    draft = replace(authorization(PROGRAM, made).draft, **changes)  # type: ignore[arg-type] # of Draft's fields
    write_packet(actor=PROGRAM, authorization_id=made, draft=draft, seen_version=version(made))


def version(made: UUID) -> int:
    """Its version now."""
    return authorization(PROGRAM, made).version
