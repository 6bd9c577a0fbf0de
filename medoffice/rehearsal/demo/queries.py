"""Reads of what is shipped about the demo office (``data/riverbend.toml``), once per process."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.exchange.simulators.payer.api import Plan
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel.money import Money
from medoffice.rehearsal.demo.types import Comfort, DemoPayer, Shipped, SmallCall, VisitKind
from medoffice.standards.terminology.api import placeholder_services

DATA = Path(__file__).resolve().parent / "data" / "riverbend.toml"


@cache
def shipped() -> Shipped:
    """Prices, payers, plans and small calls of Riverbend."""
    facts = tomllib.loads(DATA.read_text(encoding="utf-8"), parse_float=Decimal)
    return Shipped(
        taxonomy=facts["taxonomy"],
        tax_id=facts["tax_id"],
        opened=facts["opened"],
        fees={key: _money(dollars) for key, dollars in facts["fees"].items()},
        visit_kinds=tuple(VisitKind(**values) for values in facts["visit_types"]),
        payers=tuple(DemoPayer(**values) for values in facts["payers"]),
        plans=tuple(_plan(values, facts["payers"]) for values in facts["plans"]),
        calls=tuple(
            SmallCall(CallKind(one["kind"]), one["words"], one["outcome"], one["more"], one.get("cause", ""))
            for one in facts["calls"]
        ),
        comforts=tuple(Comfort(**values) for values in facts["comforts"]),
    )


def fee_of(key: str, kind: str) -> Money:
    """The price of a service by its key, else by its kind."""
    fees = shipped().fees
    return fees.get(key, fees[kind])


def _plan(values: dict[str, Any], payers: list[dict[str, Any]]) -> Plan:
    services = placeholder_services()
    days = next(payer["timely_filing_days"] for payer in payers if payer["number"] == values["payer"])
    return Plan(
        values["key"],
        values["payer"],
        values["allowed_percent"],
        deductible=_money(values["deductible"]).cents,
        coinsurance_percent=values["coinsurance_percent"],
        copay=_money(values["copay"]).cents,
        copay_codes=tuple(service.code for service in services if service.kind == "visit"),
        copay_waives_deductible=True,
        preventive=tuple(service.code for service in services if service.kind in ("preventive", "vaccine")),
        sequestration_percent=values["sequestration_percent"],
        timely_days=days,
        not_covered={code: (group, reason) for code, (group, reason) in values["not_covered"].items()},
        name=values["name"],
        insurance=values["insurance"],
        out_of_pocket=_money(values["out_of_pocket"]).cents,
        visits=values["visits"],
        excluded=tuple(values["excluded"]),
    )


def _money(dollars: int | Decimal) -> Money:
    return Money(int(Decimal(dollars) * 100))
