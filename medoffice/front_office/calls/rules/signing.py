"""The telephone system's signature: HMAC-SHA256 with the office's secret over the time and the body, in hex."""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

SKEW = timedelta(minutes=5)
SHORTEST = 24


def signature(secret: bytes, stamp: str, body: bytes) -> str:
    """What belongs into ``X-Medoffice-Signature`` for a body sent at ``stamp`` (seconds since 1970)."""
    return hmac.new(secret, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def is_signed(secret: bytes, stamp: str, body: bytes, given: str, now: datetime) -> bool:
    """Whether a body was signed with the secret, at most five minutes ago or ahead. A blank secret signs nothing."""
    if not secret or not stamp.isascii() or not stamp.isdigit() or len(stamp) > 12:
        return False
    sent = datetime.fromtimestamp(int(stamp), UTC) if int(stamp) < 10**11 else None
    fresh = sent is not None and abs(now - sent) <= SKEW
    right = hmac.compare_digest(signature(secret, stamp, body).encode(), given.encode("utf-8", "replace"))
    return fresh and right


def ring_in(body: bytes) -> tuple[str, str, str]:
    """The id, the caller's number and the line of a ring; blanks for what is not there or no text."""
    try:
        told = json.loads(body)
        json.dumps(told, ensure_ascii=False).encode()  # half a letter (a lone surrogate) is none
    except (ValueError, RecursionError):
        return "", "", ""
    given = told if isinstance(told, dict) else {}
    found = [given.get(name, "") for name in ("id", "from", "to")]
    key, phone, line = (value.strip() if isinstance(value, str) and "\x00" not in value else "" for value in found)
    return key, phone, line
