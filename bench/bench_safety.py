"""The checker of prescriptions: one against twenty medicines and two allergies, its own canaries with it.

No database: the book that came with the program, the words made into ingredients each time.
"""

import os
import time
from collections.abc import Iterator

from bench.rows import Row, at_most, data_folder, percentile

BAR_MS, TIMES = 5.0, 200
ALLERGIES = ("penicillin", "sulfa drugs")
TAKES = (
    *("lisinopril 10 mg", "metformin 500 mg", "atorvastatin 20 mg", "levothyroxine 50 mcg", "omeprazole 20 mg"),
    *("metoprolol 50 mg", "sertraline 50 mg", "gabapentin 300 mg", "furosemide 20 mg", "albuterol", "fluticasone"),
    *("amoxicillin 500 mg", "cetirizine 10 mg", "montelukast 10 mg", "famotidine 20 mg", "estradiol 1 mg"),
    *("insulin glargine", "ibuprofen 400 mg", "lithium carbonate 300 mg", "valacyclovir 500 mg"),
)


def rows() -> Iterator[Row]:
    """Milliseconds of the processor of a whole check, and what it found."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
        import django

        django.setup()
        from medoffice.clinic.prescriptions.queries.safety import recognise, shipped
        from medoffice.clinic.prescriptions.rules.safety import Case, check
        from medoffice.clinic.prescriptions.types.safety import Checked

        def act() -> Checked:
            case = Case(recognise("warfarin 5 mg"), list(map(recognise, TAKES)), list(map(recognise, ALLERGIES)))
            return check(case, shipped(), recognise)

        found, spent = act(), list[float]()
        assert found.alive
        for _ in range(TIMES):
            began = time.process_time()
            act()
            spent.append((time.process_time() - began) * 1000)
    what = f"checked against {len(TAKES)} medicines and {len(ALLERGIES)} allergies"
    yield Row(f"{what}: alerts", len(found.alerts), f"of {found.known} of {found.total} known")
    yield Row(f"{what}: median", round(percentile(spent, 0.5), 2), "ms of CPU")
    yield at_most(f"{what}: 95 of 100", round(percentile(spent, 0.95), 2), "ms of CPU", BAR_MS)
