"""The current world: which database this request, job or command works in, as which database role.

Set outside Django for each request (config/wsgi.py), by jobs and commands with ``use``. It lives in a context variable,
so threads and tasks never share it by accident.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.utils import OperationalError

APP, OWNER, REPORT = "office_app", "office_owner", "office_report"


class NoWorld(OperationalError):  # noqa: N818 - it reads as what it says
    """Something asked the database outside any world: a bug, or a command that needs none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a world's one row says: who it is and how its clock runs."""

    identity: UUID
    kind: str
    clock_mode: str
    clock_offset: timedelta
    clock_frozen_at: datetime | None


@dataclass(slots=True)
class State:
    """The world of one context; its row is read once, on first need."""

    name: str
    role: str = APP
    facts: Facts | None = None
    being_made: bool = False

    @property
    def login(self) -> str:
        """The database role that signs in: the world's own for the running program, else the role itself."""
        return f"w_{self.name}" if self.role == APP else self.role

    @property
    def database(self) -> str:
        """The database: ``w_name``, or ``x_name`` while it is being made and nobody may open it."""
        return f"{'x' if self.being_made else 'w'}_{self.name}"


_state: ContextVar[State | None] = ContextVar("world", default=None)


def state() -> State | None:
    """The current state, or None outside any world."""
    return _state.get()


def name() -> str:
    """The current world's name. Raises NoWorld."""
    return _required().name


def facts() -> Facts:
    """The current world's row, read once for each context. Raises NoWorld."""
    here = _required()
    if here.facts is None:
        here.facts = _read()
    return here.facts


def forget_facts() -> None:
    """Read the world's row again on next need; called after it was changed."""
    _required().facts = None


def identity() -> UUID:
    """The world's own id, mixed into every signature so that none is valid in a copy."""
    return facts().identity


def kind() -> str:
    """``practice``, ``demo``, ``training``, ``restored`` or ``test``."""
    return facts().kind


def enter(world: str, role: str = APP) -> Callable[[], None]:
    """Make a world current; returns what to call to leave it (from anywhere in the same thread)."""
    before = _state.get()
    _state.set(State(world, role))

    def leave() -> None:
        _state.set(before)

    return leave


@contextmanager
def use(world: str, role: str = APP, *, being_made: bool = False) -> Iterator[None]:
    """Work in a world within a block; ``being_made`` is for the code that makes worlds."""
    token = _state.set(State(world, role, being_made=being_made))
    try:
        yield
    finally:
        _state.reset(token)


def _required() -> State:
    here = _state.get()
    if here is None:
        raise NoWorld("there is no current world")
    return here


def _read() -> Facts:
    from medoffice.kernel.worlds.models import World

    row = World.objects.get()
    offset = timedelta(seconds=row.clock_offset_seconds)
    return Facts(row.id, row.kind, row.clock_mode, offset, row.clock_frozen_at)
