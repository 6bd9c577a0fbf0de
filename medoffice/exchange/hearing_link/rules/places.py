"""Which servers may be asked: of the office's own networks, over TLS; without it only this machine itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.exchange.hearing_link.types import Place
from medoffice.kernel.certificates import Address, of_private_network
from medoffice.kernel.refusals import Invalid, Refusal

SERVICE, LONGEST, MOST_PORT = "/v1/audio/transcriptions", 200, 65_535
_HERE = "localhost"
_ADDRESS = re.compile(
    r"(https?)://(?:([a-z0-9.-]{1,253})|\[([0-9a-f:.]+)\])(?::(\d{1,5}))?((?:/[\w.~-]+)*)/?", re.ASCII | re.IGNORECASE
)
_NAME = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_KEY = re.compile(r"[!-~]{0,400}")
_SUCH = "Such as https://speech.office.lan:8443."


def checked(server: HearingServer) -> HearingServer:
    """The server as it is kept: its address without what every such address ends with, its certificates alone.

    Raises Invalid, at its field, for what may not be asked.
    """
    place = _read(server.address)
    if not 0 < len(server.model) <= 64 or not server.model.isprintable():
        raise _wrong("model", "Say which model the server is asked for.", "By the name that the server gives it.")
    if not _KEY.fullmatch(server.key):
        raise _wrong("secret", "A key has letters, figures and signs, and no space.", "Copy it whole, and alone.")
    shown = f"[{place.host}]" if ":" in place.host else place.host
    address = f"http{'s' if place.tls else ''}://{shown}:{place.port}{place.path}"
    if len(address) > LONGEST:
        raise _wrong("address", "This address is too long.", _SUCH)
    return replace(server, address=address, certificate=_certificates(server.certificate) if place.tls else "")


def place_of(server: HearingServer) -> Place:
    """Where the service of a server is. Raises Invalid for an address that may not be asked."""
    place = _read(server.address)
    return replace(place, path=place.path + SERVICE)


def refuse_elsewhere(place: Place, found: Sequence[Address]) -> None:
    """Raises Refusal unless every address that a name stands for is of the office's networks, or of this machine."""
    beyond = [one for one in found if not (of_private_network(one) if place.tls else one.is_loopback)]
    if beyond or not found:
        where = ", ".join(map(str, beyond)) or "nowhere"
        words = f"The recogniser's server {place.host} is at {where}, which is not in the office's own network."
        raise Refusal("hearing.server-elsewhere", f"{words} Nothing was sent.", "Look at its address and at the names.")


def _read(address: str) -> Place:
    found = _ADDRESS.fullmatch(address)
    scheme, name, inside, told, path = found.groups() if found else ("", "", "", "", "")
    host, tls = (name or inside or "").lower(), scheme.lower() == "https"
    number, port = _number(host), int(told or (443 if tls else 80))
    if (number is None and (inside or not _NAME.fullmatch(host))) or not 0 < port <= MOST_PORT:
        raise _wrong("address", "This is not the address of a server.", _SUCH)
    if number is not None and not of_private_network(number):
        raise _wrong("address", f"{host} is not in the office's own network.", "Sound goes to no other. " + _SUCH)
    if not tls and host != _HERE and not (number is not None and number.is_loopback):
        words = "Beyond this machine sound goes over TLS: a recording is a patient's."
        raise _wrong("address", words, _SUCH)
    return Place(host, port, path.removesuffix(SERVICE).removesuffix("/v1"), tls)


def _number(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _certificates(text: str) -> str:
    """The certificates of a text, and nothing else of it."""
    if "PRIVATE KEY" in text:
        raise _wrong("certificate", "This is a key, not a certificate.", "Keep it, and give the certificate.")
    try:
        found = x509.load_pem_x509_certificates(text.encode())
    except ValueError as error:
        words = "Give the server's certificate, or that of the authority that signed it."
        raise _wrong("certificate", words, "It begins with -----BEGIN CERTIFICATE-----.") from error
    return "".join(one.public_bytes(Encoding.PEM).decode() for one in found)


def _wrong(field: str, words: str, fix: str) -> Invalid:
    return Invalid(f"hearing.{field}", words, fix, {"fields": {field: f"{words} {fix}"}})
