"""Which bytes of a file a player asks for (RFC 9110, 14.1.2): one range; of several, or one that is no range, all."""

import re

_ONE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def bytes_asked(header: str, size: int) -> tuple[int, int] | None:
    """The first and last byte that are asked for; None: the whole file.

    Raises ValueError for a range that lies outside the file.
    """
    found = _ONE.fullmatch(header.strip())
    if found is None or not any(found.groups()):
        return None
    begin, end = found.groups()
    if not begin:  # the last so many
        if not int(end) or not size:
            raise ValueError("no byte is asked for")
        return max(size - int(end), 0), size - 1
    first, last = int(begin), min(int(end), size - 1) if end else size - 1
    if end and int(end) < int(begin):
        return None
    if first >= size:
        raise ValueError("behind the end")
    return first, last
