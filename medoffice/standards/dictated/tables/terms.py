"""Terms: letters that are said one by one, capitals, Roman or Arabic, do-not-use, look-alikes, abbreviations.

Source of style and of the do-not-use list: reference on transcription, section 4. The rest of each table is of our
own making, from field usage, and ``unverified``.
"""

from medoffice.standards.dictated.tables import brands, names, phrases, places
from medoffice.standards.dictated.tables.lists import listed, words

# Said letter by letter, or written in small letters -> as written.
SPELLED: dict[str, str] = {
    "e k g": "EKG",
    "e c g": "ECG",
    "e e g": "EEG",
    "e m g": "EMG",
    "m r i": "MRI",
    "c t": "CT",
    "c b c": "CBC",
    "b m p": "BMP",
    "c m p": "CMP",
    "i n r": "INR",
    "t s h": "TSH",
    "b m i": "BMI",
    "b u n": "BUN",
    "w b c": "WBC",
    "r b c": "RBC",
    "l d l": "LDL",
    "h d l": "HDL",
    "a s t": "AST",
    "a l t": "ALT",
    "p s a": "PSA",
    "e s r": "ESR",
    "c r p": "CRP",
    "b n p": "BNP",
    "g f r": "GFR",
    "e g f r": "eGFR",
    "p t t": "PTT",
    "h i v": "HIV",
    "c o p d": "COPD",
    "g e r d": "GERD",
    "c h f": "CHF",
    "c a d": "CAD",
    "u t i": "UTI",
    "c k d": "CKD",
    "d v t": "DVT",
    "t i a": "TIA",
    "c v a": "CVA",
    "b p h": "BPH",
    "o s a": "OSA",
    "h t n": "HTN",
    "h p i": "HPI",
    "i c u": "ICU",
    "n s a i d": "NSAID",
    "n s a i d s": "NSAIDs",
    "s s r i": "SSRI",
    "a c e": "ACE",
    "i v": "IV",
    "e r": "ER",
    "e d": "ED",
    "e f": "EF",
    "b p": "BP",
    "d n a": "DNA",
    "a d h d": "ADHD",
    "p t s d": "PTSD",
    "t b": "TB",
    "u r i": "URI",
    "a r d s": "ARDS",
    "a i d s": "AIDS",
    "p i c c": "PICC",
    "h e e n t": "HEENT",
    "m c v": "MCV",
    "o r": "OR",
    "g i": "GI",
    "g u": "GU",
    "e n t": "ENT",
    "l v e f": "LVEF",
    "p e t": "PET",
    "d e x a": "DEXA",
    "a v": "AV",
    "p v c": "PVC",
    "p v cs": "PVCs",
    "s t": "ST",
    "q t": "QT",
    "p h": "pH",
    "m s": "MS",
    "a one c": "A1c",
    "a 1 c": "A1c",
    "o two": "O2",
    "c o two": "CO2",
    "s p o two": "SpO2",
    "p c o two": "pCO2",
    "p o two": "pO2",
    "f i o two": "FiO2",
    "f e v one": "FEV1",
    "g 6 p d": "G6PD",
    "a b g": "ABG",
    "a p r n": "APRN",
    **{said: said.replace(" ", "").upper() for said in phrases.WITH_A},
    "e t oh": "EtOH",
    "m s o four": "MSO4",
    "m g s o four": "MgSO4",
    "h p v": "HPV",
    "m r s a": "MRSA",
    "t p a": "tPA",
    "n y h a": "NYHA",
    "p m i": "PMI",
    "j v d": "JVD",
    "r o m": "ROM",
    "l p n": "LPN",
    "r n": "RN",
    "m d": "MD",
    "m r n": "MRN",
    "c d four": "CD4",
    "c d eight": "CD8",
    "c d 4": "CD4",
    "c d 8": "CD8",
    "a v f": "aVF",
    "a v l": "aVL",
    "a v r": "aVR",
    "q r s": "QRS",
    "q t c": "QTc",
    "p c a": "PCA",
    "c t a": "CTA",
    "c p a p": "CPAP",
    "a p": "AP",
    "p a": "PA",
    "n g": "NG",
    "e t": "ET",
    "i d": "ID",
    "i m": "IM",
    "l v": "LV",
    "l v o t": "LVOT",
    "r v o t": "RVOT",
    "r v": "RV",
    "j p": "JP",
    "p e": "PE",
    "m i": "MI",
    "p t": "PT",
    "o t": "OT",
    "g e": "GE",
    "o b": "OB",
    "o b g y n": "OB/GYN",
    "g y n": "GYN",
    "a n c a": "ANCA",
    "a c d f": "ACDF",
    "a i c d": "AICD",
    "e s b l": "ESBL",
    "m c h c": "MCHC",
    "c c": "cc",
    "m m h g": "mmHg",
    "b p m": "bpm",
}
# Two letters that are words or names of something else when said so; they are joined only where they cannot be.
CASED: dict[str, str] = {
    **{
        word: word.upper()
        for word in listed("ekg ecg eeg emg mri cbc bmp cmp inr tsh bmi wbc rbc ldl hdl psa esr crp bnp")
    },
    **{
        word: word.upper()
        for word in listed("gfr ptt hiv copd gerd uti ckd dvt bph osa htn hpi icu ssri adhd ptsd mrsa")
    },
    "spo2": "SpO2",
    "a1c": "A1c",
    "hba1c": "HbA1c",
    "nsaid": "NSAID",
    "nsaids": "NSAIDs",
    "covid": "COVID",
    "i": "I",
    "i'm": "I'm",
    "i've": "I've",
    "i'll": "I'll",
    "i'd": "I'd",
    "lvef": "LVEF",
    "heent": "HEENT",
    "nyha": "NYHA",
    "egfr": "eGFR",
    "fev1": "FEV1",
    **phrases.CAPITALS,
    **phrases.MIXED,
}
PROPER = (
    words(
        "january february april june july september october november december monday tuesday wednesday thursday "
        "friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays celsius "
        "fahrenheit christmas thanksgiving easter halloween hanukkah ramadan american english spanish hispanic "
        "african caucasian asian york medicare medicaid"
    )
    | (names.BRANDS | names.MORE_BRANDS | brands.DIRECTORY | names.SUTURE_BRANDS - {"pds"})
    | names.PEOPLE
    | places.COUNTRIES
    | places.STATES
    | places.GENERA
    | names.POSSESSIVES
)
# Several words that are written so, wherever they stand.
PROPER_PHRASES: dict[tuple[str, ...], tuple[str, ...]] = {
    tuple(said.split()): tuple(written.split())
    for said, written in (
        ("new york heart association", "New York Heart Association"),
        ("salter harris", "Salter-Harris"),
        ("steri strips", "Steri-Strips"),
        ("steri strip", "Steri-Strip"),
        ("d dimer", "D-dimer"),
        ("x ray", "x-ray"),
        ("x rays", "x-rays"),
        ("c section", "C-section"),
        ("j tube", "J-tube"),
        ("g tube", "G-tube"),
        ("k wire", "K-wire"),
        ("k wires", "K-wires"),
        ("z plasty", "Z-plasty"),
        ("t wave", "T wave"),
        ("t waves", "T waves"),
        ("p wave", "P wave"),
        ("p waves", "P waves"),
        ("q wave", "Q wave"),
        ("q waves", "Q waves"),
        ("r wave", "R wave"),
        ("s wave", "S wave"),
        ("u wave", "U wave"),
        ("t cell", "T cell"),
        ("b cell", "B cell"),
        ("gram stain", "Gram stain"),
        ("graves disease", "Graves disease"),
        ("bell palsy", "Bell palsy"),
        ("baker cyst", "Baker cyst"),
        ("pap smear", "Pap smear"),
        ("pap test", "Pap test"),
        ("von willebrand", "von Willebrand"),
        *phrases.NAMED,
        ("dix hallpike", "Dix-Hallpike"),
        ("ehlers danlos", "Ehlers-Danlos"),
        ("guillain barre", "Guillain-Barre"),
        ("osgood schlatter", "Osgood-Schlatter"),
        ("braxton hicks", "Braxton Hicks"),
        ("swan ganz", "Swan-Ganz"),
        ("jackson pratt", "Jackson-Pratt"),
        ("lewy body", "Lewy body"),
        ("weber test", "Weber test"),
        ("chads vasc", "CHADS-VASc"),
        *((one, f"{one[0].upper()}. {one[2:]}") for one in names.SPECIES),
    )
}
# A letter behind one of these is written large ("vitamin d").
LETTER_AFTER = words("class grade category pattern vitamin vitamins hepatitis influenza group type plan part strep")
TITLES = {"doctor": "Dr.", "dr": "Dr.", "mister": "Mr.", "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.", "missus": "Mrs."}
# "The doctor", "her doctor": no name follows.
NO_TITLE_AFTER = words("the a an her his their my our your this that another family")
# After "doctor", these are no names.
NO_NAMES = words(
    "and or who is was will has had said says told recommended to in on at for of with about visit visits "
    "visited office appointment patient because if when then today yesterday tomorrow period comma as may "
    "can should would did does new next"
)
# "class" is Roman after these, Arabic otherwise.
ROMAN_CLASS = frozenset({"association", "nyha", "mallampati", "asa", "angina", "functional", "malocclusion", "failure"})
# "Factor" behind one of these is none of clotting.
NO_CLOTTING = words("correction risk sensitivity rheumatoid growth impact prognostic conversion confounding one")
# Stages that the titles of ICD-10-CM write in Arabic figures.
ARABIC_STAGE = frozenset({"kidney", "ckd", "ulcer", "pressure", "renal"})
FREQUENCIES: dict[str, tuple[str, str]] = {
    # said or written -> (strict, clinic)
    "b i d": ("b.i.d.", "twice a day"),
    "t i d": ("t.i.d.", "three times a day"),
    "q i d": ("q.i.d.", "four times a day"),
    "p r n": ("p.r.n.", "as needed"),
    "q h s": ("q.h.s.", "at bedtime"),
    "q a m": ("q.a.m.", "every morning"),
    "q p m": ("q.p.m.", "every evening"),
    "p o": ("p.o.", "by mouth"),
    "n p o": ("n.p.o.", "nothing by mouth"),
    "q a c": ("q.a.c.", "before each meal"),
    "a c": ("a.c.", "before meals"),
    "p c": ("p.c.", "after meals"),
    "q d": ("daily", "daily"),
    "q o d": ("every other day", "every other day"),
}
WRITTEN_FREQUENCIES = {said.replace(" ", ""): said for said in FREQUENCIES if said not in {"a c", "p c", "p o"}}
LOOK_ALIKE: tuple[tuple[str, str], ...] = (
    ("hydralazine", "hydroxyzine"), ("celebrex", "celexa"), ("clonidine", "klonopin"), ("ileum", "ilium"),
    ("dysphagia", "dysphasia"), ("clonazepam", "lorazepam"), ("metformin", "metronidazole"),
    ("prednisone", "prednisolone"), ("tramadol", "trazodone"), ("zyprexa", "zyrtec"), ("lamictal", "lamisil"),
    ("vinblastine", "vincristine"), ("glipizide", "glyburide"), ("bupropion", "buspirone"),
    ("sertraline", "cetirizine"), ("quinine", "quinidine"), ("hypoglycemia", "hyperglycemia"),
    ("hypotension", "hypertension"), ("hypokalemia", "hyperkalemia"), ("abduction", "adduction"),
    ("hypothyroidism", "hyperthyroidism"), ("hyponatremia", "hypernatremia"),
)  # fmt: skip
# Safe to spell out: one meaning each. Others (MS, RA, PE, MI) stay as they are.
DIAGNOSES: dict[str, str] = {
    "HTN": "hypertension",
    "COPD": "chronic obstructive pulmonary disease",
    "CHF": "congestive heart failure",
    "CAD": "coronary artery disease",
    "GERD": "gastroesophageal reflux disease",
    "UTI": "urinary tract infection",
    "CKD": "chronic kidney disease",
    "OSA": "obstructive sleep apnea",
    "BPH": "benign prostatic hyperplasia",
    "DVT": "deep venous thrombosis",
    "TIA": "transient ischemic attack",
    "CVA": "cerebrovascular accident",
    "URI": "upper respiratory infection",
    "T2DM": "type 2 diabetes mellitus",
    "DM2": "type 2 diabetes mellitus",
    "T1DM": "type 1 diabetes mellitus",
    "DM1": "type 1 diabetes mellitus",
    "HLD": "hyperlipidemia",
}
MEN = words("man male gentleman boy")
WOMEN = words("woman female lady girl")
HE = words("he his him himself")
SHE = words("she her hers herself")
OTHERS = words(
    "mother father wife husband son daughter brother sister partner spouse mom dad aunt uncle grandmother "
    "grandfather nurse doctor dr dr. physician friend caregiver parent parents child children infant baby "
    "roommate girlfriend boyfriend neighbor provider surgeon therapist"
)
SIDED = words(
    "knee hip shoulder ankle wrist elbow hand foot arm leg eye ear breast kidney lung ovary testicle "
    "thigh calf forearm finger thumb toe heel groin flank lower upper femur tibia humerus radius ulna"
)
