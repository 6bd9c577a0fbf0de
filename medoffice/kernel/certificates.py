"""Certificates of the office network: given by somebody, or issued by an authority of the office's own.

The authority is made on first use, in ``<data>/tls``, its key closed to others. It may vouch only for the office's
names and for private networks (critical name constraints), so a computer that trusts it trusts nothing else. The
office's certificate is made anew at a start when its names changed or its end is near.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_network
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal

AUTHORITY, AUTHORITY_KEY, OFFICE, OFFICE_KEY = "ca.crt", "ca.key", "office.crt", "office.key"
AUTHORITY_DAYS, LEAF_DAYS, RENEW_DAYS = 3650, 397, 90  # browsers take no certificate of over 398 days
Address = IPv4Address | IPv6Address
_PRIVATE = tuple(
    ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "::1/128", "fc00::/7", "fe80::/10")
)
_PEM = serialization.Encoding.PEM


@dataclass(frozen=True, slots=True)
class Served:
    """What the web tier shows: a certificate with its key, its end, and the authority's if it is the office's own."""

    certificate: Path
    key: Path
    ends: datetime
    authority: Path | None = None


@dataclass(frozen=True, slots=True)
class _Signer:
    """An authority that signs."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def issued(folder: Path, names: Iterable[str], addresses: Iterable[Address], now: datetime) -> Served:
    """The office's own certificate for these names (and every name below them) and addresses.

    Raises Refusal if a name or address is not one that the authority may vouch for.
    """
    dns, numbers = list(dict.fromkeys(names)), sorted(set(addresses), key=str)
    private.folder(folder)
    signer = _authority(folder, dns, now)
    _refuse_beyond(signer.certificate, dns, numbers)
    wanted = _alternative_names(dns, numbers)
    path, key_path = folder / OFFICE, folder / OFFICE_KEY
    if not _still_good(path, key_path, signer.certificate, wanted, now):
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = _leaf(signer, key, wanted, now)
        private.write(key_path, _private(key))
        private.write(path, leaf.public_bytes(_PEM))
    return Served(path, key_path, ends(path), folder / AUTHORITY)


def given(certificate: Path, key: Path, names: Iterable[str], now: datetime) -> Served:
    """A certificate that somebody gave, with its key: checked, left where it is.

    Raises Refusal if it is no certificate for all the names now, if the key is another's, or is open to others.
    """
    leaf = _read(certificate)
    _refuse_open(key)
    _refuse_other_key(leaf, key)
    if not leaf.not_valid_before_utc <= now < leaf.not_valid_after_utc:
        words = (
            f"The certificate holds from {leaf.not_valid_before_utc:%m/%d/%Y} to {leaf.not_valid_after_utc:%m/%d/%Y}."
        )
        raise Refusal("certificate-ended", words, "Get a new one.")
    public = leaf.public_key()
    if isinstance(public, rsa.RSAPublicKey) and public.key_size < 2048:
        raise Refusal("certificate-weak", f"Its key has {public.key_size} bits only.", "Get one of 2048 bits or more.")
    missing = [name for name in sorted(set(names)) if not _covers(leaf, name)]
    if missing:
        raise Refusal("certificate-names", f"The certificate is not for {', '.join(missing)}.", "Get one that is.")
    return Served(certificate, key, leaf.not_valid_after_utc)


def fingerprint(certificate: Path) -> str:
    """The SHA-256 of a certificate as computers show it: pairs of hex digits with colons."""
    return _read(certificate).fingerprint(hashes.SHA256()).hex(":").upper()


def ends(certificate: Path) -> datetime:
    """When a certificate ends, aware UTC."""
    return _read(certificate).not_valid_after_utc


def as_file(certificate: Path) -> bytes:
    """A certificate as a file other computers take (DER); the SHA-256 of this file is its fingerprint."""
    return _read(certificate).public_bytes(serialization.Encoding.DER)


def vouches_for(authority: Path) -> list[str]:
    """The names an authority may vouch for, besides private networks."""
    may = _read(authority).extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    return [entry.value for entry in may if isinstance(entry, x509.DNSName)]


def of_private_network(address: Address) -> bool:
    """Whether an address is of a private network, the only ones our own authority vouches for."""
    return any(_within(address, network) for network in _PRIVATE)


def _authority(folder: Path, names: list[str], now: datetime) -> _Signer:
    path, key_path = folder / AUTHORITY, folder / AUTHORITY_KEY
    if not path.exists() or not key_path.exists():
        key = ec.generate_private_key(ec.SECP256R1())
        private.write(key_path, _private(key))
        private.write(path, _root(key, names, now).public_bytes(_PEM))
    _refuse_open(key_path)
    certificate = _read(path)
    if now >= certificate.not_valid_after_utc - timedelta(days=LEAF_DAYS):
        words = f"The office's certificate authority ends on {certificate.not_valid_after_utc:%m/%d/%Y}."
        raise Refusal("authority-ended", words, f"Move {folder} away; a new one is made, and every computer trusts it.")
    loaded = serialization.load_pem_private_key(key_path.read_bytes(), None)
    if not isinstance(loaded, ec.EllipticCurvePrivateKey):
        raise Refusal("authority-key", f"{key_path} is not the authority's key.", "Restore it from a backup.")
    return _Signer(certificate, loaded)


def _root(key: ec.EllipticCurvePrivateKey, names: list[str], now: datetime) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "medoffice"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"medoffice authority of {names[0]}"[:64]),
        ]
    )
    permitted: list[x509.GeneralName] = [x509.DNSName(name) for name in names]
    permitted += [x509.IPAddress(network) for network in _PRIVATE]
    usage = {"digital_signature": False, "key_cert_sign": True, "crl_sign": True}
    return (
        _begun(subject, subject, key, now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(**usage), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .sign(key, hashes.SHA256())
    )


def _leaf(
    signer: _Signer, key: ec.EllipticCurvePrivateKey, names: x509.SubjectAlternativeName, now: datetime
) -> x509.Certificate:
    first = names.get_values_for_type(x509.DNSName)[0]
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, first[:64])])
    usage = {"digital_signature": True, "key_cert_sign": False, "crl_sign": False}
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key())
    return (
        _begun(subject, signer.certificate.subject, key, now, LEAF_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(**usage), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(names, critical=False)
        .add_extension(issuer, critical=False)
        .sign(signer.key, hashes.SHA256())
    )


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    """What both kinds begin with; valid from an hour ago, since the clocks of an office differ."""
    begins = now - timedelta(hours=1)
    return (
        x509.CertificateBuilder(subject_name=subject, issuer_name=issuer, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(**said: bool) -> x509.KeyUsage:
    nothing = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"), False
    )
    return x509.KeyUsage(**nothing, decipher_only=False, **said)


def _alternative_names(names: list[str], addresses: list[Address]) -> x509.SubjectAlternativeName:
    """Each name, every name below it (the other worlds of the office), each address."""
    found: list[x509.GeneralName] = [x509.DNSName(text) for name in sorted(names) for text in (name, f"*.{name}")]
    return x509.SubjectAlternativeName([*found, *(x509.IPAddress(number) for number in addresses)])


def _still_good(
    path: Path, key: Path, authority: x509.Certificate, wanted: x509.SubjectAlternativeName, now: datetime
) -> bool:
    if not path.exists() or not key.exists():
        return False
    leaf = _read(path)
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    fresh = leaf.not_valid_before_utc <= now < leaf.not_valid_after_utc - timedelta(days=RENEW_DAYS)
    identity = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.key_identifier
    issuer = leaf.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
    return fresh and names == wanted and issuer == identity


def _refuse_beyond(authority: x509.Certificate, names: list[str], addresses: list[Address]) -> None:
    may = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    roots = [entry.value for entry in may if isinstance(entry, x509.DNSName)]
    networks = [entry.value for entry in may if isinstance(entry, x509.IPAddress)]
    beyond = [name for name in names if not any(name == root or name.endswith(f".{root}") for root in roots)]
    beyond += [str(number) for number in addresses if not any(_within(number, network) for network in networks)]
    if beyond:
        words = f"The office's certificate authority may not vouch for {', '.join(beyond)}."
        fix = "Give a certificate with --cert, or move the folder tls of the data folder away: a new authority is made."
        raise Refusal("authority-names", words, fix)


def _within(number: Address, network: Any) -> bool:  # noqa: ANN401 - a network of either kind
    return number.version == network.version and number in network


def _refuse_open(key: Path) -> None:
    try:
        mode = key.stat().st_mode
    except OSError as error:
        raise Refusal("key-file", f"{key} cannot be read.", "Name the certificate's key file.") from error
    if mode & private.OTHERS:
        raise Refusal("key-open", f"Others may read the key {key}.", f"chmod 600 {key}")


def _refuse_other_key(leaf: x509.Certificate, key: Path) -> None:
    data = key.read_bytes()
    try:
        public = serialization.load_pem_private_key(data, None).public_key()
    except (ValueError, TypeError) as error:
        raise Refusal("key-file", f"{key} is not a key in PEM without a password.", "Name the right file.") from error
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    if public.public_bytes(*form) != leaf.public_key().public_bytes(*form):
        raise Refusal("key-other", f"{key} is not the key of this certificate.", "Name the right pair.")
    if b"-----BEGIN PRIVATE KEY-----" not in data:
        fix = f"openssl pkcs8 -topk8 -nodes -in {key} -out NEW, then chmod 600 NEW."
        raise Refusal("key-form", f"{key} is not in PKCS#8.", fix)


def _covers(leaf: x509.Certificate, name: str) -> bool:
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    told = {text.lower() for text in names.get_values_for_type(x509.DNSName)}
    told |= {str(number) for number in names.get_values_for_type(x509.IPAddress)}
    return name in told or f"*.{name.partition('.')[2]}" in told


def _read(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError) as error:
        raise Refusal("certificate", f"{path} is not a certificate in PEM.", "Name the right file.") from error


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
