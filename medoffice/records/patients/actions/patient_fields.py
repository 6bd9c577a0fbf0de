"""What must be so about a patient's identity; shared by registering and changing."""

from datetime import date

from medoffice.kernel import clock
from medoffice.practice.api import office_zone
from medoffice.records.patients.rules.age import birth_date_words


def wrong_fields(*, family: str, sex: str, birth_date: date) -> dict[str, list[str]]:
    """Words against the minimum the law and claims need: a legal family (or only) name, sex, birth date."""
    wrong: dict[str, list[str]] = {}
    if not family.strip():
        wrong["family"] = ["A legal name is needed; a single name goes here."]
    if sex not in ("F", "M", "U"):
        wrong["sex"] = ["Claims need F, M or U."]
    born = birth_date_words(birth_date, clock.today(office_zone()))
    if born:
        wrong["birth_date"] = [born]
    return wrong
