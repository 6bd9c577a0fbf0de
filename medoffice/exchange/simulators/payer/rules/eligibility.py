"""Answering eligibility questions (270) with 271s, guide 005010X279A1: from the plans and members a payer has.

Pure: the same question at the same moment gives the same bytes. Whose question goes astray on its way is asked for by
name (``Knobs.asked``). Codes are bare values; what they mean is in nobody's words here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from medoffice.exchange.simulators.payer.rules.front import npi_is_sound
from medoffice.exchange.simulators.payer.rules.plans import Member, Plan, Registry, corrected_name, letters
from medoffice.exchange.simulators.payer.rules.questions import Question, read_questions
from medoffice.exchange.simulators.payer.rules.wire import (
    BadInterchangeError,
    Envelope,
    Header,
    at,
    dollars,
    fold,
    read_interchange,
    segment,
    write_interchange,
)
from medoffice.exchange.simulators.payer.types import Outbound, Person

GUIDE = "005010X279A1"
LATE, AGAIN = timedelta(hours=2), timedelta(minutes=10)
FARTHEST_BACK, FARTHEST_AHEAD = timedelta(days=730), timedelta(days=366)
GARBAGE = b"<html><head><title>502 Bad Gateway</title></head></html>"


class Way(StrEnum):
    """What becomes of a question on its way, or at the payer's door."""

    TIMEOUT = "timeout"
    GARBAGE = "garbage"
    CUT_OFF = "cut-off"
    LATE = "late"
    TWICE = "twice"
    OTHER = "other-patient"
    DOWN = "down"
    NO_RESPONSE = "no-response"
    NOT_ALLOWED = "provider-not-allowed"
    UNKNOWN_PROVIDER = "provider-unknown"


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes back at once (nothing: nobody answered in time), and what comes by mail later."""

    data: bytes
    later: tuple[Outbound, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """An AAA: at which level (20 payer, 21 provider, 22 subscriber, 23 dependent), reason, follow-up."""

    level: str
    reason: str
    follow_up: str = "C"
    valid: str = "N"


def answer(
    data: bytes, registry: Registry, met: Mapping[str, int], asked: Mapping[str, str], moment: datetime
) -> Reply:
    """Answer a file of questions. ``met`` is what is met of deductibles (``member|year``); ``asked`` as in Knobs.

    Nothing is raised on content: what is no 270 gets no answer.
    """
    try:
        interchange = read_interchange(data)
    except BadInterchangeError:
        return Reply(b"")
    header = interchange.header
    questions = [
        question
        for group in interchange.groups
        for transaction in group.transactions
        if at(transaction.segments[0], 1) == "270"
        for question in read_questions(transaction.segments, "^")
    ]
    return _Clerk(registry, met, asked, moment, header).work(questions)


class _Clerk:
    """Answers the questions of one file."""

    def __init__(
        self,
        registry: Registry,
        met: Mapping[str, int],
        asked: Mapping[str, str],
        moment: datetime,
        header: Header,
    ) -> None:
        self.registry, self.met, self.asked = registry, met, asked
        self.moment, self.header = moment, header

    def work(self, questions: Sequence[Question]) -> Reply:
        bodies: list[list[str]] = []
        odd, later = b"", []
        for question in questions:
            way = self._way(question)
            body = list(self._body(question, way))
            if way in (Way.GARBAGE, Way.CUT_OFF):
                odd += GARBAGE if way is Way.GARBAGE else self._file([body])[:-90]
            elif way in (Way.LATE, Way.TWICE):
                due = self.moment + (LATE if way is Way.LATE else AGAIN)
                later.append(Outbound(f"271-{fold(question.trace)}.x12", self._file([body]), due))
            if way not in (Way.GARBAGE, Way.CUT_OFF, Way.LATE, Way.TIMEOUT):
                bodies.append(body)
        return Reply((self._file(bodies) if bodies else b"") + odd, tuple(later))

    def _file(self, bodies: Sequence[Sequence[str]]) -> bytes:
        head = self.header
        envelope = Envelope(
            head.receiver, head.sender, int(head.control), self.moment, head.receiver_qualifier, head.sender_qualifier,
            head.usage,
        )  # fmt: skip
        return write_interchange(envelope, "HB", GUIDE, bodies)

    def _way(self, question: Question) -> Way | None:
        """What was asked for: by the member's id, else the payer's, else for everybody, else by who is a member."""
        wanted = {letters(key): way for key, way in self.asked.items()}
        ids = (letters(question.subscriber.identifier), letters(question.payer.identifier), letters("*"))
        held = self.registry.holders(question.payer.identifier, question.subscriber.identifier)
        found = next((wanted[key] for key in ids if key in wanted), next((one.asked for one in held if one.asked), ""))
        return Way(found) if found else None

    def _body(self, question: Question, way: Way | None) -> Iterator[str]:
        refused = self._at_the_door(question, way)
        member = None if refused else self._find(question)
        if isinstance(member, Refused):
            refused, member = member, None
        if member is not None and way is Way.OTHER:
            member = self._somebody_else(member)
        yield from self._head(question, refused)
        if refused is None or refused.level in ("22", "23"):
            yield from self._people(question, member, refused)
        if member is not None:
            yield from self._benefits(question, member)

    def _at_the_door(self, question: Question, way: Way | None) -> Refused | None:
        """What stops a question before anybody looks for the patient."""
        if self.registry.payer(question.payer.identifier) is None:
            return Refused("20", "79", "S")
        by_way = {
            Way.DOWN: Refused("20", "42", "R", "Y"), Way.NO_RESPONSE: Refused("20", "80", "R", "Y"),
            Way.NOT_ALLOWED: Refused("21", "50", "N"), Way.UNKNOWN_PROVIDER: Refused("21", "51"),
        }  # fmt: skip
        if way in by_way:
            return by_way[way]
        if not npi_is_sound(question.provider.identifier):
            return Refused("21", "43")
        return self._day(question)

    def _day(self, question: Question) -> Refused | None:
        if question.on is None:
            return Refused("22", "57")
        today = self.moment.date()
        if not today - FARTHEST_BACK <= question.on <= today + FARTHEST_AHEAD:
            return Refused("22", "62", "N")
        return None

    def _find(self, question: Question) -> Member | Refused:
        """The member asked about, or why there is none to answer for."""
        held = self.registry.holders(question.payer.identifier, question.subscriber.identifier)
        if not held:
            return Refused("22", "75" if letters(question.subscriber.identifier) else "72")
        level, who = "23" if question.dependent is not None else "22", question.patient
        if who.birth is None:
            return Refused(level, "58")
        return self._among(held, who, level)

    def _among(self, held: Sequence[Member], who: Person, level: str) -> Member | Refused:
        """The one of those under a member id who is meant."""
        born = [member for member in held if member.birth == who.birth]
        same = [member for member in born if letters(member.first) == letters(who.first)]
        if same or len(born) == 1:
            return (same or born)[0]
        if born:
            return Refused(level, "68" if level == "23" else "76")
        if level == "22" or any(letters(member.first) == letters(who.first) for member in held):
            return Refused(level, "71")
        return Refused("23", "77")

    def _somebody_else(self, member: Member) -> Member:
        others = [other for other in self.registry.members if letters(other.member_id) != letters(member.member_id)]
        same_plan = [other for other in others if other.plan_key == member.plan_key]
        return (same_plan or others or [member])[0]

    def _head(self, question: Question, refused: Refused | None) -> Iterator[str]:
        level = refused.level if refused else ""
        payer = self.registry.payer(question.payer.identifier)
        yield segment("BHT", "0022", "11", question.trace, f"{self.moment:%Y%m%d}", f"{self.moment:%H%M}")
        yield segment("HL", "1", "", "20", "0" if level == "20" else "1")
        name = payer.name if payer else question.payer.last
        yield segment("NM1", "PR", "2", fold(name), *[""] * 4, "PI", question.payer.identifier)
        if refused and level == "20":
            yield _aaa(refused)
            return
        provider = question.provider
        yield segment("HL", "2", "1", "21", "0" if level == "21" else "1")
        kind = "1" if provider.is_person else "2"
        yield segment(
            "NM1", "1P", kind, fold(provider.last), fold(provider.first), "", "", "", "XX", provider.identifier
        )
        if refused and level == "21":
            yield _aaa(refused)

    def _people(self, question: Question, member: Member | None, refused: Refused | None) -> Iterator[str]:
        dependent = question.dependent
        yield segment("HL", "3", "2", "22", "0" if dependent is None else "1")
        if dependent is None:
            yield from self._traces(question)
        own = member if dependent is None else None
        yield from self._person("IL", question.subscriber, own, member, refused)
        if dependent is not None:
            yield segment("HL", "4", "3", "23", "0")
            yield from self._traces(question)
            yield from self._person("03", dependent, member, None, refused)
        if member is not None:
            yield segment("DTP", "346", "D8", f"{member.begins:%Y%m%d}")
            if member.ends is not None:
                yield segment("DTP", "347", "D8", f"{member.ends:%Y%m%d}")

    def _traces(self, question: Question) -> Iterator[str]:
        yield segment("TRN", "2", question.trace, "9999999999")

    def _person(
        self, entity: str, asked: Person, known: Member | None, policy: Member | None, refused: Refused | None
    ) -> Iterator[str]:
        """The person as asked about, or as the payer knows them; what differs is said to be corrected (INS03 001)."""
        wanted = letters(asked.identifier)
        number = policy.member_id if policy else asked.identifier
        who, other = asked, known is not None and corrected_name(known, asked) is not None
        if known is not None:
            last, first = corrected_name(known, asked) or (asked.last, asked.first)
            who = replace(asked, last=last, first=first, birth=known.birth)
        ids = ("MI", fold(number)) if entity == "IL" and number else ()
        yield segment("NM1", entity, "1", fold(who.last), fold(who.first), fold(who.middle), "", "", *ids)
        moved = policy is not None and letters(policy.member_id) != wanted and entity == "IL"
        if moved:
            yield segment("REF", "Q4", fold(asked.identifier))
        if refused and refused.level == ("22" if entity == "IL" else "23"):
            yield _aaa(refused)
        if who.birth is not None:
            yield segment("DMG", "D8", f"{who.birth:%Y%m%d}")
        if other or moved:
            yield segment("INS", "Y" if entity == "IL" else "N", "18" if entity == "IL" else "G8", "001", "25")

    def _benefits(self, question: Question, member: Member) -> Iterator[str]:
        plan, on = self.registry.plan(member.plan_key), question.on
        name = fold(plan.name or plan.key)
        if on is None or on < member.begins or (member.ends is not None and on > member.ends):
            yield segment("EB", "6", "IND", "30", plan.insurance, name)
            return
        yield segment("EB", "1", "IND", "30", plan.insurance, name)
        if member.primary_elsewhere:
            first = self.registry.payer(member.primary_elsewhere)
            yield segment("EB", "R", "", "30")
            yield segment("LS", "2120")
            yield segment(
                "NM1", "PRP", "2", fold(first.name if first else ""), *[""] * 4, "PI", member.primary_elsewhere
            )
            yield segment("LE", "2120")
        yield from self._money(plan, self.met.get(f"{member.key}|{on.year}", 0), name)
        if member.pcp:
            yield segment("EB", "L")
            yield segment("LS", "2120")
            given, _, last = fold(member.pcp).rpartition(" ")
            yield segment("NM1", "P3", "1", last, given)
            yield segment("LE", "2120")

    def _money(self, plan: Plan, met: int, name: str) -> Iterator[str]:
        kind, network = plan.insurance, ("", "", "", "", "Y")
        if plan.copay:
            yield segment("EB", "B", "IND", "98", kind, name, "27", dollars(plan.copay), *network)
        if plan.deductible:
            left = max(plan.deductible - met, 0)
            yield segment("EB", "C", "IND", "30", kind, name, "23", dollars(plan.deductible), *network)
            yield segment("EB", "C", "IND", "30", kind, name, "29", dollars(left), *network)
        if plan.coinsurance_percent:
            share = f"{plan.coinsurance_percent / 100:g}".removeprefix("0") or "0"
            yield segment("EB", "A", "IND", "30", kind, name, "", "", share, "", "", "", "Y")
        if plan.out_of_pocket:
            yield segment("EB", "G", "IND", "30", kind, name, "23", dollars(plan.out_of_pocket), *network)
        for service, visits in plan.visits.items():
            yield segment("EB", "F", "IND", service, kind, name, "23", "", "", "VS", str(visits), "", "Y")
        for service in plan.excluded:
            yield segment("EB", "I", "IND", service, kind, name)


def _aaa(refused: Refused) -> str:
    return segment("AAA", refused.valid, "", refused.reason, refused.follow_up)
