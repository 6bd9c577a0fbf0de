"""The bill of materials names every locked part with its hashes, and what is installed is what is locked."""

from importlib.metadata import version

from tools import sbom


def test_every_locked_part_is_in_the_bill_with_its_hashes() -> None:
    parts = sbom.locked(sbom.LOCK.read_text(encoding="utf-8"))
    bill = sbom.bill()
    listed = {(part["name"], part.get("version")) for part in bill["components"]}
    assert parts.keys() <= listed
    assert {name for name, _ in listed - parts.keys()} == {"htmx"}
    assert len(parts) > 20
    assert all(parts.values()), "a part without a hash"
    assert {name for name, _ in parts} >= {"django", "psycopg", "cryptography", "granian"}
    assert bill["metadata"]["component"]["version"]


def test_what_is_installed_is_what_is_locked() -> None:
    parts = sbom.locked(sbom.LOCK.read_text(encoding="utf-8"))
    assert {name: version(name) for name, _ in parts} == dict(parts.keys())


def test_a_lock_is_read_with_its_continuations() -> None:
    hashes = [f"    --hash=sha256:{digit * 64}" for digit in "012"]
    text = f"a[b]==1.0 \\\n{hashes[0]} \\\n{hashes[1]}\nc==2 \\\n{hashes[2]}\n"
    assert sbom.locked(text) == {("a", "1.0"): ["0" * 64, "1" * 64], ("c", "2"): ["2" * 64]}
