"""Words whose loss or change turns what a report says into something else.

Which words these are is of our own making, from field usage, and ``unverified``.
"""

from medoffice.standards.dictated.tables.figures import DIGITS, TEENS, TENS
from medoffice.standards.dictated.tables.lists import words

NEGATIONS = words(
    "no not none never neither nor without cannot nothing nobody deny denies denied denying negative absent absence non"
)
SIDES = words(
    "left right bilateral bilaterally unilateral unilaterally ipsilateral contralateral leftward rightward leftwards "
    "rightwards"
)
EYES = words("OD OS OU")  # as letters alone; in small letters they are nothing
# "one" by itself is mostly no figure ("one wonders"); before a unit it is.
NUMBER_WORDS = frozenset({*DIGITS, *TEENS, *TENS, "hundred", "thousand", "million"}) - {"one"}
PERHAPS = frozenset({"one", "half"})
LINKS = words("x by to through over point oh and or")
# What a medicine is given in; a figure before it is a dose.
GIVEN = words(
    "tablet tablets tab tabs capsule capsules puff puffs drop drops teaspoon teaspoons tablespoon tablespoons spray "
    "sprays patch patches vial vials ampule ampules suppository suppositories pill pills cc dose doses"
)
ROMAN_BEHIND = words("stage class type grade mallampati nerve nerves factor category phase")
