"""RxNorm's prescribable drugs (NLM, RRF): names of RxNorm's own, each with its ingredients.

Fields are parted by bars, without header and quotes, and every line ends with a bar. Which way a relation of RXNREL is
read does not matter here: the type of term says which end of it is the ingredient. Both tables are read as they come;
what is held are the names and links of the terms that are kept.
"""

from collections.abc import Iterable, Iterator

from medoffice.standards.code_lists.reading import unfit
from medoffice.standards.code_lists.types import CodeRow

TABLES = ("RXNCONSO", "RXNREL")
_NAMES, _RELATIONS, _OURS = 18, 16, "RXNORM"
_KINDS = {
    "IN": "ingredient",
    "PIN": "precise ingredient",
    "MIN": "ingredients together",
    "BN": "brand",
    "SCD": "drug",
    "SBD": "branded drug",
    "GPCK": "pack",
    "BPCK": "branded pack",
}
_COMPONENT, _INGREDIENT = "SCDC", "IN"
# A relation that leads from a term to what it is made of, or back.
_MADE_OF = frozenset(
    {
        *("has_ingredient", "ingredient_of", "has_ingredients", "ingredients_of", "consists_of", "constitutes"),
        *("contains", "contained_in", "has_part", "part_of", "tradename_of", "has_tradename", "form_of", "has_form"),
    }
)
# How far a type of term stands from the ingredients: what is made of something stands further.
_FAR = {"IN": 0, "PIN": 1, "MIN": 1, "BN": 1, "SCDC": 2, "SCD": 3, "SBD": 4, "GPCK": 5, "BPCK": 6}


def read_rxnorm(names: Iterable[str], relations: Iterable[str]) -> Iterator[CodeRow]:
    """The drugs and ingredients, by RXCUI, each with its ingredients. Raises Refusal, with the line and its table."""
    kinds, words = _named(names)
    made_of = _links(relations, kinds)
    found = dict[str, frozenset[str]]()
    for code in sorted(words, key=int):
        links = " ".join(sorted(_ingredients(code, kinds, made_of, found) - {code}, key=int))
        yield CodeRow(code, words[code][:40], words[code], None, None, kind=_KINDS[kinds[code]], of=links)


def _named(lines: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The type of each term, and the words of those that are kept."""
    kinds, words = dict[str, str](), dict[str, str]()
    for line, row in _rows(lines, _NAMES, "RXNCONSO"):
        code, language, source, kind, told, suppressed = row[0], row[1], row[11], row[12], row[14], row[16]
        if source != _OURS or language != "ENG" or suppressed != "N" or kind not in _FAR:
            continue
        if not (code.isascii() and code.isdecimal() and len(code) <= 8) or not told.strip():
            raise unfit("RXNCONSO: a term without its number or its name.", line)
        kinds[code] = kind
        if kind in _KINDS:
            words[code] = " ".join(told.split())
    if not words:
        raise unfit("RXNCONSO has no name of RxNorm's own.")
    return kinds, words


def _links(lines: Iterable[str], kinds: dict[str, str]) -> dict[str, set[str]]:
    """Of each term, what stands nearer to the ingredients."""
    made_of = dict[str, set[str]]()
    for _, row in _rows(lines, _RELATIONS, "RXNREL"):
        one, other = row[0], row[4]
        if row[10] == _OURS and row[7] in _MADE_OF and row[14] in ("N", "") and one in kinds and other in kinds:
            far, near = (one, other) if _FAR[kinds[one]] > _FAR[kinds[other]] else (other, one)
            if _FAR[kinds[far]] > _FAR[kinds[near]]:
                made_of.setdefault(far, set()).add(near)
    return made_of


def _ingredients(
    code: str, kinds: dict[str, str], made_of: dict[str, set[str]], found: dict[str, frozenset[str]]
) -> frozenset[str]:
    """The ingredients a term comes down to; each step leads nearer, so that it ends."""
    if code not in found:
        own = {code} if kinds[code] == _INGREDIENT else set[str]()
        found[code] = frozenset(own).union(*(_ingredients(one, kinds, made_of, found) for one in made_of.get(code, ())))
    return found[code]


def _rows(lines: Iterable[str], fields: int, table: str) -> Iterator[tuple[int, list[str]]]:
    for line, told in enumerate(lines, 1):
        if told.strip():
            row = told.rstrip("\r\n").split("|")
            if len(row) != fields + 1 or row[-1]:
                raise unfit(f"{table} has {fields} fields in a line, and a bar behind each.", line)
            yield line, row
