"""Which world a host name means, and which host names are ours at all.

``name.localhost`` is the world ``name``, and so is ``name.`` before a name of the office on its network; any other
allowed name or address is the office's own world.
"""

import os

from django.conf import settings
from django.http.request import split_domain_port, validate_host


def allowed(host: str) -> bool:
    """Whether a Host header names this office: anything else is turned away before it reaches the program."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def world_of(host: str) -> str | None:
    """The world a host name means: ``training.localhost:8000`` -> ``training``; None if it cannot be a name."""
    domain, _ = split_domain_port(host)
    for ours in (*settings.OFFICE_HOSTS, "localhost"):
        if domain.endswith(f".{ours}") and domain not in settings.OFFICE_HOSTS:
            name = domain.removesuffix(f".{ours}")
            return name if all(letter.isalnum() or letter == "-" for letter in name) else None
    return own_world()


def own_world() -> str:
    """The world this office is: what a plain address leads to."""
    return os.environ.get("MEDOFFICE_WORLD", "practice")
