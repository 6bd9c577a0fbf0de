"""How passwords are kept: argon2id, above the least OWASP asks for (19 MiB, twice) on both counts.

Not more: a sign-in holds this memory and a core for its time, and the whole office signs in at eight.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OfficePasswords(Argon2PasswordHasher):
    """32 MiB, gone over three times, by one core."""

    time_cost, memory_cost, parallelism = 3, 32 * 1024, 1
