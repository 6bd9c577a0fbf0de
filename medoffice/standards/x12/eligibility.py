"""Reading eligibility: questions (270) and answers (271), guide 005010X279A1. Lenient: nothing raises on content."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from medoffice.kernel.findings import Finding
from medoffice.standards.x12.eligibility_types import (
    Benefit,
    BenefitParty,
    EligibilityAnswer,
    EligibilityRequest,
    Level,
    Member,
    Rejection,
)
from medoffice.standards.x12.parties import read_nm1, read_procedure, with_address
from medoffice.standards.x12.party_types import Party
from medoffice.standards.x12.tokens import Transaction, read_interchanges
from medoffice.standards.x12.values import Reading, Segment, at

GUIDE = "005010X279A1"
_LEVELS: dict[str, Level] = {"20": "payer", "21": "provider", "22": "subscriber", "23": "dependent"}
_CORRECTED = "001"
T = TypeVar("T")


def read_270(data: bytes) -> tuple[list[EligibilityRequest], list[Finding]]:
    """Every eligibility question in the bytes. Never raises on content."""
    return _read(data, "270", "eligibility question", read_requests)


def read_271(data: bytes) -> tuple[list[EligibilityAnswer], list[Finding]]:
    """Every eligibility answer in the bytes, one for each person answered about. Never raises on content."""
    return _read(data, "271", "eligibility answer", read_answers)


def _read(
    data: bytes, code: str, words: str, read: Callable[[Transaction], tuple[list[T], list[Finding]]]
) -> tuple[list[T], list[Finding]]:
    interchanges, findings = read_interchanges(data)
    rows: list[T] = []
    for found in interchanges:
        findings += found.findings
        for group in found.groups:
            findings += group.findings
            for transaction in group.transactions:
                if transaction.code == code:
                    read_rows, noted = read(transaction)
                    rows += read_rows
                    findings += [*transaction.findings, *noted]
    if interchanges and not rows:
        findings.append(Finding(f"x12.no-{code}", "file", f"There is no {words} ({code}) in this file."))
    return rows, findings


@dataclass(slots=True)
class _Person:
    """A subscriber or dependent being read, with what hangs on them."""

    level: Level
    party: Party = field(default_factory=Party)
    birth_date: date | None = None
    sex: str = ""
    relation: str = ""
    corrected: bool = False
    references: list[tuple[str, str]] = field(default_factory=list)
    dates: list[tuple[str, date, date | None]] = field(default_factory=list)
    traces: list[Segment] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    benefits: list[Benefit] = field(default_factory=list)
    holder: "_Person | None" = None
    has_children: bool = False

    def member(self) -> Member:
        dated = (self.birth_date, self.sex, self.relation, self.corrected)
        return Member(self.party, *dated, tuple(self.references), tuple(self.dates))

    @property
    def speaks(self) -> bool:
        """Whether something is asked or answered about this person, not only about their dependents."""
        return bool(self.traces or self.services or self.benefits) or not self.has_children


class _Reader:
    """Folds one 270 or 271 into persons under the payer and provider they stand below."""

    def __init__(self, transaction: Transaction) -> None:
        self.reading = Reading()
        self.component = transaction.delimiters.component
        self.repetition = transaction.delimiters.repetition
        self.level: Level | None = None
        self.heads: dict[Level, Party] = {}
        self.refused: dict[Level, list[Rejection]] = {}
        self.people: list[tuple[_Person, Party, Party, tuple[Rejection, ...]]] = []
        self.person: _Person | None = None
        self.holder: _Person | None = None
        self.reference = ""
        self.inside = False  # a benefit's related parties (LS to LE)
        self.silent: _Person | None = None  # a policy holder whose dependents have not come yet
        self.untold = False  # a payer or provider that was refused and names nobody

    def take(self, segment: Segment) -> None:
        self.reading.position += 1
        act = getattr(self, f"_{segment[0].lower()}", None) if segment[0] in _TAKEN else None
        if act is not None:
            act(segment)

    def finish(self) -> None:
        self._close()
        self._tell_silent()
        self._tell_refusal()

    def _bht(self, segment: Segment) -> None:
        self.reference = at(segment, 3)

    def _hl(self, segment: Segment) -> None:
        self._close()
        self.inside, kind = False, _LEVELS.get(at(segment, 3))
        if kind == "dependent":
            self.silent = None
        self._tell_silent()
        if kind == "payer" or (kind == "provider" and self.heads.get("provider") is not None):
            self._tell_refusal()
        self.level = kind
        if kind in ("payer", "provider"):
            for below in ("payer", "provider") if kind == "payer" else ("provider",):
                self.heads.pop(below, None)
                self.refused.pop(below, None)
            self.holder = None
        elif kind == "subscriber":
            self.person = self.holder = _Person("subscriber", has_children=at(segment, 4) == "1")
        elif kind == "dependent":
            self.person = _Person("dependent", holder=self.holder)

    def _close(self) -> None:
        person, self.person = self.person, None
        if person is not None and person.speaks:
            self._add(person)
        elif person is not None:
            self.silent = person

    def _tell_silent(self) -> None:
        """A policy holder refused by name, whose dependents never came."""
        person, self.silent = self.silent, None
        if person is not None and person.rejections:
            self._add(person)

    def _add(self, person: _Person) -> None:
        above = (*self.refused.get("payer", []), *self.refused.get("provider", []))
        self.people.append((person, self.heads.get("payer", Party()), self.heads.get("provider", Party()), above))
        self.untold = False

    def _tell_refusal(self) -> None:
        """Who was refused above every person is told of by an answer about nobody."""
        if self.untold:
            self._add(_Person("subscriber"))

    def _nm1(self, segment: Segment) -> None:
        party = read_nm1(segment)
        if self.person is None:
            if self.level in ("payer", "provider"):
                self.heads[self.level] = party
        elif self.person.benefits:
            self._benefit(parties=(*self._last.parties, BenefitParty(at(segment, 1), party)))
            self.inside = True
        else:
            self.person.party = party

    @property
    def _last(self) -> Benefit:
        return self.person.benefits[-1] if self.person and self.person.benefits else Benefit("")

    def _benefit(self, **changes: object) -> None:
        if self.person and self.person.benefits:
            self.person.benefits[-1] = replace(self._last, **changes)  # type: ignore[arg-type] # fields of a benefit

    def _address(self, segment: Segment) -> None:
        if self.person is None:
            if self.level in self.heads and self.level is not None:
                self.heads[self.level] = with_address(self.heads[self.level], segment)
        elif not self.person.benefits:
            self.person.party = with_address(self.person.party, segment)
        elif self.inside and self._last.parties:
            *before, last = self._last.parties
            self._benefit(parties=(*before, replace(last, party=with_address(last.party, segment))))

    _n3 = _n4 = _address

    def _per(self, segment: Segment) -> None:
        if self.inside and self._last.parties:
            *before, last = self._last.parties
            kinds = ((at(segment, place), at(segment, place + 1)) for place in (3, 5, 7))
            phones = (*last.phones, *(number for kind, number in kinds if kind == "TE" and number))
            self._benefit(parties=(*before, replace(last, phones=phones)))

    def _ref(self, segment: Segment) -> None:
        pair = (at(segment, 1), at(segment, 2))
        if self.person and self.person.benefits:
            self._benefit(references=(*self._last.references, pair))
        elif self.person:
            self.person.references.append(pair)

    def _dmg(self, segment: Segment) -> None:
        if self.person and not self.person.benefits:
            self.person.birth_date, self.person.sex = self.reading.day(segment, 2), at(segment, 3)

    def _ins(self, segment: Segment) -> None:
        if self.person:
            self.person.relation, self.person.corrected = at(segment, 2), at(segment, 3) == _CORRECTED

    def _trn(self, segment: Segment) -> None:
        if self.person:
            self.person.traces.append(segment)

    def _dtp(self, segment: Segment) -> None:
        first, last = self.reading.period(segment, 2, 3)
        if self.person is None or first is None:
            return
        dated = (at(segment, 1), first, last)
        if self.person.benefits:
            self._benefit(dates=(*self._last.dates, dated))
        else:
            self.person.dates.append(dated)

    def _eq(self, segment: Segment) -> None:
        if self.person:
            self.person.services += self._repeated(at(segment, 1))

    def _aaa(self, segment: Segment) -> None:
        level: Level = "benefit" if self.person and self.person.benefits else self.level or "payer"
        found = Rejection(level, at(segment, 3), at(segment, 4), at(segment, 1) == "Y")
        if self.person:
            self.person.rejections.append(found)
        else:
            self.refused.setdefault(level, []).append(found)
            self.untold = True

    def _eb(self, segment: Segment) -> None:
        self.inside, take = False, self.reading
        procedure = at(segment, 13)
        benefit = Benefit(
            at(segment, 1), at(segment, 2), tuple(self._repeated(at(segment, 3))), at(segment, 4), at(segment, 5),
            at(segment, 6), take.money_or_none(segment, 7), take.quantity(segment, 8), at(segment, 9),
            take.quantity(segment, 10), at(segment, 11), at(segment, 12),
            read_procedure(procedure, self.component) if procedure else None,
        )  # fmt: skip
        if self.person:
            self.person.benefits.append(benefit)

    def _hsd(self, segment: Segment) -> None:
        self._benefit(deliveries=(*self._last.deliveries, tuple(segment[1:])))

    def _msg(self, segment: Segment) -> None:
        if at(segment, 1):
            self._benefit(messages=(*self._last.messages, at(segment, 1)))

    def _iii(self, segment: Segment) -> None:
        if at(segment, 1) == "ZZ":
            self._benefit(places=(*self._last.places, at(segment, 2)))

    def _repeated(self, text: str) -> list[str]:
        return [code.strip() for code in text.split(self.repetition) if code.strip()]


_TAKEN = frozenset(
    ["BHT", "HL", "NM1", "N3", "N4", "PER", "REF", "DMG", "INS", "TRN", "DTP", "EQ", "AAA", "EB", "HSD", "MSG", "III"]
)


def _folded(transaction: Transaction) -> _Reader:
    reader = _Reader(transaction)
    for segment in transaction.segments():
        reader.take(segment)
    reader.finish()
    return reader


def read_requests(transaction: Transaction) -> tuple[list[EligibilityRequest], list[Finding]]:
    """The questions of one 270."""
    reader = _folded(transaction)
    found = []
    for person, payer, provider, _ in reader.people:
        holder = (person.holder or _Person("subscriber")) if person.level == "dependent" else person
        plan = next(((first, last) for kind, first, last in person.dates if kind == "291"), (None, None))
        person.dates = [row for row in person.dates if row[0] != "291"]
        trace = person.traces[0] if person.traces else ["TRN"]
        services = tuple(person.services)
        dependent = person.member() if person.level == "dependent" else None
        named = (payer, provider, holder.member(), at(trace, 2), plan[0], services, dependent)
        found.append(EligibilityRequest(*named, plan[1], at(trace, 3)))
    return found, reader.reading.findings


def read_answers(transaction: Transaction) -> tuple[list[EligibilityAnswer], list[Finding]]:
    """The answers of one 271."""
    reader = _folded(transaction)
    found = []
    for person, payer, provider, above in reader.people:
        holder = (person.holder or _Person("subscriber")) if person.level == "dependent" else person
        traces = {at(row, 1): at(row, 2) for row in reversed(person.traces)}
        own = holder.rejections if holder is not person else []
        trace, rejections = traces.get("2", "") or reader.reference, (*above, *own, *person.rejections)
        answer = EligibilityAnswer(
            payer, provider, holder.member(), person.member() if person.level == "dependent" else None, trace,
            traces.get("1", ""), rejections, tuple(person.benefits),
        )  # fmt: skip
        found.append(answer)
    return found, reader.reading.findings
