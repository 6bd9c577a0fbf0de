"""Step-up: acts under some words ask whoever sits there to prove who they are, unless they just did.

A room's ``policy.py`` says which words (``ask_proof``), the action itself looks: no route, form or fragment goes around
it. What was sent is then shown again as a question with everything typed in it, and sent again with the proof. Jobs and
commands act for the program or for a person long gone; nobody sits there, so they are not asked.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from medoffice.kernel import clock
from medoffice.security.models import SignInRules

FRESH = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Proof:
    """When the person of this request last proved who they are: by password, code or passkey; by PIN."""

    at: datetime | None
    pin_at: datetime | None = None


class ProofNeeded(Exception):  # noqa: N818 - not an error: the person is asked, and what they sent goes on
    """The act asks for a fresh proof first; nothing has happened."""

    def __init__(self, word: str) -> None:
        """Say for what."""
        super().__init__(word)
        self.word = word


present: ContextVar[Proof | None] = ContextVar("proof", default=None)
_always: set[str] = set()
_if_the_office_says: set[str] = set()


def ask_proof(*words: str, if_the_office_says: bool = False) -> None:
    """Declare that acts under these words ask for a fresh proof, or do where the owner's rules say so."""
    (_if_the_office_says if if_the_office_says else _always).update(words)


def words_that_ask() -> frozenset[str]:
    """Every word declared so."""
    return frozenset(_always | _if_the_office_says)


def takes_pin(word: str) -> bool:
    """Whether a PIN is proof enough for this."""
    return word in _if_the_office_says


def need_proof(word: str) -> None:
    """Raise ProofNeeded if whoever sits there must prove who they are before they do this."""
    proof = present.get()
    if proof is None or word not in words_that_ask():
        return
    proved = [at for at in (proof.at, proof.pin_at if takes_pin(word) else None) if at is not None]
    if any(clock.now() - at <= FRESH for at in proved):
        return
    if word in _always or SignInRules.objects.filter(proof_to_sign=True).exists():
        raise ProofNeeded(word)
