"""The nouns of a simulated day."""

from dataclasses import dataclass

from medoffice.revenue.books.types import Proof


@dataclass(frozen=True, slots=True)
class DayReport:
    """What a day came to: the counts, one patient's story in words, and the proofs."""

    seed: int
    date: str
    settled_on: str
    counts: dict[str, int]
    story: tuple[str, ...]
    unsigned: tuple[str, ...]
    proofs: tuple[Proof, ...]

    @property
    def ok(self) -> bool:
        """Whether every proof holds."""
        return all(proof.ok for proof in self.proofs)
