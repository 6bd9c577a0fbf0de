"""The nouns of summaries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """To whom a chart is given as a clinical document, and why.

    ``purpose`` and ``why`` as in disclosures. With a ``reason`` it is a referral note, which says it and the ``plan``
    (assessment and plan); without, a continuity of care document.
    """

    to_name: str
    to_office: str = ""
    purpose: str = "treatment"
    why: str = ""
    reason: str = ""
    plan: str = ""
