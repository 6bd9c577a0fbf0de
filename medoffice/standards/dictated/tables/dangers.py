"""Words whose loss or change turns what a report says into something else.

Which words these are is of our own making, from field usage, and ``unverified``.
"""

from medoffice.standards.dictated.tables.figures import DIGITS, TEENS, TENS
from medoffice.standards.dictated.tables.lists import words

NEGATIONS = words(
    "no not none never neither nor without cannot nothing nobody nowhere deny denies denied denying negative absent "
    "absence non dont doesnt didnt isnt wasnt cant couldnt wont hasnt havent hadnt"
)
# Words that say their opposite if their beginning is not heard, and read as well without it.
TURNED = words(
    "abnormal abnormally afebrile asymptomatic atypical irregular irregularly unable unlikely "
    "unstable nonadherent nonbilious nonbloody noncompliant nondiabetic nondisplaced nondistended nonexertional "
    "nonfocal nonhealing nonischemic nonlabored nonpalpable nonpitting nonproductive nonpurulent nonradiating "
    "nonreactive nonsmoker nontender nontoxic nonviable"
)
# Behind "non-": one name with it, whose opposite nobody says.
NAMED_NON = words("contributory hodgkin hodgkin's specific steroidal")
SIDES = words(
    "left right bilateral bilaterally unilateral unilaterally ipsilateral contralateral leftward rightward leftwards "
    "rightwards"
)
EYES = words("OD OS OU")  # as letters alone; in small letters they are nothing
# "Left" is no side before these, unless one of the others stands before it ("on the left the lung is clear").
LEFT_BEHIND = words("the against her his their our a without open")
SIDE_AFTER = words("the on his her their our to from of than and or")
# Nor is "right" before these, or behind these.
RIGHT_BEFORE = words("now away dose amount time decision choice thing track person")
RIGHT_BEHIND = words("all quite")
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
# How often: behind a figure of the same clause, or behind "once" and "twice".
OFTEN = words("daily weekly biweekly monthly nightly hourly b.i.d t.i.d q.i.d q.d q.h.s q.o.d")
CLAUSE = 5  # words
TIMES = words("once twice thrice")
EACH = words("a per each every")
SPANS = words("day night morning evening week month hour year")
# A figure as a word, before a part of the body that is told by it.
ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
COUNTED_PARTS = words(
    "toe toes finger fingers digit digits ray rays metatarsal metatarsals metacarpal metacarpals rib ribs nerve "
    "nerves degree trimester"
)
# On FDA's list and mostly no medicine: what is measured, drunk or stands in the body. A name where it is taken.
ALSO_ELSE = words(
    "alcohol calcium cholesterol copper glucose iron magnesium nitrogen oxygen parathyroid phosphorus potassium "
    "sodium thyroid urea water"
)
TAKEN_BEFORE = words(
    "on take takes taking took start starts started starting continue continues continued continuing increase "
    "increased decrease decreased give gave given giving stop stopped hold held of receive received"
)
TAKEN_BEHIND = words(
    "supplement supplements tablet tablets pill pills replacement infusion therapy bicarbonate carbonate chloride "
    "citrate gluconate oxide phosphate sulfate"
)
PARTICLES = words("al bin da de del den der di du el la le ten ter van von")  # of a name, in small letters
