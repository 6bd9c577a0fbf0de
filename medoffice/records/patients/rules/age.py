"""Age as the office says it."""

from datetime import date


def age_words(born: date, on: date) -> str:
    """``34 y``, ``14 mo`` under two years, ``9 d`` under a month."""
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if years >= 2:
        return f"{years} y"
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return f"{months} mo" if months >= 1 else f"{max((on - born).days, 0)} d"
