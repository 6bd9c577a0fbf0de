"""Two hundred pairs of usual medicines of which nothing is to be said, written down before the checker was."""

FIRST = (
    "acetaminophen 500 mg", "amoxicillin 500 mg", "cephalexin 500 mg", "cetirizine 10 mg", "levothyroxine 50 mcg",
    "metformin 500 mg", "montelukast 10 mg", "famotidine 20 mg", "nitrofurantoin 100 mg", "gabapentin 300 mg",
    "budesonide", "latanoprost", "doxycycline 100 mg", "finasteride 5 mg", "tamsulosin 0.4 mg",
    "hydrochlorothiazide 25 mg", "amlodipine 5 mg", "alendronate 70 mg", "ezetimibe 10 mg", "loratadine 10 mg",
)  # fmt: skip
SECOND = (
    "lisinopril 10 mg", "insulin glargine", "albuterol", "fluticasone", "rosuvastatin 10 mg", "pantoprazole 40 mg",
    "metoprolol 50 mg", "estradiol 1 mg", "valacyclovir 500 mg", "sertraline 50 mg",
)  # fmt: skip
BENIGN = [(one, other) for one in FIRST for other in SECOND]
# The fifteen class pairs, each by one that everybody knows.
ONC = (
    ("dextroamphetamine", "phenelzine"), ("atazanavir", "omeprazole"), ("febuxostat", "azathioprine"),
    ("fluoxetine", "tranylcypromine"), ("irinotecan", "ketoconazole"), ("amitriptyline", "phenelzine"),
    ("meperidine", "selegiline"), ("sumatriptan", "isocarboxazid"), ("ritonavir", "simvastatin"),
    ("dofetilide", "sotalol"), ("ramelteon", "fluvoxamine"), ("rifampin", "nelfinavir"),
    ("tizanidine", "ciprofloxacin"), ("tranylcypromine", "procarbazine"), ("ergotamine", "clarithromycin"),
)  # fmt: skip
