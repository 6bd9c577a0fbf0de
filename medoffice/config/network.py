"""Where the office is reached: on this machine only, in plain http; or on the office network, always over TLS.

``--lan`` is the one way to other machines. It takes a given certificate, or one of the office's own authority.
"""

import argparse
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, ip_address
from pathlib import Path

import qrcode

from medoffice.kernel import certificates
from medoffice.kernel.certificates import Served
from medoffice.kernel.refusals import Refusal

PORT, LAN_PORT = 8000, 8443
LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - over TLS only
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_NOWHERE = ("192.0.2.1", 9)  # RFC 5737: nothing is sent, the machine only says from which address it would be


@dataclass(frozen=True, slots=True)
class Network:
    """Address and port to listen on, the host names and addresses to answer to, the certificate to show."""

    bind: str
    port: int
    hosts: tuple[str, ...] = ()
    served: Served | None = None

    @property
    def origin(self) -> str:
        """The address to type."""
        return f"https://{self.hosts[0]}:{self.port}/" if self.served else f"http://localhost:{self.port}/"

    @property
    def knock(self) -> str:
        """Where this machine itself reaches it."""
        return LOOPBACK if self.bind == EVERYWHERE else self.bind

    def environment(self) -> dict[str, str]:
        """What settings read, in this process and in the parts of the office."""
        if self.served is None:
            return {}
        told = {"MEDOFFICE_TLS": "1", "MEDOFFICE_HOSTS": ",".join(self.hosts)}
        return told | ({"MEDOFFICE_AUTHORITY": str(self.served.authority)} if self.served.authority else {})

    def options(self) -> list[str]:
        """What the web server is told."""
        told = ["--host", self.bind, "--port", str(self.port)]
        if self.served is not None:
            told += ["--ssl-certificate", str(self.served.certificate), "--ssl-keyfile", str(self.served.key)]
            told += ["--ssl-protocol-min", "tls1.2"]
        return told


def add_network_arguments(parser: argparse.ArgumentParser) -> None:
    """``--port``, ``--lan``, ``--host``, ``--cert``, ``--cert-key``."""
    parser.add_argument("--port", type=int, help=f"default: {PORT}, with --lan {LAN_PORT}")
    parser.add_argument(
        "--lan",
        nargs="?",
        const=EVERYWHERE,
        metavar="ADDRESS",
        help="serve the office network over TLS",
    )
    parser.add_argument("--host", action="append", default=[], metavar="NAME", help="a name other computers use for it")
    parser.add_argument("--cert", type=Path, metavar="PEM", help="a certificate with its chain, instead of our own")
    parser.add_argument("--cert-key", type=Path, metavar="PEM", help="its key (PKCS#8, closed to others)")


def network_of(arguments: argparse.Namespace, data: Path, now: datetime) -> Network:
    """What the arguments ask for. Raises Refusal for what does not go together or is not safe."""
    if arguments.lan is None:
        for name in ("host", "cert", "cert_key"):
            if getattr(arguments, name):
                words = f"--{name.replace('_', '-')} is for the office network."
                raise Refusal("needs-lan", words, "Add --lan; without it the office is reached on this machine only.")
        return Network(LOOPBACK, PORT if arguments.port is None else arguments.port)
    hosts = tuple(dict.fromkeys(_host(name) for name in arguments.host))
    bind, port = _address(arguments.lan), LAN_PORT if arguments.port is None else arguments.port
    if arguments.cert is None and arguments.cert_key is None:
        return _with_own(bind, port, hosts, data, now)
    if arguments.cert is None or arguments.cert_key is None:
        raise Refusal("needs-both", "A certificate and its key go together.", "Give --cert and --cert-key.")
    if not hosts:
        raise Refusal("needs-host", "A given certificate is for names.", "Say which the office uses with --host.")
    return Network(bind, port, hosts, certificates.given(arguments.cert, arguments.cert_key, hosts, now))


def said(network: Network, now: datetime) -> Iterator[str]:
    """For the person at the machine: what other computers need to reach and trust it."""
    served = network.served
    if served is None:
        return
    if served.ends - now < timedelta(days=30):
        yield f"Its certificate ends on {served.ends:%m/%d/%Y}. Get a new one."
    if len(network.hosts) > 1:
        yield f"It also answers to {', '.join(network.hosts[1:])}."
    if served.authority is None:
        return
    yield f"Once on each computer that is to use it: open {network.origin}trust/ and do what it says."
    yield "The authority's fingerprint, which that computer must show (SHA-256):"
    pairs = certificates.fingerprint(served.authority)
    yield from (f"  {pairs[start : start + 48].rstrip(':')}" for start in (0, 48))
    yield from _square(f"{network.origin}trust/")


def _with_own(bind: str, port: int, hosts: tuple[str, ...], data: Path, now: datetime) -> Network:
    here = _machine_name()
    names = hosts or (here, *([] if "." in here else [f"{here}.local"]))
    numbers = [ip_address(bind)] if bind not in (EVERYWHERE, LOOPBACK) else list(_addresses(here))
    told = tuple(dict.fromkeys([*names, *map(str, numbers)]))
    dns = [*(name for name in told if not _number(name)), "localhost"]
    reached = [number for name in (*told, LOOPBACK) if (number := _number(name))]
    try:
        data.mkdir(mode=0o711, parents=True, exist_ok=True)
        served = certificates.issued(data / "tls", dns, reached, now)
    except OSError as error:
        words = f"The data folder {data} cannot be used ({error.strerror})."
        raise Refusal("data-folder", words, "Set MEDOFFICE_DATA to a folder you may write.") from error
    return Network(bind, port, told, served)


def _host(typed: str) -> str:
    name = typed.strip().lower().rstrip(".")
    if _number(name) is None and not _NAME.fullmatch(name):
        raise Refusal("host-name", f"{typed!r} is not the name of a host.", "Such as --host office.example.com.")
    return name


def _address(typed: str) -> str:
    number = _number(typed)
    if not isinstance(number, IPv4Address):
        raise Refusal("lan-address", f"{typed!r} is not an address of this machine.", "Such as --lan 192.168.1.5.")
    return str(number)


def _number(text: str) -> certificates.Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _machine_name() -> str:
    name = socket.gethostname().lower().rstrip(".")
    return name if _NAME.fullmatch(name) else "medoffice"


def _addresses(here: str) -> Iterator[certificates.Address]:
    """The machine's private addresses, the one it would use first."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(_NOWHERE)
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += [entry[4][0] for entry in socket.getaddrinfo(here, None, socket.AF_INET)]
    for text in dict.fromkeys(str(one) for one in found):
        number = _number(text)
        if number is not None and certificates.of_private_network(number) and not number.is_loopback:
            yield number


def _square(text: str) -> Iterator[str]:
    """A QR code for a terminal: two rows of it in one line."""
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    rows = code.get_matrix()
    blank = [False] * len(rows[0])
    for above, below in zip(rows[::2], [*rows[1::2], blank], strict=False):
        yield "".join(" ▄▀█"[2 * (not up) + (not down)] for up, down in zip(above, below, strict=True))
