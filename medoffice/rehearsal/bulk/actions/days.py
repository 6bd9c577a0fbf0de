"""The courses of all visits of an office's past and of what is booked ahead, day by day."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from medoffice.rehearsal.bulk.rules.courses import booked, course_of, course_until, working_days
from medoffice.rehearsal.bulk.rules.days import DayPlanner, Due, share_taken
from medoffice.rehearsal.bulk.rules.rooming import with_rooms
from medoffice.rehearsal.bulk.types import Course, Size
from medoffice.rehearsal.demo.api import METHODS
from medoffice.rehearsal.population.types import Household, Office
from medoffice.rehearsal.stories.api import all_stories, fits, render, sequels_of, story, visit_of
from medoffice.rehearsal.stories.types import Fate, PlannedVisit

CALLS_AHEAD, DAYS_AHEAD = 14, 10  # nobody is booked earlier than so many days before; days ahead that have bookings


class Days:
    """Day after day, in order; remembers whose follow-up is due when."""

    def __init__(
        self,
        size: Size,
        office: Office,
        rooms: Mapping[str, Sequence[str]],
        look: Callable[[int], Household],
        now: datetime,
    ) -> None:
        """``rooms`` are the exam rooms of each site, ``look`` finds the household of a person by index."""
        self._size, self._rooms, self._look, self._now = size, rooms, look, now
        self._planner = DayPlanner(office, all_stories(), size.people, size.seed, look)
        self._fill = share_taken(size.visits_a_day, len(office.providers))
        self._due: dict[date, list[Due]] = defaultdict(list)

    def all(self) -> list[date]:
        """The days with visits, from the first that could be booked to the last that is."""
        first = self._size.first + timedelta(days=CALLS_AHEAD)
        return working_days(first, self._size.until or self._size.today + timedelta(days=DAYS_AHEAD))

    def courses(self, on: date) -> list[Course]:
        """The visits of a day as far as they have come; of a day ahead what was booked by now."""
        free: dict[str, datetime] = {}
        ahead = on >= self._now.date()
        plans = self._planner.plan(on, self._fill, self._due.pop(on, ()), fits, visit_of)
        return with_rooms(
            [
                self._course(plan, free, ahead=ahead)
                for plan in plans
                if not ahead or (plan.call is not None and plan.call.at < self._now)
            ],
            self._rooms,
        )

    def _course(self, plan: PlannedVisit, free: dict[str, datetime], *, ahead: bool) -> Course:
        person = self._look(plan.person).person(plan.person)
        told = render(story(plan.story), person, plan.seed, plan.starts.date())
        course = course_of(plan, told, free.get(plan.provider), len(METHODS))
        course = booked(course) if ahead else course
        if course.seen:
            free[plan.provider] = course.seen.written
        if plan.fate is Fate.SEEN:
            for due, key, seed in sequels_of(story(plan.story), plan.seed, plan.starts.date()):
                self._due[due].append((plan.person, key, seed))
        return course_until(course, self._now)
