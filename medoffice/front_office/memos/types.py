"""The nouns of memos."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Wants(StrEnum):
    """What whoever writes wants, and with it when the thread closes by itself.

    READ: when it is read. ANSWER: when whoever asked has read the answer. DONE: when somebody says it is done.
    """

    READ = "to know"
    ANSWER = "an answer"
    DONE = "to be done"


@dataclass(frozen=True, slots=True)
class To:
    """To whom a memo is: a person, or a role, whoever of it comes first. One of them is given."""

    user_id: UUID | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """One message of a thread; it never changes."""

    id: UUID
    body: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Thread:
    """Messages about one thing. ``open``: somebody has the ball, which is an item of their work.

    ``clinical``: it is kept in the chart, where whoever may read memos about the patient sees it. ``unread``: somebody
    wrote since this actor looked.
    """

    id: UUID
    subject: str
    patient_id: UUID | None
    clinical: bool
    wants: Wants
    started_by: str
    starter_id: UUID
    to: To
    to_name: str
    last_at: datetime
    last_by: str
    open: bool
    unread: bool
