"""What the office wants to know of a patient before they come: how to meet them, and whether it is their birthday."""

from datetime import date

from medoffice.records.patients.types.people import LANGUAGES, Patient


def worth_knowing(who: Patient, on: date) -> tuple[str, ...]:
    """In words, most pressing first; nothing for most."""
    born = who.birth_date
    told = [
        who.alert,
        f"fears {who.fears}" if who.fears else "",
        f"helped by {who.helps}" if who.helps else "",
        f"speaks {LANGUAGES.get(who.language, who.language)}" if who.language != "en" else "",
        f"{on.year - born.year} today" if (born.month, born.day) == (on.month, on.day) else "",
    ]
    return tuple(one for one in told if one)
