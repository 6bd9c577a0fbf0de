"""Which servers may be asked: the office's own networks, over TLS; without it this machine alone."""

from ipaddress import ip_address

import pytest

from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.exchange.hearing_link.rules.places import checked, place_of, refuse_elsewhere
from medoffice.exchange.hearing_link.types import Place
from medoffice.kernel.refusals import Invalid, Refusal

NO_ADDRESS = (
    "", "speech.office.lan", "ftp://localhost", "file:///etc/passwd", "http://somebody:secret@localhost",
    "http://localhost:0", "http://localhost:99999", "http://localhost/?a=b", "http://localhost/#a",
    "http://localhost/a b", "http://localhost/\r\nHost: elsewhere", "http://localhost\n", "http://-bad-.lan",
    "http://[name]", "http://local host",
)  # fmt: skip
ELSEWHERE = (
    "https://8.8.8.8", "https://[2001:db8::1]", "https://[::ffff:8.8.8.8]", "https://169.254.169.254",
    "https://0.0.0.0", "https://100.64.0.1",
)  # fmt: skip
OPEN = ("http://192.168.1.20:8000", "http://speech.office.lan", "http://localhost.example.com")


@pytest.mark.parametrize(
    ("typed", "kept", "path"),
    [
        ("http://localhost:8000", "http://localhost:8000", "/v1/audio/transcriptions"),
        ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000", "/v1/audio/transcriptions"),
        ("HTTP://LocalHost:8000/", "http://localhost:8000", "/v1/audio/transcriptions"),
        ("http://[::1]:9/v1/audio/transcriptions", "http://[::1]:9", "/v1/audio/transcriptions"),
        ("http://localhost/Heard/v1", "http://localhost:80/Heard", "/Heard/v1/audio/transcriptions"),
    ],
)
def test_an_address_is_kept_without_what_all_end_with(typed: str, kept: str, path: str) -> None:
    found = checked(HearingServer(typed, "small.en", "whatever"))
    assert (found.address, found.certificate) == (kept, "")
    assert place_of(found).path == path


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        *((one, "not the address of a server") for one in NO_ADDRESS),
        *((one, "is not in the office's own network") for one in ELSEWHERE),
        *((one, "goes over TLS") for one in OPEN),
    ],
)
def test_what_is_elsewhere_open_or_no_address_is_refused_at_its_field(typed: str, why: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(HearingServer(typed, "small.en"))
    assert why in refused.value.detail["fields"]["address"]


@pytest.mark.parametrize("text", ["", "none", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
def test_over_tls_it_is_known_by_a_certificate(text: str) -> None:
    with pytest.raises(Invalid, match="Give the server's certificate"):
        checked(HearingServer("https://192.168.1.20", "small.en", text))
    with pytest.raises(Invalid, match="This is a key"):
        checked(HearingServer("https://192.168.1.20", "small.en", "-----BEGIN PRIVATE KEY-----" + text))


@pytest.mark.parametrize("model", ["", "x" * 65, "two\nlines"])
def test_it_is_asked_for_a_model(model: str) -> None:
    with pytest.raises(Invalid, match="Say which model"):
        checked(HearingServer("http://localhost", model))


@pytest.mark.parametrize(
    ("found", "tls", "goes"),
    [
        (["192.168.1.20"], True, True),
        (["10.0.0.1", "fd00::5"], True, True),
        (["127.0.0.1", "::1"], False, True),
        (["192.168.1.20"], False, False),
        (["192.168.1.20", "203.0.113.5"], True, False),
        (["100.64.0.1"], True, False),
        (["169.254.169.254"], True, False),
        (["::ffff:10.0.0.1"], True, False),
        ([], True, False),
    ],
)
def test_a_name_may_stand_for_nothing_outside(found: list[str], *, tls: bool, goes: bool) -> None:
    place = Place("speech.office.lan", 443, "", tls)
    if goes:
        refuse_elsewhere(place, [ip_address(one) for one in found])
        return
    with pytest.raises(Refusal, match="not in the office's own network") as refused:
        refuse_elsewhere(place, [ip_address(one) for one in found])
    assert refused.value.code == "hearing.server-elsewhere"


@pytest.mark.parametrize("key", ["two words", "a\r\nHost: elsewhere", "ключ", "x" * 401, "tab\t"])
def test_a_key_is_one_word_that_a_header_can_hold(key: str) -> None:
    with pytest.raises(Invalid, match="no space") as refused:
        checked(HearingServer("http://localhost", "small.en", key=key))
    assert set(refused.value.detail["fields"]) == {"secret"}
    assert key not in str(refused.value.detail)


def test_a_key_stands_in_no_text_about_the_server() -> None:
    server = checked(HearingServer("http://localhost", "small.en", key="sk-1/a+b=~"))
    assert server.key == "sk-1/a+b=~"
    assert "sk-1" not in repr(server)
    assert "sk-1" not in f"{server}"
