"""The tables the program comes with, read once per process."""

import lzma
from functools import cache
from pathlib import Path

from medoffice.standards.hcc.reading import model_of
from medoffice.standards.hcc.types import Model, Year

FILE = Path(__file__).resolve().parent / "data" / "hcc.tsv.xz"
MODEL = "CMS-HCC V28"


@cache
def shipped() -> Model:
    """The model with the years that the program comes with."""
    return model_of(lzma.decompress(FILE.read_bytes()).decode("utf-8").splitlines())


def year_of_visits(service: int) -> Year | None:
    """The payment year that rests on the visits of a calendar year; None if it is not there."""
    return shipped().years.get(service + 1)
