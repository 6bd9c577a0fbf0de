"""Cutting the parts of a note into clauses, and saying how much each tells: a named problem, a reason, a plan."""

import re
import unicodedata
from collections.abc import Iterator

from medoffice.standards.suggestions.dictionary import stem_of
from medoffice.standards.suggestions.types import Clause, Part, Section, Token

_WORD = re.compile(r"\b[Bb]/[Ll]\b|\b[Ww]/[Oo]\b|[A-Za-z0-9\u00c0-\u024f]+(?:'s|\u2019s)?|\+|\?")
_STOP = re.compile(
    r"(?<![A-Z]\.)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bvs)(?<!Mrs)(?<!approx)[.!?](?=\s|$)|[;\n]"
    r"|(?<!stage)(?<!type)(?<!grade)(?<!class)(?<!level)(?<!phase)(?<!factor)\s(?=(?:\d{1,2}[.)]|#)\s?[A-Za-z])"
)
_HEAD = re.compile(
    r"[ \t]*(?:(?:problem|dx|diagnosis)? ?#? ?\d{1,2}\s*[.):]|#|\d{1,2}\)|\(\d{1,2}\))[ \t]*", re.IGNORECASE
)
_BULLET = re.compile(r"[ \t]*[-*•–>][ \t]*")
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|would|should|continue[sd]?|cont|start(?:ed|s)?|begin|began"
    r"|increase[ds]?|decrease[ds]?"
    r"|discuss(?:ed)?|recommend(?:ed|s)?|refer(?:red|ral)?|order(?:ed|s)?|advised?"
    r"|(?<!travel )counsel(?:ed|ing)?|return|rtc|recheck|repeat"
    r"|follow|given|take[ns]?|taking|consider(?:ed)?|monitor|check(?!\s*[-–:])|call|educat\w*|prescribed?|stop(?:ped)?|hold|refill(?:ed)?"
    r"|believe|think|feel[s]?|suspect|reviewed|avoid|add|resume|schedule|plan|try"
    r"|(?<!tobacco )(?<!alcohol )(?<!drug )(?<!nicotine )(?<!cannabis )(?<!marijuana )(?<!opioid )"
    r"(?<!steroid )(?<!steroids )(?<!insulin )(?<!anticoagulant )(?<!antiplatelet )(?<!inhibitor )(?<!aspirin )"
    r"(?<!current )(?<!current\) )(?<!term )use[sd]?(?! disorder)"
    r"|can|may|could|might|does|did|do)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"^\W*(?:(?:medical |additional |further )?(?:treatment|testing|education|counseling|referrals?"
    r"|patient education|patient agreements?|plan|orders?"
    r"|labs?|imaging|follow[- ]?up|instructions?|disposition|medications?|meds|rx"
    r"|prescription|specialist referrals?)\b[^:]{0,40}:"
    r"|(?:continue|cont|start|begin|increase|decrease|refer|order|return|rtc|recheck|repeat|follow|check|call|monitor|stop|hold"
    r"|refill|avoid|add|resume|schedule|consider|will|plan|try|encourage|advised?|discussed?|counseled|recommend)\b)",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:diagnos(?:is|es|ed)|impression|assessment|i (?:believe|think)|my assessment|consistent with"
    r"|this is|found to have"
    r"|dx|imp"
    r"|findings? of|secondary to|due to)\b",
    re.IGNORECASE,
)
# What is said of a named problem that takes it back, and what names the problem of another person.
_TAKEN_BACK = re.compile(
    r"^[\s:,–—-]*(?:(?:is|was|were|are|has been|have been|has)\s+)?(?:been\s+)?(?:now\s+)?"
    r"(?:considered,? (?:but|and|though) )?(?:(?:was|is|it was|it is) )?(?:(?:felt|thought|deemed|judged)(?: to be)? )?"
    r"(?:ruled out|excluded|denied|negative|neg|absent|unlikely|less likely|neither"
    r"|not (?:present|seen|found|suspected|likely|supported|favored|demonstrated|confirmed|shown|identified|detected"
    r"|evident|visuali[sz]ed|observed))\b",
    re.IGNORECASE,
)
_SCREEN = re.compile(r"\bscreen", re.IGNORECASE)  # one that was negative was done
_OTHERS = re.compile(
    r"\b(?:mother|father|brother|sister|aunt|uncle|cousin|grand(?:mother|father|parents?)|parents?|siblings?|daughter"
    r"|son|wife|husband|spouse|partner|maternal|paternal)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"^\W*(?:medical )?reasoning\b", re.IGNORECASE)
_WEIGHT = {
    Part.COMPLAINT: 0.30, Part.STORY: 0.28, Part.PAST: 0.25, Part.FAMILY: 0.1, Part.SOCIAL: 0.2, Part.ALLERGIES: 0.15,
    Part.MEDICINES: 0.15, Part.REVIEW: 0.06, Part.EXAM: 0.10, Part.RESULTS: 0.15, Part.PLAN: 0.22, Part.OTHER: 0.28,
}  # fmt: skip


def clauses(text: str, parts: list[Section]) -> list[Clause]:
    """All clauses of a note, in order."""
    out: list[Clause] = []
    for part in parts:
        body = text[part.start : part.end]
        if part.part is Part.ASSESSMENT:
            out += _assessed(body, part.start)
        else:
            for begin, end in _pieces(body):
                words = body[begin:end]
                told = _SAYS_SO.search(words) and part.part in (Part.OTHER, Part.STORY)
                weight, zone = (0.55, "said") if told else (_WEIGHT[part.part], part.part.value)
                out += _clause(words, part.start + begin, part.part, weight, zone, heading=False)
    return out


def _assessed(body: str, at: int) -> Iterator[Clause]:
    """Problems named, what is said of them, what is planned; in a list, in paragraphs or in one line."""
    lines = [line for line in body.split("\n") if line.strip()]
    listed = sum(bool(_HEAD.match(line)) for line in lines) > 0
    bulleted = sum(bool(_BULLET.match(line)) for line in lines) > 0
    place = 0
    for line in body.split("\n"):
        begin, place = place, place + len(line) + 1
        if not line.strip():
            continue
        below = bool(_BULLET.match(line)) and (listed or _has_headings(lines))
        planned = bool(_PLAN.match(_BULLET.sub("", line, count=1)))
        for number, (first, last) in enumerate(_pieces(line)):
            words = line[first:last]
            numbered = bool(_HEAD.match(words))
            verb = bool(_VERB.search(re.split(r"\s[-–—]+\s|:\s|\s[-–—]|--", words, maxsplit=1)[0]))
            if below or (planned and not numbered):
                reason = bool(_REASON.match(_BULLET.sub("", words, count=1)))
                yield from _clause(
                    words, at + begin + first, Part.ASSESSMENT, 0.34 if reason else 0.24, "below", heading=False
                )
            elif numbered or (not verb and (number == 0 or not (listed or bulleted))):
                yield from _headed(words, at + begin + first)
            elif _PLAN.match(words):
                yield from _clause(words, at + begin + first, Part.ASSESSMENT, 0.24, "plan", heading=False)
            elif listed and number:
                yield from _clause(words, at + begin + first, Part.ASSESSMENT, 0.38, "below", heading=False)
            else:
                yield from _clause(words, at + begin + first, Part.ASSESSMENT, 0.6, "assessed", heading=False)


def _has_headings(lines: list[str]) -> bool:
    return any(not _BULLET.match(line) and len(line.split()) <= 12 for line in lines)


def _headed(words: str, at: int) -> Iterator[Clause]:
    """A named problem up to the dash, colon or verb, then what is said of it."""
    found = re.search(r"\s[-–—]+\s|:\s|\s[-–—]|--", words)
    head = words[: found.start()] if found and found.start() > 2 else words
    verb = _VERB.search(head)
    if verb and len(head[: verb.start()].split()) >= 1 and not _HEAD.fullmatch(head[: verb.start()]):
        head = head[: verb.start()]
    taken_back = _TAKEN_BACK.match(words[len(head) :])
    if taken_back and not _SCREEN.search(head):
        head = words[: len(head) + taken_back.end()]
    elif _OTHERS.search(head):
        head = words
    yield from _clause(head, at, Part.ASSESSMENT, 0.85, "named", heading=True)
    if len(head) < len(words):
        rest = words[len(head) :]
        weight = 0.24 if _PLAN.match(rest.strip(" :-–—")) else 0.4
        yield from _clause(rest, at + len(head), Part.ASSESSMENT, weight, "below", heading=False)


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence or line of a body goes."""
    begin = 0
    for found in _STOP.finditer(body):
        if body[begin : found.start()].strip():
            number = re.fullmatch(r"\s*\(?\d{1,2}", body[begin : found.start()])
            if number and found.group(0) == ".":  # "1. Asthma": the number goes with what it counts
                continue
            yield begin, found.end()
        begin = found.end()
    if body[begin:].strip():
        yield begin, len(body)


def _clause(words: str, at: int, part: Part, weight: float, zone: str, *, heading: bool) -> Iterator[Clause]:
    tokens = tuple(tokens_of(words, at))
    if tokens:
        yield Clause(part, tokens, weight, heading, zone)


def tokens_of(words: str, at: int = 0) -> Iterator[Token]:
    """The words of a text with their places and stems."""
    before = ""
    for found in _WORD.finditer(words):
        plain = found.group(0).lower()
        if not plain.isascii():
            plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
        plain = plain.removesuffix("'s").removesuffix("\u2019s")
        plain = _SHORT.get(plain, plain)
        if plain == "ca" and before in _CANCERS:
            plain = "cancer"
        elif plain == "cva" and _ANGLE.match(words, found.end()):
            plain = "costovertebral"
        before = plain
        yield Token(at + found.start(), at + found.end(), plain, stem_of(plain), found.group(0).isupper())


# Where ``ca`` is cancer, and where ``CVA`` is an angle.
_CANCERS = frozenset(
    {
        "bladder",
        "breast",
        "cervical",
        "colon",
        "colorectal",
        "endometrial",
        "esophageal",
        "gastric",
        "kidney",
        "lung",
        "ovarian",
        "pancreatic",
        "prostate",
        "rectal",
        "renal",
        "skin",
        "testicular",
        "thyroid",
        "uterine",
    }
)
_ANGLE = re.compile(r"[ \t]*(?:angle|tender\w*|ttp|pain|percussion)\b", re.IGNORECASE)
_SHORT = {
    "rt": "right", "lt": "left", "bilat": "bilateral", "both": "bilateral", "bil": "bilateral",
    "l": "left", "r": "right",
    "tumour": "tumor", "oedema": "edema", "anaemia": "anemia", "haematuria": "hematuria", "diarrhoea": "diarrhea",
    "w": "with", "wo": "without", "2nd": "second", "3rd": "third", "vit": "vitamin", "def": "deficiency",
    "b/l": "bilateral", "w/o": "without", "cmc": "carpometacarpal", "mod": "moderate", "sacrum": "sacral",
    "hypoxemic": "hypoxia", "hypoxic": "hypoxia", "hypercapnic": "hypercapnia", "hypercarbic": "hypercapnia",
    "fx": "fracture", "hx": "history", "chr": "chronic", "iii": "3", "ii": "2", "iv": "4",
}  # fmt: skip
