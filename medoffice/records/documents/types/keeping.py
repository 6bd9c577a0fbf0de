"""The nouns of keeping papers: how long, what is held, what is past its time, who asked to destroy it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.sources import is_verified


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long documents are kept at least: so many years after their date, and after a minor's birthday.

    ``source`` says where it is from; what nobody has verified says so.
    """

    key: str
    name: str
    years: int
    years_after_18: int
    source: str
    since: date = date(2000, 1, 1)

    @property
    def verified(self) -> bool:
        """Whether the office has said by which law or decision."""
        return is_verified(self.source)


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold on a patient's whole chart, or on one document of it: nothing of that is removed or destroyed.

    ``until`` is its last day; None: until somebody ends it.
    """

    id: UUID
    patient_id: UUID
    document_id: UUID | None
    why: str
    until: date | None
    set_at: datetime
    set_by: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked to destroy a file; another person has the second look."""

    id: UUID
    file_id: UUID
    at: datetime
    by: str
    by_id: UUID


@dataclass(frozen=True, slots=True)
class DuePaper:
    """A paper past its retention, as the second look is shown it: its type, its name, its own day, when it was filed.

    What is kept from who looks (a label) is ``shown`` to be there, without type and name.
    """

    id: UUID
    kind: str
    title: str
    dated: date
    filed: date
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Due:
    """A file all of whose documents are past their retention: whose, which papers, by which rules, kept until when.

    Files of which pages were put into one document go together: ``files``, ``file_id`` the first of them.

    ``stops`` says why it cannot be destroyed now, "" if nothing does.
    """

    file_id: UUID
    patients: tuple[UUID, ...]
    papers: tuple[DuePaper, ...]
    rules: tuple[Keeping, ...]
    kept_until: date
    pages: int
    stops: str = ""
    asked: Asked | None = None
    files: tuple[UUID, ...] = ()
