"""What later rooms may add to documents: doors by which papers come in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from medoffice.kernel.registries import Registry
from medoffice.records.documents.types.papers import Appended, Arrived, ChartFound, Door, Moved
from medoffice.security.types import Actor


class IntakeDoor(Protocol):
    """A door by which papers come in. What ``waiting`` gave is given again until it is said what became of it."""

    kind: Door

    def waiting(self) -> Iterator[Arrived]:
        """What has come whole, oldest first."""

    def taken(self, key: str) -> None:
        """The office has it: committed."""

    def refused(self, key: str, words: str) -> None:
        """The office has it and will not open it, for these words."""


intake_doors: Registry[IntakeDoor] = Registry("door for papers")


def register_intake(door: IntakeDoor) -> None:
    """Let papers in by a door; called from the ``registry.py`` of the room that has it."""
    intake_doors.register(door.kind, door)


class FilingSlot(Protocol):
    """What filing a document may settle in another room: the report that a referral waits for."""

    label: str

    def choices(self, actor: Actor, patient_id: UUID) -> list[tuple[UUID, str]]:
        """What of this patient a document may settle, in words, the likeliest first."""

    def filed(self, actor: Actor, document_id: UUID, chosen: UUID, *, signs: bool) -> None:
        """The document settles it; ``signs``: a provider is to see it first."""

    def signed(self, actor: Actor, document_id: UUID) -> None:
        """The provider has seen the document, whatever it settles."""


filing_slots: Registry[FilingSlot] = Registry("what filing settles")


def register_filing(key: str, slot: FilingSlot) -> None:
    """Let a document settle something of a room when it is filed; called from its ``registry.py``."""
    filing_slots.register(key, slot)


FollowPages = Callable[[Actor, UUID, Sequence[Moved]], None]
page_followers: Registry[FollowPages] = Registry("what is said of pages")


def register_page_follower(key: str, follow: FollowPages) -> None:
    """Let what a room has said of pages of a patient's documents (picked, blacked out) follow them in the same act.

    Called from its ``registry.py``.
    """
    page_followers.register(key, follow)


class ChartTexts(Protocol):
    """How a room's texts are searched: only what the actor may see, of one patient if one is given, the best first."""

    def __call__(self, actor: Actor, asked: str, patient_id: UUID | None, limit: int) -> ChartFound:
        """What stands there."""


chart_texts: Registry[ChartTexts] = Registry("texts of the chart")


def register_chart_text(key: str, find: ChartTexts) -> None:
    """Let the texts of a room be found beside documents; called from its ``registry.py``."""
    chart_texts.register(key, find)


OpenUses = Callable[[Iterable[UUID]], Iterable[UUID]]
open_uses: Registry[OpenUses] = Registry("what documents belong to and is open")


def register_open_use(words: str, read: OpenUses) -> None:
    """Keep documents from being destroyed while something of a room that they belong to is open.

    ``read`` says which of these documents do, in one query; ``words`` say what it is and name nobody. Called from the
    room's ``registry.py``.
    """
    open_uses.register(words, read)


ReadAppended = Callable[[str, Iterable[UUID]], Mapping[UUID, Sequence[Appended]]]
appended: Registry[ReadAppended] = Registry("what stands beside things of a chart")


def register_appended(key: str, read: ReadAppended) -> None:
    """Let what a room knows stand beside things of a chart (of a kind, by their ids) wherever they are shown or go;
    called from its ``registry.py``.
    """
    appended.register(key, read)
