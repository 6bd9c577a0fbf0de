"""``medoffice lab-link``: takes in what laboratories send over a wire (HL7 version 2, MLLP), in its own process."""

import argparse
import ipaddress
import signal
import ssl
from collections.abc import Callable

from medoffice.config.output import line, say
from medoffice.config.server import chosen_world, database
from medoffice.kernel.refusals import Refusal

PORT = 2575


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens, who may come, what it shows."""
    parser.add_argument("--world", metavar="W", help="which world (default: the practice's own)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"default {PORT}; 0 takes a free one")
    parser.add_argument("--allow", action="append", default=[], metavar="NET", help="only from here (repeat it)")
    parser.add_argument("--certificate", metavar="FILE", help="the office's certificate, with its chain (PEM)")
    parser.add_argument("--key", metavar="FILE", help="its key (PEM)")
    parser.add_argument("--clients", metavar="FILE", help="who signs the certificates that laboratories show (PEM)")


def run(arguments: argparse.Namespace) -> int:
    """Listen until Ctrl-C or SIGTERM, then 0; 3 if the address is not free."""
    from medoffice.exchange.lab_link.types import Listening

    how = Listening(host=arguments.host, port=arguments.port, allowed=tuple(map(_network, arguments.allow)))
    tls = _tls(arguments)
    if tls is None and not _is_own(arguments.host):
        words = "Beyond this machine the link is encrypted: results name patients."
        raise Refusal("lab-link-open", words, "Give --certificate and --key, or listen at 127.0.0.1.")
    with database():
        from medoffice.exchange.lab_link.api import serve

        world = chosen_world(arguments.world)

        def ready(port: int) -> None:
            line(f"laboratories are heard at {arguments.host}:{port}, for {world}")

        try:
            serve(world, how, stop=_on_signals, ready=ready, tls=tls)
        except OSError as error:
            say(f"The laboratory link cannot listen at {arguments.host}:{arguments.port}: {error.strerror}.")
            return 3
    say("stopping")
    return 0


def _on_signals(end: Callable[[], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: end())


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError as error:
        raise Refusal("lab-link-allow", f"{text} is no address or network.", "Write 192.0.2.0/24.") from error


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _tls(arguments: argparse.Namespace) -> ssl.SSLContext | None:
    """How the link is encrypted, and whether laboratories must show a certificate."""
    if not arguments.certificate:
        return None
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        found.load_cert_chain(arguments.certificate, arguments.key)
        if arguments.clients:
            found.verify_mode = ssl.CERT_REQUIRED
            found.load_verify_locations(arguments.clients)
    except OSError as error:
        words = "The certificate or its key cannot be read."
        raise Refusal("lab-link-certificate", words, "Give both as PEM files.") from error
    return found
