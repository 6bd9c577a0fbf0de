"""A day of the office: due follow-ups first, newcomers, the named cast, then others, each in free time.

No two visits of a provider overlap, nobody has two visits on a day, and the same seed gives the same day.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from medoffice.rehearsal.population.types import Chance, Office, Person, Population, StaffMember
from medoffice.rehearsal.stories.rules.rendering import SEQUEL, fits, render
from medoffice.rehearsal.stories.types import DayPlan, Fate, PlannedCall, PlannedVisit, Story, VisitType

FATES = ((Fate.SEEN, 84), (Fate.NO_SHOW, 5), (Fate.CANCELLED, 4), (Fate.MOVED, 4), (Fate.LEFT, 3))
WALK_IN = 0.25  # of the urgent; before nine nobody urgent has called yet, so all of them walk in
STEP = 15  # minutes between starts
RESTS = 28  # days before the same person calls again by chance
Wish = tuple[Person, Story, str]  # who, why, the seed of the visit
Speaker = tuple[Person, str]  # who may call for a patient, and what they are to them


def plan(
    stories: Sequence[Story],
    seed: int,
    population: Population,
    office: Office,
    on: date,
    encounters: int,
    history: Sequence[PlannedVisit],
) -> DayPlan:
    """At most so many visits on a day; fewer where the hours or the people do not suffice."""
    chance = Chance(f"day {seed} {on.isoformat()}")
    free = {member.key: _starts(member, on, ZoneInfo(office.zone)) for member in office.providers}
    by_key = {member.key: member for member in office.providers}
    visits: list[PlannedVisit] = []
    for place, wish in enumerate(_wishes(stories, seed, population, on, history, chance)):
        if len(visits) >= encounters:
            break
        own = chance.at(place)
        for key in own.shuffled("provider", sorted(free)):
            starts = _take(free[key], wish[1].visit_type.minutes, own)
            if starts:
                speakers = _speakers(population, wish[0])
                visits.append(visit_of(wish, speakers, by_key[key], starts, own))
                break
    return DayPlan(on, tuple(sorted(visits, key=lambda visit: (visit.starts, visit.provider))))


def _wishes(
    stories: Sequence[Story],
    seed: int,
    population: Population,
    on: date,
    history: Sequence[PlannedVisit],
    chance: Chance,
) -> Iterator[Wish]:
    """Who wants to be seen, the most pressing first; nobody twice."""
    by_key = {story.key: story for story in stories}
    busy = {visit.person for visit in history if visit.starts.date() > on - timedelta(days=RESTS)}
    wanted = set()
    for person, story, visit_seed in _due(by_key, population, on, history):
        if person.index not in wanted:
            wanted.add(person.index)
            yield person, story, visit_seed
    new = [story for story in stories if story.visit_type is VisitType.NEW]
    known = [story for story in stories if story.visit_type is not VisitType.NEW and not story.chain_only]
    late = chance.shuffled("people", population.people)
    for person in sorted(late, key=lambda one: (one.first_visit != on, not one.key)):
        if person.index in wanted or person.index in busy or (person.first_visit and person.first_visit > on):
            continue
        pool = new if person.first_visit == on else known
        options = [(story, story.weight) for story in pool if fits(story, person, on)]
        if options:
            yield person, chance.weighted(f"story {person.index}", options), f"{seed} {on.isoformat()} {person.index}"


def _due(by_key: dict[str, Story], population: Population, on: date, history: Sequence[PlannedVisit]) -> Iterator[Wish]:
    """Follow-ups of earlier visits that fall on this day, weekends moved to Monday."""
    for visit in history:
        if visit.fate is not Fate.SEEN:
            continue
        for due, key, seed in sequels_of(by_key[visit.story], visit.seed, visit.starts.date()):
            if due == on:
                yield population.people[visit.person], by_key[key], seed


def sequels_of(story: Story, seed: str, on: date) -> Iterator[tuple[date, str, str]]:
    """The follow-ups a visit on a day leads to: when (weekends moved to Monday), which story, the visit's seed."""
    for sequel in story.sequels:
        chance = Chance(f"sequel {seed} {sequel.story}")
        due = on + timedelta(days=chance.between("days", *sequel.days))
        due += timedelta(days=max(0, 7 - due.weekday()) if due.weekday() > 4 else 0)
        if chance.happens("comes", sequel.chance / 100):
            first, _, number = seed.partition(SEQUEL)
            yield due, sequel.story, f"{first}{SEQUEL}{int(number or 0) + 1}"


def _starts(member: StaffMember, on: date, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """The free stretches of a provider's day."""
    today = [hours for hours in member.hours if hours.weekday == on.weekday()]
    return [(_at(on, hours.starts, zone), _at(on, hours.ends, zone)) for hours in today]


def _take(free: list[tuple[datetime, datetime]], minutes: int, chance: Chance) -> datetime | None:
    """A start in the free time by chance, and the time taken out; None if nothing is long enough."""
    length = timedelta(minutes=-(-minutes // STEP) * STEP)
    options = []
    for place, (begin, end) in enumerate(free):
        steps = (end - begin - length) // timedelta(minutes=STEP)
        options += [(place, begin + step * timedelta(minutes=STEP)) for step in range(steps + 1)]
    if not options:
        return None
    place, starts = chance.pick("start", options)
    begin, end = free.pop(place)
    free += [part for part in ((begin, starts), (starts + length, end)) if part[0] < part[1]]
    return starts


def _speakers(population: Population, person: Person) -> list[Speaker]:
    allowed = [one for one in population.permissions if one.person == person.index]
    return [(population.people[one.caller], one.relation) for one in allowed]


def visit_of(
    wish: Wish, speakers: Sequence[Speaker], member: StaffMember, starts: datetime, chance: Chance
) -> PlannedVisit:
    """A visit at its time: who calls, whether the patient comes, and how it ends. ``speakers`` may call for them."""
    person, story, seed = wish
    walk_in = story.urgent and (starts.hour < 9 or chance.happens("walks in", WALK_IN))
    fate = chance.weighted("fate", FATES)
    if walk_in and fate is not Fate.LEFT:
        fate = Fate.SEEN
    comes = fate in (Fate.SEEN, Fate.LEFT)
    late = chance.between("late", 8, 22) if chance.happens("late?", 0.1) else chance.between("early", -14, 3)
    arrives = starts + timedelta(minutes=0 if walk_in else late) if comes else None
    words = render(story, person, seed, starts.date()).call_words
    call = None if walk_in else _call(person, speakers, starts, words, chance, urgent=story.urgent)
    return PlannedVisit(
        person.index, story.key, seed, story.visit_type, member.key, member.site, starts, fate, walk_in,
        arrives, call,
    )  # fmt: skip


def _call(
    person: Person, speakers: Sequence[Speaker], starts: datetime, words: str, chance: Chance, *, urgent: bool
) -> PlannedCall:
    """The call that booked: that morning if it is urgent, or one to ten days earlier; by the patient or a speaker."""
    minor = person.guarantor != person.index
    caller, relation = person, "self"
    if speakers and (minor or chance.happens("speaker", 0.4)):
        caller, relation = speakers[0]
    days = 0 if urgent else chance.between("days", 1, 10)
    at = datetime.combine(starts.date() - timedelta(days=days), time(8), starts.tzinfo)
    at += timedelta(minutes=chance.number("minute", 60 if days == 0 else 480))
    if at.weekday() > 4:
        at -= timedelta(days=at.weekday() - 4)
    return PlannedCall(at, person.index, caller.index, relation, caller.phones[0].number, words)


def _at(on: date, when: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, when, zone)
