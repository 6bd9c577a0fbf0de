"""Number words."""

from medoffice.standards.dictated.tables.lists import listed, words

DIGITS = {word: at for at, word in enumerate(listed("zero one two three four five six seven eight nine"))}
TEENS = {
    word: at
    for at, word in enumerate(
        listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"), 10
    )
}
TENS = {word: at * 10 for at, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
TENS["fourty"] = 40
NOUGHT = frozenset({"zero", "oh", "o"})
SCALES = {"thousand": 1000, "million": 1_000_000}
SMALL_ORDINALS = {
    word: at for at, word in enumerate(listed("first second third fourth fifth sixth seventh eighth ninth"), 1)
}
LARGE_ORDINALS = {
    **{
        word: at
        for at, word in enumerate(
            listed(
                "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            ),
            10,
        )
    },
    "twentieth": 20,
    "thirtieth": 30,
}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourths": 4,
    "fourth": 4,
    "fifth": 5,
    "fifths": 5,
    "eighth": 8,
    "eighths": 8,
    "tenths": 10,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
}
# A point after one of these is a word ("at this point five days ago").
NOT_A_POINT_AFTER = words("this that some which the one trigger pressure end starting focal mcburney's boiling")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    "december",
)
# Months that are words too: they need an ordinal, or a year.
DOUBTFUL_MONTHS = frozenset({"may", "march", "august"})
ROMAN = ("", *listed("I II III IV V VI VII VIII IX X XI XII XIII XIV XV"))
# Words before a month that make it one ("in march", "since may").
BEFORE_MONTHS = words("in since last until early late mid of")
# "In her fifties", "the nineteen eighties", "the low one forties".
DECADES = {
    word: at * 10
    for at, word in enumerate(listed("twenties thirties forties fifties sixties seventies eighties nineties"), 2)
}
BEFORE_DECADES = words("the low mid high upper lower")
# A run of digits after one of these is one number.
NAMED_NUMBERS = words(
    "number record account zip code mrn phone telephone fax extension id identification policy member "
    "group lot serial room accession claim license para"
)
# Sound alike when spoken: a person listens when both are said.
SOUND_ALIKE = {teen: (teen - 10) * 10 for teen in range(13, 20)}


def ending(number: int) -> str:
    """What stands behind the figures of an ordinal."""
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
