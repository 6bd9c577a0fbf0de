"""Spoken commands (reference: Dragon-style names) and the neighbours that make the same words ordinary words."""

from medoffice.standards.dictated.tables.lists import words

# The words of a command -> the sign, and whether it clings to what stands before and after it.
SIGNS: dict[tuple[str, ...], tuple[str, bool, bool]] = {
    ("period",): (".", True, False),
    ("full", "stop"): (".", True, False),
    ("comma",): (",", True, False),
    ("colon",): (":", True, False),
    ("semicolon",): (";", True, False),
    ("semi", "colon"): (";", True, False),
    ("question", "mark"): ("?", True, False),
    ("exclamation", "point"): ("!", True, False),
    ("exclamation", "mark"): ("!", True, False),
    ("hyphen",): ("-", True, True),
    ("dash",): ("-", True, True),
    ("slash",): ("/", True, True),
    ("forward", "slash"): ("/", True, True),
    ("open", "paren"): ("(", False, True),
    ("open", "parenthesis"): ("(", False, True),
    ("open", "parentheses"): ("(", False, True),
    ("left", "paren"): ("(", False, True),
    ("close", "paren"): (")", True, False),
    ("close", "parenthesis"): (")", True, False),
    ("close", "parentheses"): (")", True, False),
    ("right", "paren"): (")", True, False),
    ("open", "quote"): ("“", False, True),
    ("open", "quotes"): ("“", False, True),
    ("close", "quote"): ("”", True, False),
    ("close", "quotes"): ("”", True, False),
    ("end", "quote"): ("”", True, False),
    ("unquote",): ("”", True, False),
}
BREAKS: dict[tuple[str, ...], str] = {
    ("new", "line"): "\n",
    ("next", "line"): "\n",
    ("new", "paragraph"): "\n\n",
    ("next", "paragraph"): "\n\n",
}
_ARTICLES = frozenset({"a", "an", "the", "another"})
# Words before, or after, that make a command's word an ordinary word.
BEFORE: dict[str, frozenset[str]] = {
    "period": _ARTICLES
    | words("menstrual certification enrollment incubation refractory washout his their my each every"),
    "colon": _ARTICLES
    | words(
        "sigmoid transverse ascending descending distal proximal right left spastic entire redundant his her "
        "their of remaining whole inflamed perforated dilated irritable toxic hepatic splenic residual in"
    ),
    "comma": _ARTICLES,
    "semicolon": _ARTICLES,
    "dash": _ARTICLES | words("meter yard mile"),
    "slash": _ARTICLES | frozenset({"to"}),
    "hyphen": _ARTICLES,
    "full": _ARTICLES,
    "question": _ARTICLES,
    "new": _ARTICLES | frozenset({"no"}),
    "next": _ARTICLES,
}
AFTER: dict[str, frozenset[str]] = {
    "period": words("cramps cramp lasted lasts began started starts ended is was were has had came stopped"),
    "colon": words(
        "cancer cancers polyp polyps resection carcinoma screening adenoma adenomas surgery mass wall mucosa "
        "interposition conduit prep preparation is was biopsy biopsies tumor cleanse lesion perforation "
        "adenocarcinoma obstruction"
    ),
    "comma": frozenset({"bacillus", "bacilli", "shaped"}),
    "dash": frozenset({"of", "board"}),
    "slash": frozenset({"wound", "wounds", "injury"}),
    "new": frozenset({"of", "treatment", "placement", "therapy"}),
    "next": frozenset({"of", "treatment", "therapy"}),
}
# These make "period" a word where an article stands before them ("a brief observation period").
ADJECTIVES = words(
    "time postpartum postoperative perioperative preoperative recovery waiting long short brief "
    "observation trial healing grace latent latency global last missed late heavy light painful irregular "
    "regular neonatal perinatal rest prolonged extended growth window treatment monitoring study same "
    "entire whole"
)
DETERMINERS = words("a an the her his their each any this that another")
# "of" after these makes them words, unless it begins "of note" or "of course".
OF_MAKES_A_WORD = frozenset({"period"})
DEMONSTRATIVES = frozenset({"this", "that", "which"})
PREPOSITIONS = words("in during over for at after before of within through throughout by until since")

# "Her first period".
OF_A_WOMAN = words("first last next second previous")
SCRATCH = (("scratch", "that"), ("strike", "that"), ("delete", "that"))
END = (("end", "of", "dictation"), ("end", "dictation"))
GO_TO = (
    *(("go", "back", "to", "section"), ("go", "to", "section"), ("go", "back", "to", "the"), ("go", "to", "the")),
    *(("go", "back", "to"), ("go", "to")),
)
NEXT_SECTION = (("next", "section"), ("new", "section"))
BLANKS = (("insert", "blank"), ("insert", "a", "blank"), ("leave", "a", "blank"), ("leave", "blank"))
SPELL = (("spell", "that"), ("spelled",))
NOTES = (
    *(("transcriptionist", "please"), ("transcriptionist", "note"), ("typist", "please")),
    *((first, "to", "transcriptionist") for first in ("note", "notes")),
    *((first, "to", "the", "transcriptionist") for first in ("note", "notes")),
)
END_OF_NOTE = (("end", "of", "note"), ("end", "note"))
HESITATIONS = words("um umm uh uhh uhm erm")
# Said twice they are said by mistake; "that that", "had had", "told her her results" need not be.
DOUBLED = words("the an of to and she he we they with for from")
# "Cap" is a thing behind the first, and before the second ("cap refill").
NOT_CAPITAL_AFTER = words("a the his her ice cradle knee dental gold bottle needle cervical skull end")
NOT_CAPITAL = words("refill is was were are of on off and or for with in to at has had have that placed placement")
# "No space" is a lack of it before the first, and behind the second.
NO_SPACE_BEFORE = words(
    "occupying for between left in on is was are to at around above below and or available narrowing remains was "
    "seen noted"
)
NO_SPACE_AFTER = words("is are was were be been being with has have had the a an of and or but shows showed there")
# Commands of other programs: nothing here executes them, so their words stay and a person looks.
UNKNOWN = (
    *(("undo", "that"), ("select", "that"), ("bold", "that"), ("underline", "that")),
    *(("select", "all"), ("press", "enter"), ("next", "field"), ("previous", "field"), ("go", "to", "sleep")),
    *(("stop", "listening"), ("caps", "on"), ("caps", "off"), ("insert", "template"), ("correct", "that")),
)
# What "number one" is not a list after: "medical record number one", "his number one concern".
NOT_A_LIST_BEFORE = words(
    "his her the my their our a an its record account phone telephone fax room lot serial policy member "
    "chart model case claim group accession identification id social security insurance reference order "
    "prescription encounter bed tooth digit cell license any what which this that in at of by large small with using"
)
NOT_A_LIST_AFTER = words("concern complaint priority problem issue reason cause one choice goal fear")
NOT_A_CORRECTION_BEFORE = words(
    "surgical vision visual deformity refractive after before with without for by the a of and or "
    "hyponatremia sodium color scoliosis electrolyte fluid insulin dose partial full further"
)
# Before "make that" these doubt what was said.
DOUBTS = words("no sorry actually rather wait oops")
NOT_MADE_BEFORE = words("to would will can could should did not may might must does do")
NOT_A_CORRECTION_AFTER = words("of factor scale dose insulin surgery was is for with and")
