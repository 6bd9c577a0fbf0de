"""The dated data of releases: papers, terms, fees. No query."""

import tomllib
from functools import cache
from pathlib import Path

from medoffice.records.disclosures.api import purposes
from medoffice.records.releases.rules.papers import fees_in, papers_in, terms_in
from medoffice.records.releases.types import Fee, PaperKind, Term

_DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def papers() -> dict[str, PaperKind]:
    """By what paper a record may be asked for, by key."""
    return papers_in(tomllib.loads((_DATA / "papers.toml").read_text(encoding="utf-8")))


@cache
def terms() -> dict[str, Term]:
    """How long the office has, by what is asked."""
    return terms_in(tomllib.loads((_DATA / "clocks.toml").read_text(encoding="utf-8")))


@cache
def fees() -> tuple[Fee, ...]:
    """What copies cost."""
    return fees_in(tomllib.loads((_DATA / "clocks.toml").read_text(encoding="utf-8")))


def unsaid_why(paper: PaperKind, why: str) -> str:
    """What to say where only what is needed may go by a paper, and nobody said why this much is; else ""."""
    if why.strip() or not purposes()[paper.purpose].least:
        return ""
    return "Say why this much is needed: by this paper only what is needed may go."
