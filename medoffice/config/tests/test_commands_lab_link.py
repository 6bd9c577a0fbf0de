"""``medoffice lab-link``: a process that hears laboratories, over TLS beyond this machine, until it is told to stop."""

import os
import signal
import socket
import ssl
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from medoffice.config.tests.makers import ROOT, medoffice
from medoffice.kernel import certificates, clock

SAID = (
    b"\x0bMSH|^~\\&|LIS|PRAIRIE|||20261124||ORU^R01|7|P|2.5.1\rPID|1||||Vale^Ingrid||19680308|F\r"
    b"OBR|1||F7|K^Potassium^L|||202611240730|||||||||||||||||F\rOBX|1|NM|K^Potassium^L||4.1|mmol/L|3.5-5.1|N|||F\r\x1c\r"
)


def laboratory(path: Path) -> Path:
    """What a laboratory shows: a certificate that vouches for itself, with its key, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), clock.real_now()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prairie Laboratory")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + timedelta(1))
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private = key.private_bytes(pem, form, serialization.NoEncryption())
    path.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem) + private)
    return path


def answer(port: int, tls: ssl.SSLContext | None) -> bytes:
    """What is answered; nothing where it hears nobody."""
    found = b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as plain:
            wire = tls.wrap_socket(plain, server_hostname="localhost") if tls else plain
            wire.sendall(SAID)
            while not found.endswith(b"\x1c\r") and (piece := wire.recv(4096)):
                found += piece
            wire.close()
    except OSError:
        pass
    return found


def test_over_tls_it_hears_who_shows_a_certificate_and_nobody_else(fresh_world: str, tmp_path: Path) -> None:
    office = certificates.issued(tmp_path / "office", ["localhost"], [], clock.real_now())
    known, other = laboratory(tmp_path / "known.pem"), laboratory(tmp_path / "other.pem")
    command = [
        *(sys.executable, "-m", "medoffice", "lab-link", "--world", fresh_world, "--port", "0"),
        *("--certificate", str(office.certificate), "--key", str(office.key), "--clients", str(known)),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as link:
        assert link.stdout is not None
        port = int(link.stdout.readline().partition(",")[0].rpartition(":")[2])
        bare, stranger, expected = (ssl.create_default_context(cafile=str(office.authority)) for _ in range(3))
        stranger.load_cert_chain(other)
        expected.load_cert_chain(known)
        assert [answer(port, one) for one in (None, bare, stranger)] == [b"", b"", b""]
        assert b"MSA|AA|7" in answer(port, expected)
        link.send_signal(signal.SIGTERM)
        assert link.wait(30) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], "Beyond this machine the link is encrypted"),  # noqa: S104 - it is refused
        (["--host", "localhost", "--allow", "everybody"], "everybody is no address or network"),
        (["--certificate", "nowhere.pem", "--key", "nowhere.pem"], "certificate or its key cannot be read"),
    ],
)
def test_what_is_not_safe_or_no_address_is_refused_in_words(arguments: list[str], words: str) -> None:
    done = medoffice("lab-link", "--port", "0", *arguments)
    assert done.returncode != 0
    assert words in done.stderr
