"""The short key that a site, a payer or a person of the staff has in files and addresses, made from the name."""

import re
import unicodedata
from collections.abc import Collection


def key_for(name: str, taken: Collection[str], otherwise: str) -> str:
    """``Bridge Street`` -> ``bridge-street``, ``-2`` after it if that is taken; ``otherwise`` for a name without Latin
    letters or digits.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or otherwise
    key, count = base, 1
    while key in taken:
        count += 1
        key = f"{base}-{count}"
    return key
