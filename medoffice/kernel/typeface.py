"""The one typeface of printed pages: which letters it has."""

from medoffice.kernel.findings import Finding, Severity

# What typst's built-in text face draws, read from its character map: Latin with its marks, Greek, Cyrillic, Hebrew.
_DRAWN = (
    *((0x0020, 0x007E), (0x00A0, 0x02E4), (0x0300, 0x034E), (0x0350, 0x036F), (0x037A, 0x037E), (0x0384, 0x038A)),
    *((0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x03CE), (0x0400, 0x0477), (0x048C, 0x04C4), (0x04D0, 0x04F9)),
    *((0x05D0, 0x05EA), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x20AC, 0x20AC)),
)


def undrawable(page: str, where: str, text: str) -> list[Finding]:
    """A finding if letters of this text are not in the page's typeface and would print as boxes."""
    missing = sorted({letter for letter in text if not any(low <= ord(letter) <= high for low, high in _DRAWN)})
    if not missing:
        return []
    words = f"The printed {page} cannot show {''.join(missing)} of the {where}."
    return [Finding("script-not-drawn", where, words, Severity.WARNING)]
