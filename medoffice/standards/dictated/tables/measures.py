"""Units as they are spoken, what counts without a unit, and the labels whose numbers are figures."""

from medoffice.standards.dictated.tables.lists import words

# (spoken words) -> (sign, kind). Kinds: drug (no trailing zero), metric, percent, degree, time, counted.
_SPOKEN: dict[str, tuple[str, str]] = {
    "milligram milligrams mg mgs": ("mg", "drug"),
    "microgram micrograms mcg mcgs": ("mcg", "drug"),
    "gram grams g gm gms": ("g", "drug"),
    "milliliter milliliters millilitre millilitres ml mls": ("mL", "drug"),
    "unit": ("unit", "drug"),
    "units": ("units", "drug"),
    "milliequivalent milliequivalents meq": ("mEq", "drug"),
    "kilogram kilograms kg kgs": ("kg", "metric"),
    "nanogram nanograms ng": ("ng", "metric"),
    "picogram picograms pg": ("pg", "metric"),
    "liter liters litre litres": ("L", "metric"),
    "deciliter deciliters": ("dL", "metric"),
    "centimeter centimeters centimetre centimetres cm cms": ("cm", "metric"),
    "millimeter millimeters millimetre millimetres mm": ("mm", "metric"),
    "meter meters metre metres": ("m", "metric"),
    "millimole millimoles mmol": ("mmol", "metric"),
    "kilometer kilometers km": ("km", "metric"),
    "milliamp milliamps ma": ("mA", "metric"),
    "millisecond milliseconds msec": ("msec", "metric"),
    "microliter microliters": ("mcL", "metric"),
    "micromole micromoles": ("mcmol", "metric"),
    "kilohertz khz": ("kHz", "metric"),
    "hertz": ("Hz", "metric"),
    "megahertz": ("MHz", "metric"),
    "decibel decibels db": ("dB", "metric"),
    "kilopascal kilopascals kpa": ("kPa", "metric"),
    "kilounit kilounits": ("kU", "metric"),
    "milliunit": ("milliunit", "drug"),
    "millivolt millivolts mv": ("mV", "metric"),
    "milliunits": ("milliunits", "drug"),
    "centigray": ("cGy", "metric"),
    "nanomole nanomoles": ("nmol", "metric"),
    "picomole picomoles": ("pmol", "metric"),
    "milligray": ("mGy", "metric"),
    "millicurie millicuries": ("mCi", "metric"),
    "percent": ("%", "percent"),
}
UNITS: dict[tuple[str, ...], tuple[str, str]] = {
    **{(word,): unit for words, unit in _SPOKEN.items() for word in words.split()},
    ("millimeters", "of", "mercury"): ("mmHg", "metric"),
    ("mm", "of", "mercury"): ("mmHg", "metric"),
    ("mm", "hg"): ("mmHg", "metric"),
    ("mmhg",): ("mmHg", "metric"),
    ("per", "cent"): ("%", "percent"),
    ("degrees", "fahrenheit"): ("°F", "degree"),
    ("degree", "fahrenheit"): ("°F", "degree"),
    ("degrees", "f"): ("°F", "degree"),
    ("degrees", "celsius"): ("°C", "degree"),
    ("degree", "celsius"): ("°C", "degree"),
    ("degrees", "centigrade"): ("°C", "degree"),
    ("degrees", "c"): ("°C", "degree"),
    ("m", "e", "q"): ("mEq", "drug"),
    ("m", "c", "g"): ("mcg", "drug"),
    ("m", "g"): ("mg", "drug"),
    ("m", "l"): ("mL", "drug"),
    ("international", "units"): ("international units", "drug"),
    ("milli", "international", "units"): ("mIU", "metric"),
    ("milliinternational", "units"): ("mIU", "metric"),
    ("cubic", "centimeters"): ("cm³", "metric"),
    ("square", "centimeters"): ("cm²", "metric"),
    ("square", "centimeter"): ("cm²", "metric"),
    ("cubic", "millimeters"): ("mm³", "metric"),
    ("square", "meters"): ("m²", "metric"),
}
# After "per", behind a metric unit.
PER: dict[str, str] = {
    "deciliter": "dL",
    "liter": "L",
    "milliliter": "mL",
    "kilogram": "kg",
    "kg": "kg",
    "ml": "mL",
    "dl": "dL",
    "minute": "min",
    "hour": "hour",
    "day": "day",
    "dose": "dose",
    "week": "week",
    "gram": "g",
    "mg": "mg",
    "second": "sec",
    "microliter": "mcL",
    "millimole": "mmol",
    "m2": "m²",
}
# The same, of two words.
PER_TWO: dict[tuple[str, str], str] = {
    ("meter", "squared"): "m²",
    ("square", "meter"): "m²",
    ("cubic", "millimeter"): "mm³",
}
# Nouns that make a number before them a figure, as spoken.
COUNTED = words(
    "second seconds minute minutes hour hours day days week weeks month months year years pound pounds "
    "ounce ounces foot feet inch inches tablet tablets tab tabs capsule capsules puff puffs drop drops "
    "teaspoon teaspoons tablespoon tablespoons spray sprays patch patches vial vials ampule suppository "
    "suppositories refill refills pack packs degree degrees fr french gauge beats breaths weeks' pill "
    "pills calorie tesla volt volts ohm ohms micron microns watt watts kilo kilos atmosphere "
    "atmospheres cc cigarettes vessels o'clock dose doses joules point points lb lbs kcal calories"
)
# "one point", "one second": too ordinary to be a figure.
NOT_ALONE = frozenset({"second", "point", "foot", "points", "doses", "dose"})
# What stands before a number that is a figure ("pulse seventy two").
LABELS = words(
    "pulse rate respirations temperature temp weight height bmi saturation sat sats spo2 pressure bp sodium "
    "potassium chloride bicarbonate bicarb co2 bun creatinine glucose sugar calcium magnesium phosphorus hemoglobin "
    "hematocrit wbc platelets platelet inr pt ptt tsh t4 t3 a1c ldl hdl cholesterol triglycerides ast alt troponin "
    "bnp lactate psa esr crp ferritin bilirubin albumin lipase amylase ph pco2 po2 gap fraction acuity score scale "
    "apgars apgar count phosphatase age aged day step level grade room para gravida gfr egfr protein mcv rbc ck "
    "dose doses sizes size station gestation units setting peep fio2 factor phase type week cycle gy gcs nihss "
    "dimer iron gleason gravity osmolality days deauville bosniak rutherford fitzpatrick tanner wagner goutallier "
    "schatzker neer outerbridge westley karnofsky cells neutrophils lymphocytes eosinophils blasts bath length "
    "hiatus scores mic status rads index interval volume velocity axis segment titer trough anc ecog cea afp hcg "
    "moca mmse phq-9 gad-7 phq-2 ki-67 pi-rads bi-rads ti-rads li-rads lung-rads qrs qtc pr pvr ahi epworth "
    "mallampati fev1 flow"
)
# What may stand between a label and its number.
FILLERS = words(
    "of is was are were at about approximately a an around today now remains remained and than less "
    "greater up down to from coma currently again only total still number"
)
# A ratio of two numbers is one figure after these.
OUT_OF = words(
    "moca mmse slums phq-9 gad-7 epworth mini bishop pain scale strength motor severity score scores reflexes "
    "pulses apgar apgars power grade gcs"
)
# Units that stay singular before a noun ("three day history", "fourteen French catheter").
SINGULAR = words(
    "calorie degree volt micron watt day week month year hour minute inch foot pound mile gauge french point pack"
)
# What stands behind a unit and is not the noun it measures.
NO_NOUNS = words(
    "and or of in to for with at on from by per ago later old is was are were be been has have had the a an before "
    "after then until but than when while who that which every times prior apart each tall long wide deep high thick "
    "over under about around not no as if she he they we it there this will would can could may should period "
    "comma tenderness maximum now since during without x he's she's"
)
STREETS = words("street avenue boulevard road lane parkway highway terrace")
NO_STREETS = words("some any busy city same side every another his her their one each quiet wet icy")
WAYS = words("drive court circle way place trail square")
# Of numbers near one of these "one to eighty" is a ratio.
RATIOS = words("rpr vdrl factor sensitivity ana titer titers dilution dilutions diluted ratio epinephrine epi")
# One of these before two numbers makes "to" a change and no range ("increase it fifty to one hundred").
CHANGES = words(
    "increase increased increases improved rose rise dropped drop fell decrease decreased reduce reduced "
    "reduction advance advanced titrate titrated uptitrate taper tapered adjust adjusted went changed change "
    "switched"
)
# Behind a lone "1" with a unit in the singular one of these makes it an adjective ("1-hour glucose").
AFTER_ONE = words(
    "history glucose value values level levels tolerance follow followup interval period course supply stay "
    "duration window visit test holiday trial delay appointment checkup recheck postoperative"
)
# Between a number and the unit it counts ("three more days").
BETWEEN = words("more additional consecutive full further straight extra")
# Degrees that are first to fourth: burns, tears, blocks, relatives.
DEGREES = words("first second third fourth")
# "Times" behind one of these is a word.
NOT_BEFORE_TIMES = words(
    "at several many few some all most other these those both first last the recent of in previous multiple numerous "
    "half and more how three two four five hard difficult good bad different various a for"
)
# "The one and five days later" is no figure.
THE_ONE = words("the this that which any each every another first last left right other no only")
