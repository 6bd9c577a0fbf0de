"""Printed pages are the same on every machine, and a locked PDF opens with its password only."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PasswordType, PdfReader

from medoffice.kernel.printing import locked, pdf


@pytest.fixture
def page(tmp_path: Path) -> bytes:
    template = tmp_path / "page.typ"
    template.write_text("#set document(date: none)\n#json(bytes(sys.inputs.data)).words", encoding="utf-8")
    return pdf(template, {"words": "Ingrid Vale, penicillin"})


def test_a_locked_pdf_is_aes_256_and_opens_with_its_password_only(page: bytes) -> None:
    whole = locked(page, "a word on the wall")
    assert b"/R 6" in whole
    assert b"/AESV3" in whole
    assert b"Vale" not in whole
    reader = PdfReader(BytesIO(whole))
    assert reader.decrypt("another word") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt("") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt("a word on the wall") is not PasswordType.NOT_DECRYPTED
    assert "Ingrid Vale, penicillin" in reader.pages[0].extract_text()
