"""What patients of Riverbend read, fill and sign."""

from pathlib import Path

from medoffice.front_office.forms.api import define_form
from medoffice.security.types import PROGRAM

FOLDER = Path(__file__).resolve().parent.parent / "data"
FORMS = (("consent", "consent", 365), ("about", "questions", 180))  # name, kind, days until it is due again


def define_forms() -> None:
    """A consent and a questionnaire, due at every visit of somebody who has not signed them lately."""
    for key, kind, days in FORMS:
        body = (FOLDER / f"{key}.json").read_text(encoding="utf-8")
        define_form(actor=PROGRAM, key=key, kind=kind, body=body, every_days=days)
