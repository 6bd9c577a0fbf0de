"""Actions: the only way to change anything, from a screen, a file, a job or the simulator.

``@action("appointments.book")`` makes a function with a keyword argument ``actor`` into one intent: permission, the
function's own rules and rows, one audit event and its facts, in one transaction. An action called by another runs in
the same transaction under the outer act, which records its word as ``via``; if it fails, so does the outer one.
What was refused or broke leaves no rows, only an audit event that says so. If somebody else did the same at the same
moment, the action is run once more and finds what they did.

While a form is answered (``form_sent``), each of its acts happens once: the same form again returns the first results.
"""

import functools
import inspect
import json
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Generic, ParamSpec, TypeVar, get_type_hints
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from psycopg.errors import DeadlockDetected, ExclusionViolation, SerializationFailure, UniqueViolation

from medoffice.kernel import clock, read_only
from medoffice.kernel.codec import from_json, to_json
from medoffice.kernel.models import FirstResult
from medoffice.kernel.reading import asked_afresh
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.kernel.registries import Registry
from medoffice.security import audit
from medoffice.security.proofs import ProofNeeded, need_proof
from medoffice.security.types import Act, Actor
from medoffice.security.words import Forbidden, require

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger(__name__)

_under_way: ContextVar[Act | None] = ContextVar("act", default=None)
_answered: ContextVar["_Form | None"] = ContextVar("form", default=None)
# What the database says when somebody else did the same at the same moment, after the action had looked.
_BY_ANOTHER = (UniqueViolation, ExclusionViolation, DeadlockDetected, SerializationFailure)


class _Meanwhile(Exception):  # noqa: N818 - not an error: the action is run once more
    """Somebody else was faster; what they did can be seen by now."""


@dataclass(slots=True)
class _Form:
    """A form that is being answered: its key, and how many acts it has made."""

    key: str
    acts: int = 0

    def next(self, actor: Actor) -> str:
        """The key of its next act; forms of two people never meet."""
        place = f":{self.acts}" if self.acts else ""
        self.acts += 1
        return f"{actor.id}:{_digest('key', self.key)}{place}"


@contextmanager
def form_sent(key: str) -> Iterator[None]:
    """While a form is answered: what acts in this block acts once, however often the form is sent with this key.

    The acts of a form are told apart by their order. An act with another content than the first time, or another act
    in its place, is refused (``key-reused``). What was refused has used up nothing. Without a key each act just acts.
    """
    token = _answered.set(_Form(key) if key else None)
    try:
        yield
    finally:
        _answered.reset(token)


def acts_of_their_own() -> AbstractContextManager[None]:
    """Within an answer: acts that are not the form's but each its own, and do nothing twice by what they are about."""
    return form_sent("")


class Action(Generic[P, R]):
    """A function that is one intent. Call it with keyword arguments only."""

    def __init__(self, word: str, function: Callable[P, R], *, shown_once: bool = False) -> None:
        """Bind the permission word to the function."""
        self.word = word
        self.function = function
        self.shown_once = shown_once
        functools.update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Act, or return the first result if the form that is answered has acted before.

        Raises NotFound if the actor may not, Refusal if the rules say no, Unavailable while read-only.
        """
        actor = kwargs.get("actor")
        if not isinstance(actor, Actor):
            raise TypeError("an action needs the keyword argument actor")
        outer = _under_way.get()
        if outer is not None:
            return self._within(outer, args, kwargs)
        form = _answered.get()
        key = form.next(actor) if form else ""
        read_only.refuse()
        try:
            return self._outermost(key, actor, args, kwargs, again=True)
        except _Meanwhile:
            return self._outermost(key, actor, args, kwargs, again=False)

    def _outermost(self, key: str, actor: Actor, args: Any, kwargs: Any, *, again: bool) -> R:  # noqa: ANN401 - see _within
        """Run as one intent of its own. Raises _Meanwhile, with nothing left, if it is to be run ``again``."""
        act = Act(actor, self.word)
        token = _under_way.set(act)
        try:
            with asked_afresh(), transaction.atomic():
                require(actor, self.word)
                need_proof(self.word)
                result = self._first_result(key, act, args, kwargs)
        except ProofNeeded:  # nothing was tried yet; the proof is an event of its own
            raise
        except Refusal as refusal:
            _note(act, {"refusal": refusal.code}, refusal)
            raise
        except Exception as error:
            if again and isinstance(error.__cause__, _BY_ANOTHER):
                raise _Meanwhile from error
            _note(act, {"broke": type(error).__name__}, error)
            raise
        finally:
            _under_way.reset(token)
        return result

    def _within(self, outer: Act, args: Any, kwargs: Any) -> R:  # noqa: ANN401 - P.args has no other type
        """Run as a part of another action: its permission covers this, its event records this word.

        If it fails, the whole act is undone: an action that means to go on after a refusal calls within a
        ``transaction.atomic()`` of its own (without one, its next statement breaks). A proof is asked for by its own
        word.
        """
        need_proof(self.word)
        outer.via.append(self.word)
        outer.depth += 1
        try:
            with transaction.atomic(savepoint=False):
                return self._run(outer, args, kwargs)
        finally:
            outer.depth -= 1

    def _first_result(self, key: str, act: Act, args: Any, kwargs: Any) -> R:  # noqa: ANN401 - P.args has no other type
        """Act inside the transaction unless the key, if there is one, has its result already."""
        if not key:
            return self._run(act, args, kwargs)
        kind = get_type_hints(self.function)["return"]
        request_hash = self._request_hash(kwargs)
        row, new = FirstResult.objects.get_or_create(
            key=key,
            defaults={"action": self.word, "request_hash": request_hash, "at": clock.now()},
        )
        if not new:
            if (row.action, row.request_hash) != (self.word, request_hash):
                raise Refusal("key-reused", "This form was sent before with other content.", "Open the page again.")
            if self.shown_once:
                raise Refusal(
                    "shown-once", "This was done; what it showed is shown once.", "Make a new one if need be."
                )
            first: R = from_json(row.result, kind)
            return first
        result = self._run(act, args, kwargs)
        if not self.shown_once:
            FirstResult.objects.filter(key=key).update(result=to_json(result, kind))
        return result

    def _run(self, act: Act, args: Any, kwargs: Any) -> R:  # noqa: ANN401 - P.args has no other type
        result = self.function(*args, **kwargs)
        if act.depth == 0:
            audit.write(act, "done")
        return result

    def _request_hash(self, kwargs: dict[str, Any]) -> str:
        hints = get_type_hints(self.function)
        given = {name: _plain(value, hints[name]) for name, value in kwargs.items() if _is_content(value)}
        return _digest("content", json.dumps(given, sort_keys=True))


def _is_content(value: object) -> bool:
    """Whether it was sent: not who sent it, nor how."""
    return not isinstance(value, Actor | HttpRequest)


def _plain(value: object, kind: Any) -> Any:  # noqa: ANN401 - as to_json
    return sha256(value).hexdigest() if isinstance(value, bytes) else to_json(value, kind)


def _digest(what: str, text: str) -> str:
    """A keyed hash: what was typed (a password, a name) cannot be guessed from it by whoever reads the table."""
    return salted_hmac(f"once {what}", text, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def _note(act: Act, why: dict[str, str | int | bool | list[str]], error: Exception) -> None:
    """The one event of an act that was refused or broke, after its rows are undone."""
    act.detail = why
    if isinstance(error, Forbidden):
        error.noted = True
        act.subjects.update(error.subjects)
    try:
        audit.write(act, "refused")
    except Unavailable:
        log.error("the audit event of a refused %s could not be written", act.word)


actions: Registry[Action[Any, Any]] = Registry("action")


def action(word: str, *, shown_once: bool = False) -> Callable[[Callable[P, R]], Action[P, R]]:
    """Make a function an action under this permission word (declared in the room's ``policy.py``).

    What it returns is kept for a form that is sent again, unless it is a secret that is ``shown_once``.
    """

    def make(function: Callable[P, R]) -> Action[P, R]:
        parameters = inspect.signature(function).parameters.values()
        if any(parameter.kind is not inspect.Parameter.KEYWORD_ONLY for parameter in parameters):
            raise TypeError(f"{function.__qualname__}: an action takes keyword-only arguments")
        made = Action(word, function, shown_once=shown_once)
        actions.register(f"{function.__module__}.{function.__name__}", made)
        return made

    return make


def record(
    kind: str = "",
    object_id: UUID | None = None,
    *,
    subjects: Iterable[UUID] = (),
    **detail: str | int | bool | list[str],
) -> None:
    """Say what the act under way is about: the object (the outermost action's wins), the patients, some detail.

    Detail holds ids, codes and field names, never what was typed about a patient.
    """
    act = _under_way.get()
    if act is None:
        raise RuntimeError("record() outside an action")
    if kind and (act.depth == 0 or not act.object_kind):
        act.object_kind, act.object_id = kind, object_id
    act.subjects.update(subjects)
    act.detail.update(detail)
