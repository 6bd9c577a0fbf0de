"""Learns from coded case reports what words are coded as, and how far a name of the tabular list can be trusted.

Usage: ``python -m tools.learn_codes FOLDER``, the unpacked development data of CodiEsp (CC BY 4.0: Miranda-Escalada
and others, 2020; see NOTICE): ``train`` is learned from, ``dev`` is only measured on. Writes
``learned.tsv`` (stems, code, share) and ``trusted.tsv`` (code, times named, times coded), the same bytes each time.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from math import comb
from pathlib import Path

from medoffice.standards.suggestions import dictionary, engine
from medoffice.standards.suggestions.assertion import standing
from medoffice.standards.suggestions.clauses import clauses
from medoffice.standards.suggestions.leaves import choose
from medoffice.standards.suggestions.sections import sections
from medoffice.standards.suggestions.types import Standing, Suggestion
from medoffice.standards.terminology.icd10 import number

DAY = date(2026, 10, 1)
LEAST, SHARE, LONGEST = 2, 0.5, 3
RARE = (
    2e-5  # how unlikely it must be that words and a code meet so often by chance: tens of thousands of words are tried
)
_NOTE = "# Learned from CodiEsp (CC BY 4.0), part train. See NOTICE and tools/learn_codes.py."
Note = tuple[str, set[str]]
OUT = (Standing.DENIED, Standing.FAMILY, Standing.HYPOTHETICAL)


def main(folder: str) -> None:
    """Write both files."""
    phrases, trusted = learned(list(reports(folder, "train")))
    write(dictionary.LEARNED, phrases)
    write(engine.TRUSTED, trusted)
    print(f"{len(phrases)} phrases, {len(trusted)} codes")


def learned(notes: Collection[Note]) -> tuple[list[str], list[str]]:
    """The rows of both files as these notes teach them; what was learned before is taken away first."""
    dictionary.LEARNED.unlink(missing_ok=True)
    engine.TRUSTED.unlink(missing_ok=True)
    dictionary.learned.cache_clear()
    engine.trusted.cache_clear()
    seen: Counter[str] = Counter()
    coded: dict[str, Counter[str]] = defaultdict(Counter)
    named: Counter[str] = Counter()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text, gold in notes:
        total.update(gold)
        for words in set(_words(text)):
            seen[words] += 1
            coded[words].update(gold)
        for code in {one.code.replace(".", "") for one in _named(text)}:
            named[code] += 1
            right[code] += code in gold
    rows = []
    for words, times in seen.items():
        code, hits = max(coded[words].items(), key=lambda pair: (pair[1], pair[0])) if coded[words] else ("", 0)
        base = total[code] / len(notes)
        share = hits / (times + 0.8)
        if (
            times >= LEAST
            and hits >= LEAST
            and share >= SHARE
            and _chance(hits, times, base) < RARE
            and choose(code, frozenset(), frozenset(), number(DAY))[0]
        ):
            rows.append(f"{words}\t{code}\t{share:.3f}")
    return sorted(rows), [f"{code}\t{times}\t{right[code]}" for code, times in sorted(named.items()) if times >= LEAST]


def write(path: Path, rows: Iterable[str]) -> None:
    """The rows with the note that says whence they are; what was read of the file before is asked anew."""
    path.write_text("\n".join([_NOTE, *rows]) + "\n", encoding="utf-8")
    dictionary.learned.cache_clear()
    engine.trusted.cache_clear()


def reports(folder: str, part: str) -> Iterator[tuple[str, set[str]]]:
    """The texts of a part with their codes, bare."""
    gold: dict[str, set[str]] = defaultdict(set)
    for line in (Path(folder) / part / f"{part}D.tsv").read_text(encoding="utf-8").splitlines():
        name, code = line.split("\t")
        gold[name].add(code.upper().replace(".", ""))
    for path in sorted((Path(folder) / part / "text_files_en").glob("*.txt")):
        if path.stem in gold:
            yield path.read_text(encoding="utf-8"), gold[path.stem]


def _chance(hits: int, times: int, base: float) -> float:
    """How likely a code of this frequency is met so often or oftener in so many reports by chance."""
    return sum(comb(times, one) * base**one * (1 - base) ** (times - one) for one in range(hits, times + 1))


def _words(text: str) -> Iterator[str]:
    for clause in clauses(text, sections(text)):
        tokens = [token for token in clause.tokens if token.stem]
        for first, token in enumerate(tokens):
            if token.word.isdigit() or standing(text, clause, token.start, token.end)[0] in OUT:
                continue
            for last in range(first, min(len(tokens), first + LONGEST)):
                words = [one.stem for one in tokens[first : last + 1]]
                if not any(re.fullmatch(r"\d+", word) for word in words) and len(words[0]) > 2:
                    yield " ".join(words)


def _named(text: str) -> tuple[Suggestion, ...]:
    made = engine.suggest(text, DAY)
    return (*made.offered, *made.more)


if __name__ == "__main__":
    main(sys.argv[1])
