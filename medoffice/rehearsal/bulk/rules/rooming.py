"""The rooms of a day: each patient who is seen is brought to one that is free then, or to none."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from medoffice.rehearsal.bulk.types import Course
from medoffice.rehearsal.stories.api import room_among


def with_rooms(courses: Sequence[Course], rooms: Mapping[str, Sequence[str]]) -> list[Course]:
    """The courses of one day in their order, each with its room; ``rooms`` are those of each site.

    A room is taken from when a patient is brought to it until the note is written and they go to the desk, that minute
    too.
    """
    taken: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    found = list(courses)
    seen = [(course.seen.roomed, place) for place, course in enumerate(courses) if course.seen]
    for roomed, place in sorted(seen):
        course = found[place]
        if course.seen is None:
            continue
        inside = taken[course.plan.site]
        while inside and inside[0][0] < roomed:
            heapq.heappop(inside)
        room = room_among(rooms[course.plan.site], {name for _, name in inside}, course.seen.drawn)
        if room is not None:
            heapq.heappush(inside, (course.seen.written, room))
        found[place] = replace(course, seen=replace(course.seen, room=room))
    return found
