"""Many hands at the same moment, each with a connection of its own, in one world."""

import threading
from collections.abc import Callable
from typing import TypeVar

from django.db import connections

from medoffice.kernel.worlds import current

Result = TypeVar("Result")


def at_once(world: str, count: int, act: Callable[[int], Result]) -> list[Result | Exception]:
    """Run ``act(number)`` in so many threads that begin together; what each returned or raised, in their order."""
    begin, results = threading.Barrier(count), dict[int, Result | Exception]()

    def hand(number: int) -> None:
        with current.use(world):
            begin.wait(60)
            try:
                results[number] = act(number)
            except Exception as error:  # noqa: BLE001 - it is the result
                results[number] = error
            finally:
                connections.close_all()

    threads = [threading.Thread(target=hand, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[number] for number in range(count)]
