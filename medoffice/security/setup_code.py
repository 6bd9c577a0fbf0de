"""The set-up code: proof, when the first account is made, that one can read what the program printed at its start."""

from django.utils.crypto import salted_hmac


def setup_code(secret: str) -> str:
    """Eight digits that follow from the office's secret; useless once an account exists."""
    digest = salted_hmac("owner set-up", "code", secret=secret, algorithm="sha256").hexdigest()
    return f"{int(digest, 16) % 100_000_000:08d}"
