"""Lists of words as one string."""


def listed(text: str) -> list[str]:
    """The words in their order."""
    return text.split()


def words(text: str) -> frozenset[str]:
    """The words as a set."""
    return frozenset(text.split())
