"""The office's own authority vouches for the office and nothing else; what somebody gives is checked before use."""

import hashlib
import shutil
import stat
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from medoffice.kernel import certificates
from medoffice.kernel.certificates import Served, given, issued
from medoffice.kernel.refusals import Refusal

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
NAMES, NUMBERS = ["office.lan", "localhost"], [ip_address("192.168.1.5")]


def make(folder: Path, names: Sequence[str] = NAMES, at: datetime = NOW) -> Served:
    return issued(folder, names, NUMBERS, at)


def read(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def trusted(served: Served, name: str, at: datetime = NOW) -> bool:
    """Whether a computer that trusts the authority takes the certificate for this name or address."""
    assert served.authority is not None
    store = Store([read(served.authority)])
    try:
        subject: x509.GeneralName = x509.IPAddress(ip_address(name))
    except ValueError:
        subject = x509.DNSName(name)
    verifier = PolicyBuilder().store(store).time(at).build_server_verifier(subject)  # type: ignore[arg-type]
    try:
        verifier.verify(read(served.certificate), [])
    except VerificationError:
        return False
    return True


def test_it_is_taken_for_the_offices_names_worlds_and_addresses_only(tmp_path: Path) -> None:
    served = make(tmp_path / "tls")
    for name in ("office.lan", "training.office.lan", "localhost", "192.168.1.5"):
        assert trusted(served, name), name
    for name in ("bank.example", "lan", "a.b.office.lan", "192.168.1.6"):
        assert not trusted(served, name), name


def test_a_forged_certificate_of_the_stolen_authority_is_worth_nothing_elsewhere(tmp_path: Path) -> None:
    """Whoever steals the authority's key cannot be another site: the constraints are in what computers trust."""
    make(tmp_path)
    signer = certificates._Signer(read(tmp_path / "ca.crt"), _key(tmp_path / "ca.key"))
    for name, taken in (("office.lan", True), ("bank.example", False)):
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = certificates._leaf(signer, key, certificates._alternative_names([name], []), NOW)
        (tmp_path / "forged.crt").write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
        forged = Served(tmp_path / "forged.crt", tmp_path / "no.key", NOW, tmp_path / "ca.crt")
        assert trusted(forged, name) is taken


def test_keys_are_closed_and_a_key_that_was_opened_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "tls"
    served = make(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for key in ("ca.key", "office.key"):
        assert stat.S_IMODE((folder / key).stat().st_mode) == 0o600
    (folder / "ca.key").chmod(0o640)
    with pytest.raises(Refusal, match="Others may read"):
        make(folder)
    assert served.key == folder / "office.key"


def test_it_is_renewed_when_names_change_or_its_end_is_near_and_only_then(tmp_path: Path) -> None:
    first = make(tmp_path).certificate.read_bytes()
    authority = (tmp_path / "ca.crt").read_bytes()
    assert make(tmp_path).certificate.read_bytes() == first
    more = issued(tmp_path, NAMES, [*NUMBERS, ip_address("10.0.0.9")], NOW)
    assert trusted(more, "10.0.0.9")
    late = NOW + timedelta(days=certificates.LEAF_DAYS - certificates.RENEW_DAYS)
    assert trusted(make(tmp_path, at=late), "office.lan", late)
    assert (tmp_path / "ca.crt").read_bytes() == authority
    leaf = read(tmp_path / "office.crt")
    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc <= timedelta(days=397)
    (tmp_path / "ca.crt").unlink()
    assert trusted(make(tmp_path), "office.lan"), "a new authority, and a certificate of it"


def test_beyond_its_names_and_its_time_the_authority_refuses(tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(Refusal, match=r"not vouch for clinic\.example"):
        make(tmp_path, [*NAMES, "clinic.example"])
    with pytest.raises(Refusal, match=r"not vouch for 8\.8\.8\.8"):
        issued(tmp_path, NAMES, [ip_address("8.8.8.8")], NOW)
    with pytest.raises(Refusal, match="authority ends"):
        make(tmp_path, at=NOW + timedelta(days=certificates.AUTHORITY_DAYS - 100))
    make(tmp_path, ["below.office.lan"])


def test_the_file_others_take_has_the_fingerprint(tmp_path: Path) -> None:
    make(tmp_path)
    told = certificates.fingerprint(tmp_path / "ca.crt").replace(":", "").lower()
    assert hashlib.sha256(certificates.as_file(tmp_path / "ca.crt")).hexdigest() == told
    assert certificates.vouches_for(tmp_path / "ca.crt") == NAMES


def test_a_given_certificate_is_taken_as_it_is(tmp_path: Path) -> None:
    made = make(tmp_path)
    for name in ("office.lan", "training.office.lan", "192.168.1.5"):
        assert given(made.certificate, made.key, [name], NOW) == Served(made.certificate, made.key, made.ends)


def _other_key(folder: Path) -> None:
    make(folder / "else")
    shutil.copy(folder / "else" / "office.key", folder / "office.key")


def _old_form(folder: Path) -> None:
    old = serialization.PrivateFormat.TraditionalOpenSSL
    data = _key(folder / "office.key").private_bytes(serialization.Encoding.PEM, old, serialization.NoEncryption())
    (folder / "office.key").write_bytes(data)


def _weak(folder: Path) -> None:
    key = rsa.generate_private_key(65537, 1024)  # noqa: S505 - the weak one that is refused
    signer = certificates._Signer(read(folder / "ca.crt"), _key(folder / "ca.key"))
    leaf = certificates._leaf(signer, key, certificates._alternative_names(["office.lan"], []), NOW)  # type: ignore[arg-type]
    (folder / "office.crt").write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    data = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (folder / "office.key").write_bytes(data)


def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    loaded = serialization.load_pem_private_key(path.read_bytes(), None)
    assert isinstance(loaded, ec.EllipticCurvePrivateKey)
    return loaded


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda folder: (folder / "office.key").chmod(0o644), "key-open"),
        (lambda folder: (folder / "office.key").unlink(), "key-file"),
        (lambda folder: (folder / "office.key").write_text("no key", encoding="utf-8"), "key-file"),
        (lambda folder: (folder / "office.crt").write_text("no certificate", encoding="utf-8"), "certificate"),
        (lambda folder: (folder / "office.crt").unlink(), "certificate"),
        (_other_key, "key-other"),
        (_old_form, "key-form"),
        (_weak, "certificate-weak"),
    ],
)
def test_a_given_certificate_that_will_not_do_is_refused(
    tmp_path: Path, spoil: Callable[[Path], object], code: str
) -> None:
    made = make(tmp_path)
    spoil(tmp_path)
    with pytest.raises(Refusal) as refused:
        given(made.certificate, made.key, ["office.lan"], NOW)
    assert refused.value.code == code


def test_nor_one_for_other_names_or_another_time(tmp_path: Path) -> None:
    made = make(tmp_path)
    with pytest.raises(Refusal, match=r"not for clinic\.example"):
        given(made.certificate, made.key, ["office.lan", "clinic.example"], NOW)
    for when in (NOW - timedelta(days=1), NOW + timedelta(days=400)):
        with pytest.raises(Refusal, match="holds from"):
            given(made.certificate, made.key, ["office.lan"], when)
