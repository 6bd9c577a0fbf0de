"""Where the database is: the socket of the server this program started, or what ``DATABASE_URL`` says.

The address names a server, not a database, since each world is one. It carries the owner's password (or a file does);
the logins of the worlds have passwords derived from the office's secret. Over a network only TLS with a verified
server will do. ``DATABASE_POOLER`` is a pgbouncer in transaction mode, for the web tier alone: what listens for
notifications or holds a session's lock goes to the server itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal

OWNER = "office_owner"
_LOCAL = ("localhost", "127.0.0.1", "::1")
_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout")
_VERIFIED = ("verify-full", "verify-ca")


@dataclass(frozen=True, slots=True)
class Address:
    """A server: host (or socket folder), port, the owner's password, libpq's options, and whether a pooler answers."""

    host: str = ""
    port: str = ""
    password: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    pooled: bool = False

    def settings(self) -> dict[str, Any]:
        """As Django's ``DATABASES`` wants it. Through a pooler nothing outlives a transaction."""
        options: dict[str, Any] = {**self.options, **({"prepare_threshold": None} if self.pooled else {})}
        told = {"HOST": self.host, "PORT": self.port, "PASSWORD": self.password, "OPTIONS": options}
        return {**told, "DISABLE_SERVER_SIDE_CURSORS": self.pooled}


def of_environment(environment: Mapping[str, str]) -> Address:
    """The address this process uses. Raises Refusal for one that will not do."""
    url = environment.get("DATABASE_URL", "")
    if not url:
        return Address(environment.get("MEDOFFICE_DB_HOST", ""))
    parts = _parts(url)
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or parts.hostname or ""
    unknown = sorted(set(options) - set(_OPTIONS))
    if not host or parts.path.strip("/") or parts.username not in (None, OWNER) or unknown:
        raise _wrong(f"({', '.join(unknown)} is not known)" if unknown else "")
    _refuse_in_the_clear(host, options)
    password = _from_file(environment) or unquote(parts.password or "")
    server = Address(host, str(parts.port or 5432), password, options)
    pooler = environment.get("DATABASE_POOLER", "")
    if not pooler or environment.get("MEDOFFICE_TIER") != "web":
        return server
    place, _, port = pooler.rpartition(":")
    if not place or not port.isdigit():
        raise Refusal("database-pooler", "DATABASE_POOLER is not host:port.", "Such as 127.0.0.1:6432.")
    _refuse_in_the_clear(place, options)
    return Address(place, port, "", options, pooled=True)


def without_password(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment for the parts of the office that never act as the owner: its password is not in it."""
    kept = {name: value for name, value in environment.items() if name != "MEDOFFICE_DB_PASSWORD_FILE"}
    url = kept.get("DATABASE_URL", "")
    if url:
        parts = _parts(url)
        place = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        place += f":{parts.port}" if parts.port else ""
        kept["DATABASE_URL"] = parts._replace(netloc=place).geturl()
    return kept


def _parts(url: str) -> Any:  # noqa: ANN401 - the standard library's private type
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for what is no port
    except ValueError as error:
        raise _wrong("") from error
    if parts.scheme not in ("postgres", "postgresql"):
        raise _wrong("")
    return parts


def _wrong(why: str) -> Refusal:
    words = f"DATABASE_URL is not the address of a PostgreSQL server {why}".strip() + "."
    return Refusal("database-url", words, f"postgresql://{OWNER}@host:5432/?sslmode=verify-full, without a database.")


def _refuse_in_the_clear(host: str, options: Mapping[str, str]) -> None:
    if host not in _LOCAL and not host.startswith("/") and options.get("sslmode") not in _VERIFIED:
        words = f"The connection to {host} would not be safe: the server is not verified."
        raise Refusal("database-plain", words, "Add ?sslmode=verify-full&sslrootcert=FILE to DATABASE_URL.")


def _from_file(environment: Mapping[str, str]) -> str:
    """The first line of the file that holds the owner's password, which others may not read."""
    named = environment.get("MEDOFFICE_DB_PASSWORD_FILE", "")
    if not named:
        return ""
    path = Path(named)
    try:
        if path.stat().st_mode & private.OTHERS:
            raise Refusal("password-open", f"Others may read {path}.", f"chmod 600 {path}")
        return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("password-file", f"{path} cannot be read.", "See MEDOFFICE_DB_PASSWORD_FILE.") from error
