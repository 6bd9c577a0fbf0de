"""What a page asks is asked once; what is done in between is seen; nothing outlives the page."""

from collections.abc import Iterator

import pytest

from medoffice.kernel.reading import asked_afresh, asked_once, once
from medoffice.kernel.worlds import current

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def world() -> Iterator[None]:
    """A world's name; nothing is asked of it."""
    with current.use("here"):
        yield


class Asked:
    """A question that says how often it was asked."""

    def __init__(self) -> None:
        """Not yet."""
        self.times = 0

    def __call__(self, *given: object) -> list[object]:
        """Each time something new."""
        self.times += 1
        return [self.times, *given]


def question() -> tuple[Asked, object]:
    asked = Asked()

    @once
    def ask(*given: object) -> list[object]:
        return asked(*given)

    return asked, ask


def test_a_page_asks_each_thing_once_and_everybody_gets_a_list_of_their_own() -> None:
    asked, ask = question()
    assert callable(ask)
    with asked_once():
        first = ask("a")
        first.append("mine")
        assert ask("a") == [1, "a"]
        assert ask("b") == [2, "b"]
    assert asked.times == 2


def test_what_is_done_asks_afresh_and_so_does_the_page_after_it() -> None:
    _, ask = question()
    assert callable(ask)
    with asked_once():
        assert ask() == [1]
        with asked_afresh():
            assert ask() == [2]
            assert ask() == [3]
        assert ask() == [4]
        assert ask() == [4]


def test_without_a_page_and_in_another_world_nothing_is_known() -> None:
    _, ask = question()
    assert callable(ask)
    assert ask() == [1]
    assert ask() == [2]
    with asked_once():
        assert ask() == [3]
        with current.use("elsewhere"):
            assert ask() == [4]
        assert ask() == [3]
    assert ask() == [5]
