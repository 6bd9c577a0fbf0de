"""Note that the office's recogniser has another model."""

from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.set_up")
def note_model(*, actor: Actor, name: str, kind: str, weights: str) -> None:
    """The model itself was taken in for this machine, once for all worlds; ``weights`` is its SHA-256."""
    record("recogniser-model", name=name, form=kind, weights=weights, by=actor.name)
