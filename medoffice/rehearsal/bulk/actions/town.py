"""The people of a bulk office: registered household by household, found again by index without all being in memory."""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.clinic.charting.api import taken_over
from medoffice.exchange.simulators.payer.api import Member
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.api import payers
from medoffice.records.coverage.api import policy_row
from medoffice.records.coverage.types import Coverage
from medoffice.records.patients.api import known_word_rows, name_word_rows, patient_row, permitted_row
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.types import Size
from medoffice.rehearsal.demo.api import identity_of, members_of, policy_of
from medoffice.rehearsal.demo.types import OLDER_CHART, Riverbend
from medoffice.rehearsal.population.api import household, households, person_chart
from medoffice.rehearsal.population.types import Coverage as PersonCoverage
from medoffice.rehearsal.population.types import Household, Permission, Person
from medoffice.security.types import PROGRAM

KEPT = 20_000  # households that are not made anew each time
OPENS = time(9, 0)


class Town:
    """Everybody's patient and policy ids by index; people themselves are made anew when they are asked for."""

    def __init__(self, size: Size) -> None:
        """Nobody is registered yet."""
        self._size, self._starts = size, array("L")
        self._ids = bytearray()
        self._policies: dict[int, list[UUID]] = {}
        self._payers = {payer.key: payer for payer in payers()}
        self._kept: OrderedDict[int, Household] = OrderedDict()

    def home(self, index: int) -> Household:
        """The household of a person."""
        number = bisect_right(self._starts, index) - 1
        found = self._kept.pop(number, None)
        if found is None:
            start, size = self._starts[number], self._size
            found = household(size.seed, number, start, size.today, size.people - start)
            if len(self._kept) >= KEPT:
                self._kept.popitem(last=False)
        self._kept[number] = found
        return found

    def person(self, index: int) -> Person:
        """A person by index."""
        return self.home(index).person(index)

    def insured(self, policy_id: UUID, index: int) -> None:
        """Remember the id of a person's next policy."""
        self._policies.setdefault(index, []).append(policy_id)

    def policies(self, index: int, on: date) -> tuple[Coverage, ...]:
        """A person's policies in force on a day, primary first."""
        held = [self._policy(number, *one) for number, one in enumerate(self._covered(index)) if one[1].effective <= on]
        return tuple(sorted(held, key=lambda policy: (policy.order, policy.starts)))

    def members(self, index: int) -> list[Member]:
        """As whom the payers know a person."""
        return members_of(self._covered(index))

    def _covered(self, index: int) -> list[tuple[Person, PersonCoverage]]:
        home = self.home(index)
        return [(home.person(index), coverage) for coverage in home.coverages if coverage.person == index]

    def _policy(self, number: int, person: Person, coverage: PersonCoverage) -> Coverage:
        told = policy_of(coverage, self.person(coverage.subscriber))
        payer = self._payers[coverage.payer_key]
        return Coverage(
            id=self._policies[person.index][number],
            patient_id=self.patient_id(person.index),
            payer_id=payer.id,
            payer_name=payer.name,
            ends=None,
            version=1,
            **told,
        )

    def patient_id(self, index: int) -> UUID:
        """The patient of a person."""
        return UUID(bytes=bytes(self._ids[index * 16 : index * 16 + 16]))

    def register(self, pen: Pen, riverbend: Riverbend) -> Iterator[int]:
        """Write everybody with their words, policies and who may speak for them; yields how many so far."""
        desk = _Desk(pen, self, riverbend, self._size)
        for home in households(self._size.seed, self._size.people, self._size.today):
            self._starts.append(home.start)
            for person in home.people:
                self._ids += desk.register(home, person).bytes
            desk.insure(home)
            yield home.start + len(home.people)
        desk.close()


class _Desk:
    """Registers households as ``register_patient``, ``add_coverage`` and ``permit_person`` do."""

    def __init__(self, pen: Pen, town: Town, riverbend: Riverbend, size: Size) -> None:
        self._pen, self._town, self._payers, self._seed = pen, town, riverbend.payers, size.seed
        zone = ZoneInfo(riverbend.office.zone)
        self._opened, self._zone = datetime.combine(size.first, OPENS, zone), zone
        self._words: set[str] = set()
        self._later: list[Permission] = []
        self._household = new_id()

    def register(self, home: Household, person: Person) -> UUID:
        """Write a patient; the head's comes first."""
        pen, at = self._pen, self._pen.at(self._known_from(person))
        if person.index == home.start:
            self._household = new_id()
        own = person.guarantor == person.index
        row = patient_row(
            mrn=pen.number("M"),
            household_id=self._household,
            guarantor_id=None if own else self._town.patient_id(person.guarantor),
            by=PROGRAM.name,
            at=at,
            **identity_of(person),
        )
        words = name_word_rows(row)
        self._words.update(word.word for word in words)
        pen.loader.add(row, *words)
        pen.act(PROGRAM, "patients.register", at, Ref("patient", row.id), [row.id])
        self._chart(row.id, person, at)
        return row.id

    def _chart(self, patient_id: UUID, person: Person, at: datetime) -> None:
        """Write what the former office's chart says, as ``take_over_chart`` does."""
        said = person_chart(self._seed, person, self._known_from(person).date())
        if not said.entries and not said.none:
            return
        pen = self._pen
        pen.loader.add(*taken_over(patient_id, said.entries, said.none, OLDER_CHART, PROGRAM.name, at))
        about = Ref("lists", patient_id)
        pen.act(PROGRAM, "lists.change", at, about, [patient_id], entries=len(said.entries))

    def insure(self, home: Household) -> None:
        """Write the policies of a household, and who may speak for whom."""
        pen = self._pen
        for coverage in home.coverages:
            at = pen.at(self._known_from(home.person(coverage.person)))
            patient_id = self._town.patient_id(coverage.person)
            told = policy_of(coverage, home.person(coverage.subscriber))
            payer_id = self._payers[coverage.payer_key]
            row = policy_row(patient_id=patient_id, payer_id=payer_id, ends=None, by=PROGRAM.name, at=at, **told)
            pen.loader.add(row)
            pen.act(PROGRAM, "coverage.change", at, Ref("coverage", row.id), [patient_id])
            self._town.insured(row.id, coverage.person)
        for one in home.permissions:
            if home.start <= one.caller < home.start + len(home.people):
                self._permit(one, home.person(one.person), home.person(one.caller))
            else:
                self._later.append(one)

    def close(self) -> None:
        """Write who speaks for somebody of another household, and the words of all names."""
        for one in self._later:
            self._permit(one, self._town.person(one.person), self._town.person(one.caller))
        self._pen.loader.add(*known_word_rows(sorted(self._words)))

    def _permit(self, one: Permission, person: Person, caller: Person) -> None:
        pen, at = self._pen, self._pen.at(self._known_from(person))
        patient_id = self._town.patient_id(person.index)
        row = permitted_row(patient_id, caller.full_name, one.relation, caller.phones[0].number, at)
        pen.loader.add(row)
        pen.act(PROGRAM, "patients.change", at, Ref("permitted_person", row.id), [patient_id])

    def _known_from(self, person: Person) -> datetime:
        """The office knows everybody from its first day, the newborn from the day after their birth."""
        return max(self._opened, datetime.combine(person.birth_date + timedelta(days=1), OPENS, self._zone))
