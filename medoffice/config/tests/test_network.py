"""Where the office is reached: plain http on this machine only, TLS for every other, and by its own names alone."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from medoffice.config import hosts, wsgi
from medoffice.config.network import Network, add_network_arguments, network_of, said
from medoffice.config.tests.makers import ROOT
from medoffice.kernel import certificates
from medoffice.kernel.refusals import Refusal

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


def asked(data: Path, *typed: str) -> Network:
    parser = argparse.ArgumentParser()
    add_network_arguments(parser)
    return network_of(parser.parse_args(typed), data, NOW)


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    """A certificate somebody gave, and its key, as arguments."""
    made = certificates.issued(tmp_path / "given", ["office.example"], [], NOW)
    return ["--cert", str(made.certificate), "--cert-key", str(made.key)]


def test_without_lan_it_is_this_machine_in_plain_http_and_nothing_is_made(tmp_path: Path) -> None:
    alone = asked(tmp_path)
    assert (alone.bind, alone.port, alone.served, alone.environment()) == ("127.0.0.1", 8000, None, {})
    assert alone.options() == ["--host", "127.0.0.1", "--port", "8000"]
    assert (alone.origin, list(said(alone, NOW))) == ("http://localhost:8000/", [])
    assert asked(tmp_path, "--port", "0").port == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", [["--lan"], ["--lan", "192.168.1.5"], ["--lan", "--host", "office.example"]])
def test_with_lan_it_is_always_tls(tmp_path: Path, typed: list[str]) -> None:
    lan = asked(tmp_path, *typed)
    assert lan.served is not None
    assert lan.options()[-2:] == ["--ssl-protocol-min", "tls1.2"]
    assert str(lan.served.certificate) in lan.options()
    assert lan.origin.startswith("https://")
    assert lan.environment()["MEDOFFICE_TLS"] == "1"
    assert lan.environment()["MEDOFFICE_HOSTS"].split(",") == list(lan.hosts)
    assert lan.environment()["MEDOFFICE_AUTHORITY"] == str(tmp_path / "tls" / "ca.crt")
    words = "\n".join(said(lan, NOW))
    assert f"{lan.origin}trust/" in words
    assert certificates.fingerprint(tmp_path / "tls" / "ca.crt")[:47] in words
    assert len({len(row) for row in words.splitlines()[-15:]}) == 1, "a square of a QR code"


def test_a_given_certificate_needs_no_authority(tmp_path: Path, pair: list[str]) -> None:
    lan = asked(tmp_path / "data", "--lan", "--host", "Office.Example.", *pair)
    assert (lan.hosts, lan.port, lan.bind) == (("office.example",), 8443, "0.0.0.0")  # noqa: S104 - TLS
    assert set(lan.environment()) == {"MEDOFFICE_TLS", "MEDOFFICE_HOSTS"}
    assert not (tmp_path / "data").exists()
    assert list(said(lan, NOW)) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["--host", "office.example"], "needs-lan"),
        (["--cert", "a.pem"], "needs-lan"),
        (["--cert-key", "a.pem"], "needs-lan"),
        (["--lan", "--cert", "a.pem"], "needs-both"),
        (["--lan", "--cert-key", "a.pem"], "needs-both"),
        (["--lan", "--cert", "a.pem", "--cert-key", "a.pem"], "needs-host"),
        (["--lan", "--cert", "a.pem", "--cert-key", "a.pem", "--host", "office.example"], "certificate"),
        (["--lan", "everywhere"], "lan-address"),
        (["--lan", "::1"], "lan-address"),
        (["--lan", "--host", "*"], "host-name"),
        (["--lan", "--host", "a_b"], "host-name"),
        (["--lan", "--host", "office/x"], "host-name"),
        (["--lan", "--host", "203.0.113.5"], "authority-names"),
    ],
)
def test_what_does_not_go_together_or_is_not_safe_is_refused(tmp_path: Path, typed: list[str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        asked(tmp_path, *typed)
    assert refused.value.code == code


def test_a_given_certificate_must_be_for_every_name(tmp_path: Path, pair: list[str]) -> None:
    with pytest.raises(Refusal, match=r"not for other\.example"):
        asked(tmp_path, "--lan", "--host", "office.example", "--host", "other.example", *pair)


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An office on its network: two names and an address."""
    monkeypatch.setattr(settings, "OFFICE_HOSTS", ["office.lan", "192.168.1.5"])
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["127.0.0.1", "[::1]", ".localhost", ".office.lan", "192.168.1.5"])
    monkeypatch.setenv("MEDOFFICE_WORLD", "practice")


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    ("host", "world"),
    [
        ("office.lan", "practice"),
        ("OFFICE.lan:8443", "practice"),
        ("training.office.lan:8443", "training"),
        ("training.localhost:8000", "training"),
        ("localhost", "practice"),
        ("127.0.0.1:8000", "practice"),
        ("[::1]:8000", "practice"),
        ("192.168.1.5:8443", "practice"),
        ("a.b.office.lan", None),
    ],
)
def test_a_host_name_means_a_world(host: str, world: str | None) -> None:
    assert hosts.allowed(host)
    assert hosts.world_of(host) == world


def answer(host: str | None, address: str = "127.0.0.1", scheme: str = "http") -> tuple[str, bytes]:
    """What the outermost layer says, before Django."""
    told: list[str] = []

    def start(status: str, _headers: Iterable[tuple[str, str]]) -> None:
        told.append(status)

    environ = {"REMOTE_ADDR": address, "wsgi.url_scheme": scheme} | ({} if host is None else {"HTTP_HOST": host})
    body = b"".join(wsgi.application(environ, start))
    return told[0], body


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    "host", [None, "", "evil.example", "office.lan.evil.example", "xoffice.lan", "10.0.0.1", "a b"]
)
def test_any_other_name_is_turned_away(host: str | None) -> None:
    assert answer(host)[0] == "400 Bad Request"


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("address", ["192.168.1.9", "203.0.113.5", "", "::ffff:10.0.0.1"])
def test_plain_http_from_another_machine_is_turned_away(address: str) -> None:
    status, words = answer("office.lan", address)
    assert status == "403 Forbidden"
    assert b"TLS only" in words


CHECK = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
COOKIES = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.ALLOWED_HOSTS)"


def test_over_tls_the_deployment_check_has_nothing_to_say_and_cookies_are_bound_to_the_host() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "medoffice.config.settings"}
    environment |= {"MEDOFFICE_TLS": "1", "MEDOFFICE_HOSTS": "office.lan,192.168.1.5"}
    done = subprocess.run(CHECK, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues (3 silenced)" in done.stdout + done.stderr, "preload lists, and the two ways of axes not taken"
    shown = subprocess.run([sys.executable, "-c", COOKIES], env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.split()[:2] == ["__Host-medoffice", "__Host-csrf"]
    assert "'.office.lan', '192.168.1.5'" in shown.stdout
