"""The sections of reports, as they are spoken, and their headings (reference on transcription, section 4)."""

_NAMES = (
    "chief complaint;history of present illness;past medical history;past surgical history;medications;"
    "current medications;allergies;family history;social history;review of systems;physical examination;physical exam;"
    "vital signs;laboratory data;labs;laboratory;imaging;assessment;plan;assessment and plan;impression;subjective;"
    "objective;recommendations;reason for consultation;requesting physician;preoperative diagnosis;"
    "postoperative diagnosis;procedure;procedure performed;procedures performed;surgeon;assistant;anesthesia;findings;"
    "technique;description of procedure;specimens;estimated blood loss;complications;condition;disposition;"
    "indications;indications for procedure;hospital course;discharge diagnosis;discharge diagnoses;admission diagnosis;"
    "discharge medications;discharge instructions;follow up;followup;diagnosis;diagnoses;addendum;history;"
    "reason for visit;immunizations;problem list;comparison;conclusion"
)
HEADINGS: dict[tuple[str, ...], str] = {tuple(name.split()): name.upper() for name in _NAMES.split(";")}
HEADINGS[("follow", "up")] = "FOLLOWUP"
LONGEST = max(map(len, HEADINGS))
ASSESSMENTS = frozenset(
    {"ASSESSMENT", "ASSESSMENT AND PLAN", "IMPRESSION", "DIAGNOSIS", "DIAGNOSES", "DISCHARGE DIAGNOSIS"}
    | {"DISCHARGE DIAGNOSES", "PREOPERATIVE DIAGNOSIS", "POSTOPERATIVE DIAGNOSIS", "ADMISSION DIAGNOSIS"}
)
ALLERGIES = "ALLERGIES"
