"""The numbers of C-CDA: code systems, document kinds, sections, templates, and the codes that say how things stand."""

from types import MappingProxyType

LOINC, SNOMED, RXNORM = "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.96", "2.16.840.1.113883.6.88"
ICD10CM, ICD9CM, CVX = "2.16.840.1.113883.6.90", "2.16.840.1.113883.6.103", "2.16.840.1.113883.12.292"
CPT, NDC, UNII, HCPCS = (
    "2.16.840.1.113883.6.12",
    "2.16.840.1.113883.6.69",
    "2.16.840.1.113883.4.9",
    "2.16.840.1.113883.6.285",
)
ACT_CODE, ACT_CLASS = "2.16.840.1.113883.5.4", "2.16.840.1.113883.5.6"
SEX, CONFIDENTIALITY, MARITAL = "2.16.840.1.113883.5.1", "2.16.840.1.113883.5.25", "2.16.840.1.113883.5.2"
RACE, INTERPRETATION, ACT_REASON = "2.16.840.1.113883.6.238", "2.16.840.1.113883.5.83", "2.16.840.1.113883.5.8"
NCI, NPI, SSN = "2.16.840.1.113883.3.26.1.1", "2.16.840.1.113883.4.6", "2.16.840.1.113883.4.1"
ICD10PCS, NDFRT = "2.16.840.1.113883.6.4", "2.16.840.1.113883.3.26.1.5"

SYSTEM_NAMES = MappingProxyType({
    LOINC: "LOINC", SNOMED: "SNOMED CT", RXNORM: "RxNorm", ICD10CM: "ICD-10-CM", ICD9CM: "ICD-9-CM", CVX: "CVX",
    CPT: "CPT", NDC: "NDC", UNII: "UNII", HCPCS: "HCPCS", ACT_CODE: "ActCode", ACT_CLASS: "ActClass",
    SEX: "AdministrativeGender", CONFIDENTIALITY: "Confidentiality", MARITAL: "MaritalStatus",
    RACE: "Race and Ethnicity - CDC", INTERPRETATION: "ObservationInterpretation", ACT_REASON: "ActReason",
    NCI: "NCI Thesaurus", ICD10PCS: "ICD-10-PCS", NDFRT: "NDF-RT",
})  # fmt: skip

# Which kind of entries a section holds, by its LOINC code.
SECTION_KINDS = MappingProxyType({
    "11450-4": "problems", "11348-0": "problems", "46241-6": "problems", "11535-2": "problems",
    "59769-0": "problems", "10219-4": "problems", "10218-6": "problems", "55109-3": "problems",
    "48765-2": "allergies",
    "10160-0": "medications", "10183-2": "medications", "29549-3": "medications", "42346-7": "medications",
    "30954-2": "results", "8716-3": "vitals", "11369-6": "immunizations", "47519-4": "procedures",
    "29762-2": "social",
})  # fmt: skip

_CCDA = "2.16.840.1.113883.10.20.22."
# The same by template, for a section without a code that is known here.
SECTION_TEMPLATES = MappingProxyType({
    f"{_CCDA}2.5": "problems", f"{_CCDA}2.5.1": "problems", f"{_CCDA}2.20": "problems",
    f"{_CCDA}2.6": "allergies", f"{_CCDA}2.6.1": "allergies",
    f"{_CCDA}2.1": "medications", f"{_CCDA}2.1.1": "medications", f"{_CCDA}2.11": "medications",
    f"{_CCDA}2.11.1": "medications", f"{_CCDA}2.38": "medications",
    f"{_CCDA}2.3": "results", f"{_CCDA}2.3.1": "results", f"{_CCDA}2.4": "vitals", f"{_CCDA}2.4.1": "vitals",
    f"{_CCDA}2.2": "immunizations", f"{_CCDA}2.2.1": "immunizations",
    f"{_CCDA}2.7": "procedures", f"{_CCDA}2.7.1": "procedures", f"{_CCDA}2.17": "social",
})  # fmt: skip

# What an entry of each kind is: its templates, and its elements where no template is said.
ENTRY_TEMPLATES = MappingProxyType({
    "problems": (f"{_CCDA}4.4",), "allergies": (f"{_CCDA}4.7",), "medications": (f"{_CCDA}4.16",),
    "results": (f"{_CCDA}4.2",), "vitals": (f"{_CCDA}4.27",), "immunizations": (f"{_CCDA}4.52",),
    "procedures": (f"{_CCDA}4.14", f"{_CCDA}4.13", f"{_CCDA}4.12"),
    "social": (f"{_CCDA}4.38", f"{_CCDA}4.78", f"{_CCDA}4.85"),
})  # fmt: skip
ENTRY_ELEMENTS = MappingProxyType({
    "problems": ("observation",), "allergies": ("observation",), "medications": ("substanceAdministration",),
    "results": ("observation",), "vitals": ("observation",), "immunizations": ("substanceAdministration",),
    "procedures": ("procedure", "observation", "act"), "social": ("observation",),
})  # fmt: skip

REACTION, SEVERITY, CRITICALITY = f"{_CCDA}4.9", f"{_CCDA}4.8", f"{_CCDA}4.145"
PROBLEM_STATUS, ALLERGY_STATUS, STATUS_CODE = f"{_CCDA}4.6", f"{_CCDA}4.28", "33999-4"
INDICATION, REFUSAL_REASON, INSTRUCTION = f"{_CCDA}4.19", f"{_CCDA}4.53", f"{_CCDA}4.20"
COMMENT, COMMENT_CODE = f"{_CCDA}4.64", "48767-8"  # Comment Activity; its LOINC code: annotation comment

STATUSES = MappingProxyType({"55561003": "active", "73425007": "inactive", "413322009": "resolved"})
# Codes that say by themselves that there is nothing of the kind.
NONE_KNOWN = frozenset({
    "160244002", "716186003", "409137002", "429625007", "428607008",  # allergies
    "160245001", "787481004", "182904002",  # problems, medications
})  # fmt: skip
# Codes that mean any problem, allergy or drug at all: negated, they say that there is none.
ANY_PROBLEM = frozenset({"55607006", "404684003", "64572001"})
ANY_ALLERGY = frozenset({"419199007", "419511003", "420134006", "418038007", "106190000"})
ANY_DRUG_ALLERGY = frozenset({"416098002", "418634005", "414285001", "235719002", "418471000", "59037007"})
ANY_DRUG = frozenset({"410942007", "105590001"})
