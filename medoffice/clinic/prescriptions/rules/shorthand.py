"""The usual shorthand of a sig, read and written: ``1-2 tabs po q4-6h prn pain x3d #20 rf0``.

What is read is shown in plain words before anybody signs it; what cannot be read is told, never guessed. What is
written uses no abbreviation that is known to be misread (QD, QOD, U).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from medoffice.clinic.prescriptions.rules.english import number
from medoffice.clinic.prescriptions.types.prescribing import Frequency, Route, Sig, Unit, When

_UNITS = {
    Unit.TABLET: "tab tabs tablet tablets tb",
    Unit.CAPSULE: "cap caps capsule capsules",
    Unit.SUPPOSITORY: "supp suppository suppositories",
    Unit.LOZENGE: "lozenge lozenges troche troches",
    Unit.FILM: "film films strip strips",
    Unit.PIECE: "piece pieces",
    Unit.ML: "ml mls cc",
    Unit.TEASPOON: "tsp teaspoon teaspoons",
    Unit.TABLESPOON: "tbsp tablespoon tablespoons",
    Unit.MG: "mg",
    Unit.MCG: "mcg",
    Unit.G: "g gm grams gram",
    Unit.UNITS: "unit units u",
    Unit.MEQ: "meq",
    Unit.DROP: "gtt gtts drop drops",
    Unit.PUFF: "puff puffs inh inhalation inhalations",
    Unit.SPRAY: "spray sprays",
    Unit.PATCH: "patch patches",
    Unit.APPLICATION: "app appl application applications layer",
}
_ROUTES = {
    Route.ORAL: "po|by mouth|orally",
    Route.SUBLINGUAL: "sl|under the tongue|sublingually",
    Route.BUCCAL: "buccal|in the cheek",
    Route.RIGHT_EYE: "od|in the right eye|right eye",
    Route.LEFT_EYE: "os|in the left eye|left eye",
    Route.BOTH_EYES: "ou|in both eyes|both eyes|in each eye|each eye",
    Route.RIGHT_EAR: "ad|in the right ear|right ear",
    Route.LEFT_EAR: "as|in the left ear|left ear",
    Route.BOTH_EARS: "au|in both ears|both ears|in each ear|each ear",
    Route.NOSE: "nasally|in the nose",
    Route.BOTH_NOSTRILS: "en|in each nostril|each nostril",
    Route.INHALED: "inhaled|inh|by inhalation",
    Route.SKIN: "td|on the skin|to the skin|to skin",
    Route.AREA: "top|topically|aa|on the affected area|to the affected area|to affected area|to area",
    Route.UNDER_SKIN: "sc|subq|sq|subcut|subcutaneously|subcutaneous|under the skin",
    Route.MUSCLE: "im|intramuscularly|into the muscle",
    Route.VEIN: "iv|into the vein",
    Route.RECTAL: "pr|in the rectum|rectally",
    Route.VAGINAL: "pv|in the vagina|vaginally",
}
_WHENS = {
    When.MORNING: "qam|every morning|in the morning|am",
    When.NOON: "at noon",
    When.EVENING: "qpm|every evening|in the evening|pm",
    When.BEDTIME: "qhs|hs|at bedtime|nightly|every night|at night",
    When.BEFORE_MEALS: "ac|before meals",
    When.WITH_MEALS: "cc meals|with meals|with food",
    When.AFTER_MEALS: "pc|after meals",
    When.EMPTY: "on an empty stomach|on empty stomach",
}
_OFTEN = (
    ("every other day|every second day|on alternate days|alternate days|qod|q48h", Frequency(1, 48)),
    ("once a week|once weekly|weekly|qwk|q week|every week", Frequency(1, 168)),
    ("twice a week|biw|2x/week", Frequency(2, 168)),
    ("three times a week|tiw|3x/week", Frequency(3, 168)),
    ("twice a day|twice daily|bid|2x/day", Frequency(2, 24)),
    ("three times a day|three times daily|tid|3x/day", Frequency(3, 24)),
    ("four times a day|four times daily|qid|4x/day", Frequency(4, 24)),
    ("five times a day|5x/day", Frequency(5, 24)),
    ("once a day|once daily|daily|every day|qd|qday", Frequency(1, 24)),
    ("every hour|hourly|qh", Frequency(1, 1)),
    ("one time only|once|x1 dose|stat|now|today|on day 1", Frequency(once=True)),  # last: once a week is not once
)
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_FRACTIONS = {"½": "0.5", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75", "half": "0.5"}
_FRACTIONS |= {"¼": "0.25", "¾": "0.75", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_FRACTIONS |= {"i": "1", "ii": "2", "iii": "3"}  # of tablets, as some still write
_NUMBER = r"(?:\d+(?:\.\d+)?|\.\d+|1/2|1/4|3/4|[½¼¾]|half|one|two|three|four|five|six|i{1,3}(?=\s))"
_MIXED = re.compile(
    r"(?<![\w./-])(\d+|one|two|three|four|five|six)(?:(?:\s*-\s*|\s+(?:and\s+)?)(?:a\s+)?(1/2|1/4|3/4|half)\b"
    r"|\s*(?:and\s+)?([½¼¾]))",
    re.IGNORECASE,
)
_DOSE = re.compile(
    rf"(?<![\w.])(?P<low>{_NUMBER})(?:\s*(?:-|to)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>[a-z]+)\b", re.IGNORECASE
)
_EVERY = re.compile(
    r"\b(?:q|every)\s*(\d+)(?:\s*(?:-|to)\s*(\d+))?\s*(h|hours?|hrs?|d|days?|w|wks?|weeks?)\b", re.IGNORECASE
)
_TIMES_IN = re.compile(r"\b(\d+|five|six)(?:x| times)\s*(?:/|per|a)\s*(day|week)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:x|for)\s*(\d+)\s*(d|days?|w|wks?|weeks?|m|months?)\b", re.IGNORECASE)
_QUANTITY = re.compile(r"#\s*(\d+(?:\.\d+)?)")
_REFILLS = re.compile(r"\b(?:rf|refills?|ref)\s*:?\s*(\d+)\b|\b(\d+)\s+refills?\b", re.IGNORECASE)
_NEEDED = re.compile(r"\b(?:prn|as needed)\b(?:\s*(?:for)?\s*(?P<reason>[a-z][^,;.#]*))?", re.IGNORECASE)
_VERB = re.compile(r"^\s*(?:take|inject|inhale|apply|put|spray|insert|instill|use|give)\b", re.IGNORECASE)
_AND = re.compile(r"(?:^|\s)and(?=\s|$)", re.IGNORECASE)
_ONCE = re.compile(r"\bonce\b", re.IGNORECASE)
_LAYER = re.compile(
    rf"(?<![\w.])(?:(?:a |(?P<low>{_NUMBER}) )?(?:(?:-|to) (?P<high>{_NUMBER}) )?thin (?:layers?|film)\b|sparingly\b)",
    re.IGNORECASE,
)
# Where another dose begins that is taken at other times: a taper, a first dose, another one in the evening.
_KNOWN = "|".join(sorted(_UNIT_OF, key=len, reverse=True))
_ANOTHER = rf"{_NUMBER}(?:\s*(?:-|to)\s*{_NUMBER})?\s*(?:{_KNOWN})\b"
_STEP = re.compile(rf"\s*[,;.]?\s+(?:(?:and\s+)?then\b|and\s+(?={_ANOTHER}))|\s*[,;.]\s+(?={_ANOTHER})", re.IGNORECASE)
_STEPS = re.compile(rf"^(?:and\s+)?(?:then\b.*{_NUMBER}|{_ANOTHER})", re.IGNORECASE)
_MOST_A_DAY = re.compile(
    rf"[,;.]?\s*\b(?:max(?:imum)?(?: of)?|no more than|(?:do )?not(?: to)? exceed)\s+(?P<most>{_NUMBER})"
    rf"\s*(?P<unit>{_KNOWN})\s*(?:/|per|a|in|in a)\s*(?:day|d|24\s*(?:h|hrs?|hours))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:days?)?\b", re.IGNORECASE)
_BY_THE_DAY = (When.MORNING, When.NOON, When.EVENING, When.BEDTIME)
_NO_EAR = r"(?!\s+(?:needed|directed|prescribed))"  # "as" is the left ear, but not in these words
_WORDS = {"five": "5", "six": "6"}
_HOURS = {"h": 1, "d": 24, "w": 168}
_DAYS = {"d": 1, "w": 7, "m": 30}
MOST = 400  # letters that are read


@dataclass(frozen=True, slots=True)
class Read:
    """What shorthand says. ``sig`` is None where something that every sig needs is missing; ``lacks`` says what.

    ``left`` is what nobody understood; it goes with the sig as its own words. ``quantity`` and ``refills`` where told.
    """

    sig: Sig | None
    lacks: tuple[str, ...] = ()
    left: str = ""
    quantity: Decimal | None = None
    refills: int | None = None


@dataclass(slots=True)
class _Text:
    """What is still to be read."""

    rest: str
    taken: list[str] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, taken out."""
        found = pattern.search(self.rest)
        if found:
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}"
        return found


def read(typed: str, unit: Unit | None = None, route: Route | None = None) -> Read:
    """Shorthand as somebody types it; ``unit`` and ``route`` are the medicine's own, where the text says none."""
    text = _Text(_MIXED.sub(_one_number, " ".join(typed[:MOST].replace("\u2013", "-").split())))
    quantity, refills = text.take(_QUANTITY), text.take(_REFILLS)
    step = _STEP.search(text.rest)
    text.rest, steps = (text.rest[: step.start()], text.rest[step.start() :]) if step else (text.rest, "")
    most = text.take(_MOST_A_DAY)
    days = _days_in(text)
    verb = text.take(_VERB)
    layer = text.take(_LAYER)
    said = _place(text) or (Route.INHALED if verb and verb[0].strip().lower() == "inhale" else None)
    often, when, also = _often(text)
    needed = text.take(_NEEDED)
    reason = " ".join((needed["reason"] or "").split()) if needed else ""
    low, high, told = (*_range(layer["low"] or "1", layer["high"]), Unit.APPLICATION) if layer else _dose(text, unit)
    where = said or route
    lacks = [
        words
        for words, there in (
            ("how much", low is not None and told is not None),
            ("where it goes", where is not None),
            ("how often", often is not None),
        )
        if not there
    ]
    words = [also, text.rest, most[0] if most else "", steps]
    left = ". ".join(filter(None, (" ".join(one.strip(" ,.;").split()) for one in words)))
    made = None
    if low is not None and told is not None and where is not None and often is not None:
        made = Sig(low, told, where, often, high, when, needed is not None, reason, days, left)
    return Read(
        made,
        tuple(lacks),
        left,
        Decimal(quantity[1]) if quantity else None,
        int(refills[1] or refills[2]) if refills else None,
    )


def shorthand(sig: Sig) -> str:
    """The sig as it is typed; read again it is the same."""
    most = f"{number(sig.amount)}-{number(sig.amount_to)}" if sig.amount_to else number(sig.amount)
    parts = [f"{most} {sig.unit.value}", sig.route.value, _often_written(sig.frequency)]
    if sig.when:
        parts.append(sig.when.value)
    if sig.days:
        parts.append(f"for {sig.days} days")
    if sig.as_needed:
        parts.append(f"as needed for {sig.reason}" if sig.reason else "as needed")
    return " ".join(parts) + (f". {sig.more}" if sig.more else "")


def has_steps(sig: Sig) -> bool:
    """Whether its words go on with another dose, so that the first says nothing of how much there is in all."""
    return any(_STEPS.match(one.strip()) for one in re.split(r"[.,;]\s+", sig.more))


def most_a_day(sig: Sig) -> Decimal | None:
    """The most of it in a day, in its own unit, where its words say that."""
    found = _MOST_A_DAY.search(sig.more)
    if found is None or _UNIT_OF[found["unit"].lower()] is not sig.unit:
        return None
    return _range(found["most"], None)[0]


def _one_number(found: re.Match[str]) -> str:
    """``1 1/2`` as ``1.5``."""
    whole, part = found[1].lower(), (found[2] or found[3]).lower()
    return number(Decimal(_FRACTIONS.get(whole, whole)) + Decimal(_FRACTIONS[part])) + (" " if found[3] else "")


def _often_written(often: Frequency) -> str:
    if often.once:
        return "one time only"
    if often.hours_to:
        return f"every {often.hours}-{often.hours_to} hours"
    if often.hours in (24, 168) and often.times > 1:
        return f"{often.times}x/{'day' if often.hours == 24 else 'week'}"
    return "daily" if often.hours == 24 else f"every {often.hours} hours"


def _days_in(text: _Text) -> int:
    found = text.take(_FOR)
    return int(found[1]) * _DAYS[found[2][0].lower()] if found else 0


def _place(text: _Text) -> Route | None:
    return next((route for route, pattern in _ROUTE_PATTERNS if text.take(pattern)), None)


def _often(text: _Text) -> tuple[Frequency | None, When | None, str]:
    """How often, and when; what it says of other times of the day besides, in words."""
    whens = _whens(text)
    also = " ".join(f"and {one.value}" for one in whens[1:])
    often = _frequency(text) or _by_the_day(whens) or _by_the_week(text)
    return often, whens[0] if whens else None, also


def _whens(text: _Text) -> list[When]:
    """The times of the day, in the order in which they are said."""
    found = [(match.start(), one, pattern) for one, pattern in _WHEN_PATTERNS if (match := pattern.search(text.rest))]
    for _, _, pattern in found:
        text.take(pattern)
    if len(found) > 1:
        text.take(_AND)
    return [one for _, one, _ in sorted(found, key=lambda each: each[0])]


def _by_the_day(whens: Sequence[When]) -> Frequency | None:
    """Once at each time of the day that is said; how many meals somebody has, nobody said."""
    return Frequency(len(whens)) if whens and all(one in _BY_THE_DAY for one in whens) else None


def _by_the_week(text: _Text) -> Frequency | None:
    """On each day of the week that is said; which, stays in its words."""
    days = {found[1].lower() for found in _WEEKDAY.finditer(text.rest)}
    return Frequency(len(days), 168) if days else None


def _frequency(text: _Text) -> Frequency | None:
    every = text.take(_EVERY)
    if every:
        text.take(_ONCE)
        hours = _HOURS[every[3][0].lower()]
        low, high = int(every[1]) * hours, int(every[2] or 0) * hours
        return Frequency(1, low, high if high > low else 0) if low else None
    times = text.take(_TIMES_IN)
    many = int(_WORDS.get(times[1].lower(), times[1])) if times else 0
    if times and many:
        return Frequency(many, 24 if times[2].lower() == "day" else 168)
    return next((often for pattern, often in _OFTEN_PATTERNS if text.take(pattern)), None)


def _dose(text: _Text, usual: Unit | None) -> tuple[Decimal | None, Decimal, Unit | None]:
    """How much: a number with a unit that is known; a number alone is of the usual unit."""
    for found in _DOSE.finditer(text.rest):
        unit = _UNIT_OF.get(found["unit"].lower())
        if unit:
            text.rest = f"{text.rest[: found.start()]} {text.rest[found.end() :]}"
            return *_range(found["low"], found["high"]), unit
    alone = text.take(_ALONE) if usual else None
    return (*_range(alone["low"], alone["high"]), usual) if alone else (None, Decimal(0), usual)


def _range(low: str, high: str | None) -> tuple[Decimal | None, Decimal]:
    first = Decimal(_FRACTIONS.get(low.lower(), low))
    last = Decimal(_FRACTIONS.get(high.lower(), high)) if high else Decimal(0)
    return (first or None), (last if last > first else Decimal(0))


def _any(words: str) -> re.Pattern[str]:
    """Any of these words, the longest first."""
    choices = sorted(words.split("|"), key=len, reverse=True)
    told = "|".join(re.escape(one) + (_NO_EAR if one == "as" else "") for one in choices)
    return re.compile(rf"(?<![\w/])(?:{told})(?![\w/])", re.IGNORECASE)


_ALONE = re.compile(rf"(?<![\w.])(?P<low>{_NUMBER})(?:\s*(?:-|to)\s*(?P<high>{_NUMBER}))?(?![\w.])", re.IGNORECASE)
_ROUTE_PATTERNS = tuple((route, _any(words)) for route, words in _ROUTES.items())
_WHEN_PATTERNS = tuple((when, _any(words)) for when, words in _WHENS.items())
_OFTEN_PATTERNS = tuple((_any(words), often) for words, often in _OFTEN)
