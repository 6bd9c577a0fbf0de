"""The line in front of the threads: gusts wait and are served, a standing line is cut short."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from medoffice.config.waiting import LONG, PATIENCE, SHORT, Line


class Watch:
    """A clock that stands until it is told."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def played(story: Callable[[Watch], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(story(Watch()))


async def queued(line: Line) -> "asyncio.Task[bool]":
    """Somebody who stands in line by now."""
    turn = asyncio.create_task(line.enter())
    await asyncio.sleep(0)
    return turn


def test_so_many_are_in_and_the_next_comes_in_when_one_leaves() -> None:
    async def story(watch: Watch) -> None:
        line = Line(2, 10, now=watch)
        assert await line.enter()
        assert await line.enter()
        third = await queued(line)
        assert not third.done()
        line.leave()
        assert await third

    played(story)


def test_whoever_came_first_is_served_first() -> None:
    async def story(watch: Watch) -> None:
        line, order = Line(1, 10, now=watch), []
        assert await line.enter()

        async def come(name: str) -> None:
            assert await line.enter()
            order.append(name)
            line.leave()

        both = asyncio.gather(come("first"), come("second"))
        await asyncio.sleep(0)
        line.leave()
        await both
        assert order == ["first", "second"]

    played(story)


def test_a_gust_waits_and_is_served() -> None:
    async def story(watch: Watch) -> None:
        line = Line(1, 10, now=watch)
        assert await line.enter()
        waiting = await queued(line)
        watch.at += PATIENCE - 0.01  # the line has not stood long enough to be cut
        line.leave()
        assert await waiting

    played(story)


def test_in_a_line_that_stands_who_waited_too_long_is_turned_away_and_the_next_is_served() -> None:
    async def story(watch: Watch) -> None:
        line = Line(1, 10, now=watch)
        assert await line.enter()
        old = await queued(line)
        watch.at += PATIENCE + 0.01
        late = await queued(line)
        watch.at += SHORT - 0.01
        line.leave()
        assert (await old, await late) == (False, True)

    played(story)


def test_after_the_line_ran_empty_a_wait_is_a_gust_again() -> None:
    async def story(watch: Watch) -> None:
        line = Line(1, 10, now=watch)
        assert await line.enter()
        watch.at += 10 * PATIENCE
        line.leave()
        assert await line.enter()
        waiting = await queued(line)
        watch.at += 5 * SHORT
        line.leave()
        assert await waiting

    played(story)


def test_a_full_line_turns_away_at_once() -> None:
    async def story(watch: Watch) -> None:
        line = Line(1, 1, now=watch)
        assert await line.enter()
        waiting = await queued(line)
        assert not await line.enter()
        line.leave()
        assert await waiting

    played(story)


def test_who_waits_is_turned_away_by_the_clock_when_nobody_leaves() -> None:
    async def story(watch: Watch) -> None:
        line = Line(1, 10, steady=0.001, now=watch)
        assert await line.enter()
        assert not await line.enter()
        line.leave()  # to nobody: who gave up is passed over
        assert await line.enter()

    played(story)


def test_the_longest_wait_is_a_matter_of_seconds() -> None:
    assert SHORT < LONG <= 5
