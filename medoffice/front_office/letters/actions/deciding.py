"""What the office decides of letters itself: by whom it was decided is always said."""

from collections.abc import Mapping

from medoffice.kernel.refusals import Invalid
from medoffice.kernel.sources import is_named


def refuse_undecided(wrong: Mapping[str, str], source: str) -> str:
    """The source as it is kept. Raises Invalid with what is wrong, by field ("" is nothing), or if it names nobody."""
    said = {**wrong, "source": "" if is_named(source) else "Say who decided it."}
    faults = {field: [words] for field, words in said.items() if words}
    if faults:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": faults})
    return source.strip()[:200]
