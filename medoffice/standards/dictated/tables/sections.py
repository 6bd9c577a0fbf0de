"""The sections of reports, as they are spoken, and their headings (reference on transcription, section 4)."""

from medoffice.standards.dictated.tables.lists import words

_NAMES = (
    "chief complaint;history of present illness;past medical history;past surgical history;medications;"
    "current medications;allergies;family history;social history;review of systems;physical examination;"
    "physical exam;vital signs;laboratory data;labs;laboratory;imaging;assessment;plan;assessment and plan;"
    "impression;subjective;objective;recommendations;reason for consultation;requesting physician;"
    "preoperative diagnosis;postoperative diagnosis;procedure;procedure performed;procedures performed;surgeon;"
    "assistant;anesthesia;findings;technique;description of procedure;specimens;estimated blood loss;complications;"
    "condition;disposition;indications;indications for procedure;hospital course;discharge diagnosis;"
    "discharge diagnoses;admission diagnosis;discharge medications;discharge instructions;follow up;followup;"
    "diagnosis;diagnoses;addendum;history;reason for visit;immunizations;problem list;comparison;conclusion;"
    "history of the present illness;history of presenting illness;interval history;interim history;"
    "surgical history;gynecologic history;obstetric history;birth history;developmental history;"
    "past psychiatric history;home medications;medications on admission;medications on discharge;drug allergies;"
    "medication allergies;admitting diagnosis;admission diagnoses;final diagnosis;preoperative diagnoses;"
    "postoperative diagnoses;operation performed;operative procedure;name of procedure;procedure in detail;"
    "details of procedure;description of operation;operative findings;indication;indication for procedure;"
    "indications for surgery;indications for operation;anesthesiologist;drains;implants;specimen;tourniquet time;"
    "fluids;urine output;condition on discharge;discharge condition;discharge disposition;discharge plan;"
    "code status;diet;activity;prognosis;date of admission;date of discharge;date of service;date of procedure;"
    "reason for admission;reason for referral;referring physician;primary care physician;attending physician;"
    "consultations;laboratory studies;laboratory findings;laboratory results;diagnostic studies;radiology;"
    "electrocardiogram;pathology;mental status examination;neurologic examination;clinical history;"
    "clinical indication;examination;contrast;treatment plan;summary;recommendation;admission date;discharge date;"
    "condition at discharge;operation;past obstetric history;past gynecologic history;past ocular history;"
    "oncologic history;psychiatric history;substance use history;sexual history;travel history;medical history;"
    "diagnostic data;radiographic findings;gross description;microscopic description;specimens removed;"
    "medical decision making;emergency department course"
)
HEADINGS: dict[tuple[str, ...], str] = {tuple(name.split()): name.upper() for name in _NAMES.split(";")}
HEADINGS[("follow", "up")] = "FOLLOWUP"
LONGEST = max(map(len, HEADINGS))
ASSESSMENTS = frozenset(
    {"ASSESSMENT", "ASSESSMENT AND PLAN", "IMPRESSION", "DIAGNOSIS", "DIAGNOSES", "DISCHARGE DIAGNOSIS"}
    | {"DISCHARGE DIAGNOSES", "PREOPERATIVE DIAGNOSIS", "POSTOPERATIVE DIAGNOSIS", "ADMISSION DIAGNOSIS"}
)
ALLERGIES = frozenset({"ALLERGIES", "DRUG ALLERGIES", "MEDICATION ALLERGIES"})
# Names of sections that need no colon where a sentence begins with them and goes on as no sentence does.
_ANNOUNCED = (
    "chief complaint;history of present illness;history of the present illness;history of presenting illness;"
    "interval history;past medical history;past surgical history;past psychiatric history;family history;"
    "social history;review of systems;physical examination;physical exam;mental status examination;vital signs;"
    "laboratory data;assessment and plan;reason for consultation;reason for visit;reason for admission;"
    "reason for referral;preoperative diagnosis;preoperative diagnoses;postoperative diagnosis;"
    "postoperative diagnoses;procedure performed;procedures performed;operation performed;description of procedure;"
    "procedure in detail;estimated blood loss;indications for procedure;indications for surgery;"
    "indications for operation;hospital course;admission diagnosis;admitting diagnosis;discharge diagnosis;"
    "discharge diagnoses;discharge medications;discharge instructions;current medications;home medications;"
    "date of admission;date of discharge;date of service;date of procedure;admission date;discharge date;"
    "condition at discharge;condition on discharge;discharge condition;discharge disposition;tourniquet time;"
    "final diagnosis;operative findings;operative procedure;past obstetric history;past gynecologic history;"
    "past ocular history;oncologic history;medications on admission;medications on discharge;indication for procedure;"
    "emergency department course;medical decision making;name of procedure"
)
ANNOUNCED = frozenset(tuple(name.split()) for name in _ANNOUNCED.split(";"))
# Names of one word that are a section where they are a whole sentence ("Assessment. Gout.").
SENTENCES = frozenset(
    (word,) for word in words("assessment plan medications allergies impression subjective objective")
)
# Names of one word that are a section by what stands behind them ("plan increase it").
SINGLE = frozenset(
    (word,)
    for word in words(
        "plan allergies procedure anesthesia complications specimens specimen drains recommendation recommendations "
        "impression indication indications findings medications technique comparison disposition "
        "subjective objective assessment immunizations history"
    )
)
# Of these a noun may be a part: "specimen radiograph showed" is a sentence, "procedure colonoscopy period" is none.
COMPOUND = frozenset(
    words(
        "specimen specimens procedure anesthesia drains technique comparison indication medications immunizations "
        "history"
    )
)
# What is told of the patient may begin with who; the others never do.
TOLD = frozenset({"subjective", "objective", "assessment", "impression", "history"})
WHO = words("they he she it i we")
VERBS = words("is was are were showed shows had has will did revealed demonstrated")
# Names of sections that hold a person: they are one where a title follows.
OF_PERSONS = frozenset(
    {
        ("requesting", "physician"),
        ("referring", "physician"),
        ("primary", "care", "physician"),
        ("attending", "physician"),
        ("surgeon",),
        ("assistant",),
        ("anesthesiologist",),
    }
)
# Behind a name of one word these make it a part of the sentence too.
NOT_SINGLE_BEFORE = words(
    "a b c note time team service care consult consultation level consistent compatible suggest show reveal "
    "indicate demonstrate confirm support represent favor correspond suggestive concerning itself went may "
    "occurred were there this these those if when because so then than versus vs like films film view views "
    "study studies plan planning room suite"
)
# Said in the run of a story these are no sections; beside other sections they are.
MEASURED = frozenset({"ESTIMATED BLOOD LOSS", "TOURNIQUET TIME", "URINE OUTPUT", "FLUIDS", "DRAINS"})
# Before one of these the name is part of a sentence ("family history of gout", "vital signs were stable").
NOT_ANNOUNCED_BEFORE = words(
    "is was are were be been being has have had will would can could may might should must did does do of in on at as "
    "for with without from to and or but by that which who shows showed show reveals revealed remains remained "
    "includes included include also demonstrates demonstrated today yesterday obtained performed reviewed review "
    "taken given provided sent discussed noted checked monitored every per here above below form list listed "
    "reconciled reconciliation section finding findings began begins continues consisted consists suggests "
    "confirmed confirms seems appears appeared obtained not"
)
# With one of these the words before a colon are a sentence, not a label; a name has none of them.
FUNCTION_WORDS = words(
    "a an the he she it they we i you is was are were be has had have do does did said says states stated following "
    "follows as and or but of to for with without in on at by from that this these those who which will would can "
    "note stage include includes including not no if when then so because please also both either"
)
