"""How far two coders agree: in percent, and beyond chance by Cohen's kappa.

Kappa (J. Cohen, Educational and Psychological Measurement 20, 1960) compares what two people put into the same
categories: (observed - expected) / (1 - expected), expected by how often each of them uses each category. It is
counted on levels, where each visit has one category of each coder. Codes have none that both could have left out, so
for codes there is a percentage and no kappa.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from medoffice.revenue.code_audits.types import Kappa

NOTHING = "nothing was judged yet"
ONE_CATEGORY = "both gave every visit the same level, so chance alone would agree as well"


def percent(agreed: int, of: int) -> Decimal | None:
    """Agreed of all in percent, to a tenth, half up; None of nothing."""
    if of == 0:
        return None
    return (Decimal(100 * agreed) / of).quantize(Decimal("0.1"), ROUND_HALF_UP)


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> Kappa:
    """Cohen's kappa of what two people said of each, unweighted; not defined of nothing, nor where both always said
    one and the same.
    """
    count = len(pairs)
    if not count:
        return Kappa(None, NOTHING)
    observed = Fraction(sum(one == other for one, other in pairs), count)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = Fraction(sum(times * others[name] for name, times in ones.items()), count * count)
    if expected == 1:
        return Kappa(None, ONE_CATEGORY)
    return Kappa(float((observed - expected) / (1 - expected)))
