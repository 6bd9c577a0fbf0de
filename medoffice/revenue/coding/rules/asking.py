"""Questions that a coder may ask a provider: templates that lead nowhere. Pure.

A question quotes the note and offers every answer that could be true, always with "something else" and "cannot be
determined". It names no code, no payment and no wished answer (AHIMA and ACDIS, compliant query practice: unverified).
"""

import re
from dataclasses import dataclass

from medoffice.kernel.findings import Finding

SOURCE = "unverified"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that may be given; ``says`` means that it is none without words of the provider's own."""

    key: str
    words: str
    says: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A question with all its answers; ``question`` is asked of the quoted words."""

    key: str
    title: str
    question: str
    choices: tuple[Choice, ...]

    def choice(self, key: str) -> Choice | None:
        """The answer of this key, if the question offers it."""
        return next((one for one in self.choices if one.key == key), None)


_ALWAYS = (Choice("other", "Something else", says=True), Choice("unknown", "Cannot be determined"))


def _made(key: str, title: str, question: str, *choices: Choice) -> Template:
    return Template(key=key, title=title, question=question, choices=(*choices, *_ALWAYS))


TEMPLATES = {
    one.key: one
    for one in (
        _made(
            "exact",
            "Type or stage",
            "Does the chart allow the type, stage or site of this to be said more exactly?",
            Choice("more", "More exactly", says=True),
            Choice("as-is", "Not more exactly than written"),
        ),
        _made(
            "course",
            "Acute or chronic",
            "How did this stand at the visit?",
            Choice("acute", "Acute"),
            Choice("chronic", "Chronic"),
            Choice("both", "Acute on chronic"),
        ),
        _made(
            "side",
            "Side",
            "Which side was this on?",
            Choice("right", "Right"),
            Choice("left", "Left"),
            Choice("both", "Both sides"),
        ),
        _made(
            "state",
            "Present, past or suspected",
            "How did this stand on the day of the visit?",
            Choice("present", "Present"),
            Choice("resolved", "Resolved, only in the history"),
            Choice("suspected", "Suspected and not established"),
            Choice("excluded", "Ruled out"),
        ),
        _made(
            "relation",
            "Cause or relation",
            "Is this related to another condition, a medicine or an event?",
            Choice("related", "Related to", says=True),
            Choice("unrelated", "Not related"),
        ),
        _made(
            "meaning",
            "Finding without a diagnosis",
            "What does this finding or treatment stand for, if anything?",
            Choice("condition", "A condition", says=True),
            Choice("nothing", "Of no meaning for this visit"),
        ),
        _made(
            "conflict",
            "Two places disagree",
            "Another place of the chart says otherwise. Which holds?",
            Choice("this", "These words hold"),
            Choice("elsewhere", "The other place holds", says=True),
        ),
    )
}

_MONEY = re.compile(
    r"\b(?:cod(?:e[sd]?|able)|bill\w*|pay(?:s|er|ers|ment|ments)?|paid|reimburs\w*|revenue|money|denial|den(?:y|ied)|hcc"
    r"|raf|risk score|rvu\w*|level \d|upcod\w*|medical necessity|quality (?:score|measure)s?)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:please (?:add|document|state|confirm|change|write)|(?:would|do|don't|wouldn't|can|could) (?:you|we)"
    r" (?:not )?(?:agree|add|document|say|confirm|change|call)|should (?:be|say|read)|i (?:think|believe|suggest)"
    r"|(?:is|was|isn't|wasn't) (?:it|this) (?:not )?(?:really|actually|because|due)|agree)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})\b")


def leading(words: str) -> list[Finding]:
    """What in a coder's own words would lead the provider: a code, money, a wished answer."""
    found = []
    for pattern, why in (
        (_CODE, "names a code"),
        (_MONEY, "speaks of codes or payment"),
        (_LED, "says which answer is wished for"),
    ):
        hit = pattern.search(words)
        if hit:
            found.append(Finding("query-leads", "detail", f"“{hit.group(0)}” {why}. Say only what the chart holds."))
    return found


def answered(choice: Choice, words: str) -> str:
    """The answer in one sentence, as it stands in the chart."""
    return f"{choice.words}: {words}" if words and choice.says else f"{choice.words}. {words}".strip()


def addendum(question: str, quote: str, answer: str) -> str:
    """What is added to the note: the question with the words it was asked of, and the answer."""
    return f"Asked of “{quote}”: {question}\n{answer}"
