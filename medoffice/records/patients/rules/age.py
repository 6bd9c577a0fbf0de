"""Age as the office says it, and birth dates that cannot be."""

from datetime import date

OLDEST = 125


def years(born: date, on: date) -> int:
    """Whole years of age."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_words(born: date, on: date) -> str:
    """``34 y``, ``14 mo`` under two years, ``9 d`` under a month."""
    old = years(born, on)
    if old >= 2:
        return f"{old} y"
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return f"{months} mo" if months >= 1 else f"{max((on - born).days, 0)} d"


def birth_date_words(born: date, today: date) -> str:
    """Why nobody alive has this birth date; empty if somebody may."""
    if born > today:
        return "This birth date lies in the future."
    old = years(born, today)
    if old > OLDEST:
        return f"The patient would be {old} years old. Check the year."
    return ""
