"""The passwords of the worlds' logins on a server that asks for them: derived from the office's secret, never kept."""

from django.conf import settings

from medoffice.kernel.secrets import derived_key


def world_password(login: str) -> str:
    """The password of one world's login; empty for the server this program started, which knows its user by itself."""
    return derived_key(settings.DATABASE_KEY, login).hex() if settings.DATABASE_KEY else ""
