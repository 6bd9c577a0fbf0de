"""Whether somebody is whom the office agreed not to tell."""

from collections.abc import Iterable

# What stands before or behind a name and names nobody.
TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "md", "do", "np", "pa", "rn", "phd", "inc", "llc", "the"})


def is_meant(restricted: Iterable[str], told: Iterable[str], own: Iterable[str]) -> bool:
    """Whether the words of a name name whom a restriction names: all of the one are among the other.

    Whatever the order, with more words or fewer; a title or a letter alone names nobody, nor does a blank. The
    patient's own name never does: nobody is kept from what is theirs.
    """
    asked, to = _naming(restricted), _naming(told)
    if not asked or not to or to == _naming(own):
        return False
    return asked <= to or to <= asked


def _naming(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) > 1 and word not in TITLES)
