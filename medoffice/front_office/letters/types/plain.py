"""The nouns of plain language: a word of the trade, and what people say."""

from dataclasses import dataclass

from medoffice.kernel.sources import UNVERIFIED, is_verified


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of the trade: ``says`` stands in its place, ``means`` explains it; one of them may be blank."""

    term: str
    says: str = ""
    means: str = ""
    source: str = UNVERIFIED

    @property
    def verified(self) -> bool:
        """Whether somebody of the office has decided it."""
        return is_verified(self.source)


@dataclass(frozen=True, slots=True)
class GlossedPiece:
    """A stretch of a text; with a gloss it is a word that is explained."""

    text: str
    gloss: Gloss | None = None
