"""Reading the 837P: professional claims, leniently; what could not be read comes back as findings.

A claim is read from its hierarchical context (billing provider, subscriber, patient) and its own loops. Which entity
the latest NM1 named decides what N3, N4, REF and the like belong to; no guide order is required to read.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import ZERO
from medoffice.standards.x12.parties import read_cas, read_nm1, read_procedure, with_address
from medoffice.standards.x12.tokens import Transaction, read_interchanges, read_transactions
from medoffice.standards.x12.types import (
    Claim837,
    LineAdjudication,
    OtherPayer,
    Party,
    Patient,
    Procedure,
    Provider,
    ServiceLine,
    Subscriber,
)
from medoffice.standards.x12.values import Reading, Segment, at, collector_paused, freeze

GUIDE = "005010X222A1"
GUIDES = ("005010X222", "005010X222A1", "005010X222A2")
_NOBODY = Provider(Party())
_CLAIM_ROLES = {"DN": "referring", "82": "rendering", "77": "facility", "DQ": "supervising"}
_CLAIM_REFERENCES = {"F8": "original_reference", "G1": "prior_authorization", "9F": "referral", "X4": "clia"}


def read_837p(data: bytes) -> tuple[list[Claim837], list[Finding]]:
    """Every professional claim in the bytes, and what could not be read. Never raises on content."""
    interchanges, findings = read_interchanges(data)
    claims, seen = [], False
    for interchange in interchanges:
        for group in interchange.groups:
            for transaction in group.transactions:
                if transaction.code == "837" and transaction.version in GUIDES:
                    seen = True
                    found, noted = read_claims(transaction)
                    claims += found
                    findings += [*transaction.findings, *noted]
            findings += group.findings
        findings += interchange.findings
    if interchanges and not seen:
        findings.append(Finding("x12.no-837p", "file", "There is no professional claim (837P) in this file."))
    return claims, findings


def claims_by_transaction(data: bytes) -> dict[str, list[str]]:
    """The numbers of the claims (CLM01) in each claim transaction of the bytes, by its own number (ST02)."""
    return {
        transaction.control: [claim.claim_id for claim in read_claims(transaction)[0]]
        for transaction in read_transactions(data)
        if transaction.code == "837"
    }


def read_claims(transaction: Transaction) -> tuple[list[Claim837], list[Finding]]:
    """The claims of one 837P transaction, and what could not be read in it."""
    reader = _Reader(transaction)
    reading, handlers = reader.reading, reader.handlers
    with collector_paused():
        for reading.position, segment in enumerate(transaction.segments(), 1):
            handler = handlers.get(segment[0])
            if handler is not None:
                handler(segment)
    return reader.finish(), reading.findings


class _Reader:
    """Folds segments into claims. ``scope`` says whose names come: billing, subscriber, patient, claim, other, line."""

    def __init__(self, transaction: Transaction) -> None:
        self.reading = Reading()
        self.component = transaction.delimiters.component
        self.claims: list[Claim837] = []
        self.scope = ""
        self.entity = ""
        self.billing = _NOBODY
        self.context: dict[str, Any] = {}
        self.subscriber: dict[str, Any] = {"party": Party()}
        self.payer = Party()
        self.patient: dict[str, Any] | None = None
        self.case_number = ""
        self.claim: dict[str, Any] = {}
        self.other: dict[str, Any] = {}
        self.line: dict[str, Any] = {}
        self.svd: dict[str, Any] = {}
        self.handlers: dict[str, Callable[[Segment], None]] = {
            "HL": self._hl, "PRV": self._prv, "NM1": self._nm1, "N3": self._n3, "N4": self._n3, "REF": self._ref,
            "PER": self._per, "SBR": self._sbr, "PAT": self._pat, "DMG": self._dmg, "CLM": self._clm, "HI": self._hi,
            "DTP": self._dtp, "NTE": self._nte, "AMT": self._amt, "CAS": self._cas, "OI": self._oi, "LX": self._lx,
            "SV1": self._sv1, "LIN": self._lin, "CTP": self._ctp, "SVD": self._svd,
        }  # fmt: skip

    def finish(self) -> list[Claim837]:
        self._close_claim()
        return self.claims

    # Closing: from the innermost thing outwards.

    def _close_svd(self) -> None:
        if self.svd:
            self.svd["adjustments"] = tuple(self.svd["adjustments"])
            self.line["adjudications"].append(freeze(LineAdjudication, self.svd))
            self.svd = {}

    def _close_line(self) -> None:
        self._close_svd()
        if self.line:
            self.line["adjudications"] = tuple(self.line["adjudications"])
            self.claim["lines"].append(freeze(ServiceLine, self.line))
            self.line = {}

    def _close_other(self) -> None:
        if self.other:
            self.other["adjustments"] = tuple(self.other["adjustments"])
            self.claim["other_payers"].append(freeze(OtherPayer, self.other))
            self.other = {}

    def _close_claim(self) -> None:
        self._close_line()
        self._close_other()
        if self.claim:
            for name in ("diagnoses", "lines", "dates", "other_payers"):
                self.claim[name] = tuple(self.claim[name])
            self.claim["billing"], self.claim["payer"] = self.billing, self.payer
            self.claim["case_number"] = self.case_number
            self.claim["subscriber"] = freeze(Subscriber, dict(self.subscriber))
            self.claim["patient"] = None if self.patient is None else freeze(Patient, self.patient)
            self.claims.append(freeze(Claim837, {**self.context, **self.claim}))
            self.claim = {}

    # The hierarchy.

    def _hl(self, segment: Segment) -> None:
        self._close_claim()
        level = at(segment, 3)
        self.reading.claim = self.entity = self.case_number = ""
        self.scope = {"20": "billing", "22": "subscriber", "23": "patient"}.get(level, "")
        if level == "20":
            self.billing, self.context = _NOBODY, {}
        if level in ("20", "22"):
            self.subscriber, self.payer = {"party": Party()}, Party()
        self.patient = {"party": Party(), "relation": ""} if level == "23" else None

    def _sbr(self, segment: Segment) -> None:
        values = [at(segment, place) for place in (1, 2, 3, 4, 5, 9)]
        names = ("order", "relation", "group_number", "group_name", "msp_type", "filing")
        fields: dict[str, Any] = dict(zip(names, values, strict=True))
        if self.claim:
            self._close_line()
            self._close_other()
            self.scope, self.entity = "other", ""
            self.other = {"payer": Party(), "subscriber": Party(), "adjustments": [], **fields}
        else:
            self.subscriber.update(fields)

    def _pat(self, segment: Segment) -> None:
        if self.patient is not None:
            self.patient["relation"] = at(segment, 1)

    def _dmg(self, segment: Segment) -> None:
        if self.claim:
            return
        facts: dict[str, Any] = {"birth_date": self.reading.day(segment, 2), "sex": at(segment, 3)}
        (self.subscriber if self.patient is None else self.patient).update(facts)

    # Parties: NM1 names one, the segments after it describe it.

    def _nm1(self, segment: Segment) -> None:
        self.entity = at(segment, 1)
        self._put_party(lambda _: read_nm1(segment))

    def _n3(self, segment: Segment) -> None:
        if self.scope == "billing" and self.entity == "87":
            self.context["pay_to"] = with_address(Party(address=self.context.get("pay_to")), segment).address
        else:
            self._put_party(lambda party: with_address(party, segment))

    def _put_party(self, change: Callable[[Party], Party]) -> None:
        """Apply a change to the party the latest NM1 named, wherever it belongs in the present scope."""
        entity = self.entity
        if self.scope == "billing" and entity == "85":
            self.billing = replace(self.billing, party=change(self.billing.party))
        elif self.scope == "other":
            name = {"IL": "subscriber", "PR": "payer"}.get(entity)
            if name:
                self.other[name] = change(self.other[name])
        elif self.scope in ("claim", "line"):
            self._put_provider(lambda provider: replace(provider, party=change(provider.party)))
        elif entity == "IL":
            self.subscriber["party"] = change(self.subscriber["party"])
        elif entity == "PR":
            self.payer = change(self.payer)
        elif entity == "QC" and self.patient is not None:
            self.patient["party"] = change(self.patient["party"])

    def _put_provider(self, change: Callable[[Provider], Provider]) -> None:
        name = _CLAIM_ROLES.get(self.entity)
        if name and self.scope == "claim":
            self.claim[name] = change(self.claim.get(name) or _NOBODY)
        elif name == "rendering" and self.line:
            self.line[name] = change(self.line.get(name) or _NOBODY)

    def _prv(self, segment: Segment) -> None:
        if self.scope == "billing":
            self.billing = replace(self.billing, taxonomy=at(segment, 3))
        elif self.scope in ("claim", "line"):
            self._put_provider(lambda provider: replace(provider, taxonomy=at(segment, 3)))

    def _per(self, segment: Segment) -> None:
        if self.scope == "billing" and self.entity == "85":
            phone = at(segment, 4) if at(segment, 3) == "TE" else ""
            self.billing = replace(self.billing, contact=at(segment, 2), phone=phone)

    def _ref(self, segment: Segment) -> None:
        kind, value = at(segment, 1), at(segment, 2)
        if self.scope == "billing" and self.entity == "85" and kind in ("EI", "SY"):
            self.billing = replace(self.billing, tax_id=value, tax_qualifier=kind)
        elif self.entity in ("IL", "QC") and kind == "Y4" and self.scope in ("subscriber", "patient"):
            self.case_number = value
        elif self.scope == "other" and self.entity == "PR" and kind == "F8":
            self.other["claim_number"] = value
        elif self.scope == "line" and not self.entity:
            name = {"6R": "control", "G1": "prior_authorization"}.get(kind)
            if name:
                self.line[name] = value
        elif self.scope == "claim" and not self.entity and kind in _CLAIM_REFERENCES:
            self.claim[_CLAIM_REFERENCES[kind]] = value

    # The claim.

    def _clm(self, segment: Segment) -> None:
        self._close_claim()
        self.scope, self.entity = "claim", ""
        self.reading.claim = at(segment, 1)
        place = [*at(segment, 5).split(self.component), "", ""]
        cause = at(segment, 11).split(self.component)
        self.claim = {
            "claim_id": at(segment, 1), "charge": self.reading.money(segment, 2), "place": place[0],
            "frequency": place[2], "signature": at(segment, 6), "assignment": at(segment, 7),
            "assigned": at(segment, 8), "release": at(segment, 9), "causes": tuple(filter(None, cause[:3])),
            "accident_state": cause[3] if len(cause) > 3 else "",
            "diagnoses": [], "lines": [], "dates": [], "other_payers": [],
        }  # fmt: skip

    def _hi(self, segment: Segment) -> None:
        for element in segment[1:]:
            qualifier, _, code = element.partition(self.component)
            if self.claim and qualifier in ("ABK", "ABF", "BK", "BF"):
                self.claim["diagnoses"].append(code.split(self.component)[0])
                self.claim["diagnosis_version"] = "10" if qualifier[0] == "A" else "9"

    def _nte(self, segment: Segment) -> None:
        target = self.line or self.claim
        if target and self.scope in ("claim", "line"):
            target["note"] = at(segment, 2)

    def _dtp(self, segment: Segment) -> None:
        kind = at(segment, 1)
        first, last = self.reading.period(segment, 2, 3)
        if self.svd and kind == "573":
            self.svd["day"] = first
        elif self.scope == "line" and kind == "472":
            self.line["day"], self.line["day_to"] = first, last
        elif self.scope == "other" and kind == "573":
            self.other["decided"] = first
        elif self.scope == "claim" and first is not None:
            dates: list[tuple[str, date]] = self.claim["dates"]
            dates.append((kind, first))

    def _amt(self, segment: Segment) -> None:
        kind = at(segment, 1)
        name = {"D": "paid", "A8": "non_covered", "EAF": "remaining"}.get(kind)
        if self.svd and kind == "EAF":
            self.svd["remaining"] = self.reading.money(segment, 2)
        elif self.scope == "other" and name:
            self.other[name] = self.reading.money(segment, 2)
        elif self.scope == "claim" and kind == "F5":
            self.claim["paid_by_patient"] = self.reading.money(segment, 2)

    def _cas(self, segment: Segment) -> None:
        target = self.svd or self.other
        if target:
            target["adjustments"].extend(read_cas(segment, self.reading))
        else:
            self.reading.note("x12.misplaced", segment, 1, "An adjustment stands outside any other payer.")

    def _oi(self, segment: Segment) -> None:
        if self.other:
            self.other["assigned"], self.other["release"] = at(segment, 3), at(segment, 6)

    # The lines.

    def _lx(self, _: Segment) -> None:
        if self.claim:
            self._close_line()
            self._close_other()
            self.scope, self.entity = "line", ""
            self.line = {
                "procedure": Procedure(""), "charge": ZERO, "units": Decimal(0), "pointers": (), "day": None,
                "adjudications": [],
            }  # fmt: skip

    def _sv1(self, segment: Segment) -> None:
        if not self.line:
            self.reading.note("x12.misplaced", segment, 1, "A service stands outside any line (LX).")
            return
        reading = self.reading
        self.line["procedure"] = read_procedure(at(segment, 1), self.component)
        self.line["charge"] = reading.money(segment, 2)
        self.line["unit"] = at(segment, 3)
        self.line["units"] = reading.quantity(segment, 4) or Decimal(0)
        self.line["place"] = at(segment, 5)
        self.line["emergency"] = at(segment, 9) == "Y"
        texts = [text for text in at(segment, 7).split(self.component) if text]
        pointers = tuple(int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 3)
        if len(pointers) != len(texts):
            reading.note("x12.bad-pointer", segment, 7, f"These are no diagnosis pointers: {at(segment, 7)!r}.")
        self.line["pointers"] = pointers

    def _lin(self, segment: Segment) -> None:
        if self.line and at(segment, 2) == "N4":
            self.line["ndc"] = at(segment, 3)

    def _ctp(self, segment: Segment) -> None:
        if self.line:
            self.line["ndc_quantity"] = self.reading.quantity(segment, 4)
            self.line["ndc_unit"] = at(segment, 5).split(self.component)[0]

    def _svd(self, segment: Segment) -> None:
        if not self.line:
            self.reading.note("x12.misplaced", segment, 1, "An earlier payer's decision stands outside any line.")
            return
        self._close_svd()
        self.svd = {
            "payer_id": at(segment, 1), "paid": self.reading.money(segment, 2),
            "procedure": read_procedure(at(segment, 3), self.component),
            "units": self.reading.quantity(segment, 5) or Decimal(0), "bundled_line": at(segment, 6),
            "adjustments": [],
        }  # fmt: skip
