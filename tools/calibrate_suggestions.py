"""Fits what a score of a suggestion says to how often such suggestions were coded by people.

Usage: ``python -m tools.calibrate_suggestions FOLDER``, the unpacked development data of CodiEsp (CC BY 4.0; see
NOTICE). Reports: part ``train``, each quarter scored by what the other three teach, since what was learned from a
report knows it. Visits: our own odd notes and the notes written apart that the
rules were mended by. Our even notes, the other notes written apart and part ``dev`` are for proof. Writes
``calibrated.tsv``, the same bytes each time; ``learned.tsv`` and ``trusted.tsv`` are put back as they were.
"""

import sys
from collections.abc import Iterable

from medoffice.standards.suggestions import calibration, dictionary, engine
from medoffice.standards.suggestions.calibration import REPORT, VISIT, Point
from medoffice.standards.suggestions.tests.makers import LEARNED, apart, planted
from tools.learn_codes import DAY, Note, learned, reports, write

FOLDS = 4
Scored = list[tuple[float, bool]]


def main(folder: str) -> None:
    """Write the curves."""
    calibration.CALIBRATED.unlink(missing_ok=True)
    calibration.curves.cache_clear()
    told = [(one.text, one.gold) for one in planted() if not one.held] + [
        (one.text, one.gold) for one in apart(LEARNED)
    ]
    visits = [(text, {code.replace(".", "") for code in gold}) for text, gold in told]
    curves = {REPORT: _fitted(_crossed(list(reports(folder, "train")))), VISIT: _fitted(scored(visits))}
    rows = [f"{kind}\t{score:.3f}\t{share:.3f}" for kind, points in sorted(curves.items()) for score, share in points]
    note = (
        "# Fitted to CodiEsp (CC BY 4.0), part train, and our own notes. See NOTICE and tools/calibrate_suggestions.py."
    )
    calibration.CALIBRATED.write_text("\n".join([note, *rows]) + "\n", encoding="utf-8")
    print("\n".join(rows))


def scored(notes: Iterable[Note]) -> Scored:
    """Of each suggestion its score, and whether people coded it."""
    found: Scored = []
    for text, gold in notes:
        made = engine.suggest(text, DAY)
        found += [(one.score, one.code.replace(".", "") in gold) for one in (*made.offered, *made.more)]
    return found


def _crossed(notes: list[Note]) -> Scored:
    """Each part of the notes scored by what the others teach."""
    kept = [(path, path.read_bytes()) for path in (dictionary.LEARNED, engine.TRUSTED)]
    found: Scored = []
    try:
        for fold in range(FOLDS):
            phrases, trusted = learned([one for place, one in enumerate(notes) if place % FOLDS != fold])
            write(dictionary.LEARNED, phrases)
            write(engine.TRUSTED, trusted)
            found += scored(notes[fold::FOLDS])
    finally:
        for path, data in kept:
            path.write_bytes(data)
        dictionary.learned.cache_clear()
        engine.trusted.cache_clear()
    return found


def _fitted(told: Scored) -> list[Point]:
    """The points of a rising curve: scores of a tenth together, put to those before where the curve would fall."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for score, coded in told:
        tenths.setdefault(int(score * 10), []).append((score, coded))
    parts: list[list[tuple[float, bool]]] = []
    for _, part in sorted(tenths.items()):
        parts.append(part)
        while len(parts) > 1 and _share(parts[-2]) >= _share(parts[-1]):
            parts[-2:] = [parts[-2] + parts[-1]]
    return [(sum(score for score, _ in part) / len(part), _share(part)) for part in parts]


def _share(part: Scored) -> float:
    """How much of it was coded, with one coded and one not put to it: few prove little."""
    return (sum(coded for _, coded in part) + 1) / (len(part) + 2)


if __name__ == "__main__":
    main(sys.argv[1])
