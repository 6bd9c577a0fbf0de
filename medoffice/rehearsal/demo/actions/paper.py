"""What patients of Riverbend read, fill and sign."""

from pathlib import Path

from medoffice.front_office.forms.api import define_form
from medoffice.security.types import PROGRAM

FOLDER = Path(__file__).resolve().parent.parent / "data"
# name, kind, days until it is due again, whether only where the patient pays alone
FORMS = (("consent", "consent", 365, False), ("about", "questions", 180, False), ("self_pay", "consent", 365, True))


def define_forms() -> None:
    """A consent, a questionnaire and an agreement of who pays alone, due where somebody has not signed them lately."""
    for key, kind, days, alone in FORMS:
        body = (FOLDER / f"{key}.json").read_text(encoding="utf-8")
        define_form(actor=PROGRAM, key=key, kind=kind, body=body, every_days=days, self_pay=alone)
