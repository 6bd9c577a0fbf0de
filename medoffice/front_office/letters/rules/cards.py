"""What may stand on a postcard, which anybody reads who handles it: words of the office's, nothing of the patient.

Only what is needed may go (45 CFR 164.502(b)), and on an open card that is that the office asks to be called. So a card
names no field that a chart or an account fills, nobody types into it, and words of health or money are refused. The
list of those words is ours and ``source: unverified``; the size is that of the cheapest card, also unverified.
"""

from collections.abc import Collection

from medoffice.front_office.letters.rules.parsing import asked_about, slots_in
from medoffice.front_office.letters.types.templates import Parsed
from medoffice.kernel.findings import Finding
from medoffice.kernel.folding import folded_words

ON_CARD = frozenset({"office.name", "office.phone", "office.address", "site.name", "site.phone"})
MOST_LETTERS, MOST_LINES = 400, 10  # what fits beside the address
WIDTH, HEIGHT = 5.5, 4.25  # inches: four to a sheet of letter paper on its side


def against_card(parsed: Parsed, text: str, never: Collection[str]) -> list[Finding]:
    """What keeps a text off an open card, each with its line."""
    named = [*slots_in(parsed.parts), *sorted(asked_about(parsed.parts))]
    found = [
        Finding("card-field", "the text", f"{name} is not for a card that anybody can read.")
        for name in dict.fromkeys(named)
        if name not in ON_CARD
    ]
    for number, line in enumerate(text.split("\n"), 1):
        found += [
            Finding("card-word", f"line {number}", f"\u201c{word}\u201d tells whoever handles the card too much.")
            for word in folded_words(line)
            if word in never
        ]
    return found + too_long(text)


def too_long(text: str) -> list[Finding]:
    """Whether it does not fit on a card."""
    if len(text) > MOST_LETTERS or text.strip().count("\n") >= MOST_LINES:
        return [Finding("card-long", "the text", f"A card has at most {MOST_LETTERS} letters in {MOST_LINES} lines.")]
    return []
