"""Tracing: how any fact leads to its causes and its effects.

Each room registers, for each kind of thing it keeps, a *tracer* (id -> Step, with the causes as refs), for things of
rooms above it the *effects* it made of them, and a *finder* for the short numbers people type. The page that shows a
whole chain (follow the dollar) walks these; it knows no room.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.registries import Registry

FLOW = ("call", "appointment", "encounter", "note", "code", "charge", "claim", "payment", "ledger", "report")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A pointer to a thing of some kind: ``Ref("claim", id)``."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Step:
    """One thing in the chain, in words and amounts.

    ``stage`` places it in ``FLOW``; ``title`` says what kind of thing it is and its number, never what it was for:
    that is in ``words``. ``details`` are label/value pairs; ``quote`` is text it rests on (the words of a note) with
    the marked span in it, and ``needs`` the permission word for reading that text ("" is anybody);
    ``veiled`` says that it was taken out for somebody who may not. ``opens`` is the word for reading anything of it but
    its number, and ``visit`` the call, appointment or encounter it belongs to: a label on that may close it.
    """

    ref: Ref
    stage: str
    title: str
    words: str
    causes: tuple[Ref, ...] = ()
    at: datetime | None = None
    who: str = ""
    amount: Money | None = None
    url: str = ""
    details: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    quote_span: tuple[int, int] = (0, 0)
    subject: UUID | None = None
    needs: str = ""
    veiled: bool = False
    opens: str = ""
    visit: UUID | None = None

    @property
    def marks(self) -> list[tuple[int, int, str]]:
        """The quoted span as a mark: (start, end, label)."""
        return [(*self.quote_span, self.stage)] if self.quote_span[1] else []


Tracer = Callable[[UUID], Step | None]
Effects = Callable[[UUID], list[Ref]]
Finder = Callable[[str], Ref | None]

tracers: Registry[Tracer] = Registry("tracer")
finders: Registry[Finder] = Registry("finder")
_effects: dict[str, list[Effects]] = {}


def register_effects(kind: str, effects: Effects) -> None:
    """Say what this room made of things of ``kind`` (which a room above keeps)."""
    _effects.setdefault(kind, []).append(effects)


def step(ref: Ref) -> Step | None:
    """The step a ref points to, or None if its kind or id is unknown."""
    tracer = tracers.get(ref.kind)
    return tracer(ref.id) if tracer else None


def veil(one: Step) -> Step:
    """The step without the text it rests on; a step that quotes nothing has nothing to veil."""
    return replace(one, quote="", quote_span=(0, 0), veiled=True) if one.quote else one


def close(one: Step) -> Step:
    """The step with nothing but its place, its number and its time."""
    return Step(one.ref, one.stage, one.title, "kept from you", one.causes, one.at, subject=one.subject, veiled=True)


def effects_of(ref: Ref) -> list[Ref]:
    """Everything the rooms below made of this thing, without duplicates, in registration order."""
    found = [effect for effects in _effects.get(ref.kind, []) for effect in effects(ref.id)]
    return list(dict.fromkeys(found))


def find(text: str) -> Ref | None:
    """The thing a person means by a short number (encounter, claim, receipt ...); the first finder that knows it."""
    for finder in finders.values():
        ref = finder(text.strip())
        if ref is not None:
            return ref
    return None
