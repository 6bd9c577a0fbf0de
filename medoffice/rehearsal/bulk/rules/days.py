"""A day of a big office, made without looking at everybody: each provider's day is filled from its beginning.

A person is drawn for each free time until one fits: not seen for four weeks, born, with a story of their age and
illness. Follow-ups that fall on the day come first. Takes time by the visits of the day, whatever the town's size.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from medoffice.rehearsal.population.types import Chance, Household, Office, Person, StaffMember
from medoffice.rehearsal.stories.types import Fate, PlannedVisit, Story, VisitType

TRIES, STEP, RESTS = 8, 15, 28
Due = tuple[int, str, str]  # a follow-up: whose, which story, the seed of the visit
Look = Callable[[int], Household]
Make = Callable[[tuple[Person, Story, str], Sequence[tuple[Person, str]], StaffMember, datetime, Chance], PlannedVisit]


class DayPlanner:
    """Plans day after day; remembers when everybody was last wanted."""

    def __init__(self, office: Office, stories: Sequence[Story], people: int, seed: int, look: Look) -> None:
        """``look`` finds the household of a person by index."""
        self._office, self._people, self._seed, self._look = office, people, seed, look
        self._stories = {story.key: story for story in stories}
        self._known = [story for story in stories if story.visit_type is not VisitType.NEW and not story.chain_only]
        self._new = [story for story in stories if story.visit_type is VisitType.NEW]
        self._last: dict[int, date] = {}

    def plan(
        self,
        on: date,
        fill: float,
        due: Sequence[Due],
        fits: Callable[[Story, Person, date], bool],
        make: Make,
    ) -> Iterator[PlannedVisit]:
        """The visits of a day by provider and time; ``fill`` is the share of the providers' time that is taken."""
        waiting = list(due)
        for member in self._office.providers:
            chance = Chance(f"bulk {self._seed} {on.isoformat()} {member.key}")
            for starts, ends in self._stretches(member, on):
                at = starts
                while at < ends:
                    own = chance.at(at.isoformat())
                    wish = self._wish(on, own, fill, waiting, fits)
                    length = _length(wish[1]) if wish else timedelta(minutes=STEP)
                    if wish and at + length <= ends:
                        self._last[wish[0].index] = on
                        yield self._visit(wish, member, at, own, make)
                    at += length

    def _wish(
        self,
        on: date,
        chance: Chance,
        fill: float,
        waiting: list[Due],
        fits: Callable[[Story, Person, date], bool],
    ) -> tuple[Person, Story, str] | None:
        """Somebody for a free time, or nobody."""
        if not chance.happens("taken", fill):
            return None
        while waiting:
            index, key, seed = waiting.pop()
            if not self._rests(index, on, 2):
                return self._look(index).person(index), self._stories[key], seed
        for attempt in range(TRIES):
            index = chance.number(f"who {attempt}", self._people)
            if self._rests(index, on, RESTS):
                continue
            person = self._look(index).person(index)
            if person.birth_date > on - timedelta(days=3):
                continue
            pool = self._new if index not in self._last and chance.happens("new", 0.2) else self._known
            options = [(story, story.weight) for story in pool if fits(story, person, on)]
            if options:
                return person, chance.weighted("story", options), f"{self._seed} {on.isoformat()} {index}"
        return None

    def _rests(self, index: int, on: date, days: int) -> bool:
        last = self._last.get(index)
        return last is not None and last > on - timedelta(days=days)

    def _visit(
        self, wish: tuple[Person, Story, str], member: StaffMember, at: datetime, chance: Chance, make: Make
    ) -> PlannedVisit:
        """The visit; who would move it cancels instead, since its new time would need every later day's plan."""
        home = self._look(wish[0].index)
        speakers = [
            (self._look(one.caller).person(one.caller), one.relation)
            for one in home.permissions
            if one.person == wish[0].index
        ]
        made = make(wish, speakers, member, at, chance)
        return replace(made, fate=Fate.CANCELLED) if made.fate is Fate.MOVED else made

    def _stretches(self, member: StaffMember, on: date) -> list[tuple[datetime, datetime]]:
        zone = ZoneInfo(self._office.zone)
        return [
            (datetime.combine(on, hours.starts, zone), datetime.combine(on, hours.ends, zone))
            for hours in member.hours
            if hours.weekday == on.weekday()
        ]


def _length(story: Story) -> timedelta:
    return timedelta(minutes=-(-story.visit_type.minutes // STEP) * STEP)


def share_taken(visits_a_day: float, providers: int) -> float:
    """Which share of the providers' free times is to be taken so that so many are seen on a day.

    A visit takes about 25 minutes, a free time that nobody takes 15, a provider's day has 480 and four days a week.
    """
    each = visits_a_day / (providers * 0.8)
    return min(0.95, 15 * each / max(1.0, 480 - 10 * each))
