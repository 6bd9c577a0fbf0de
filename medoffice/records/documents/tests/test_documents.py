"""Documents: images as they came, known by their content, seen by those who may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.api import add_document, content, known_document
from medoffice.records.documents.models import Document
from medoffice.records.documents.rules.images import LARGEST, image_of
from medoffice.records.documents.tests.makers import jpeg_head, png
from medoffice.records.documents.types.papers import CARD_FRONT, Image
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM


def test_an_image_is_known_by_its_content() -> None:
    assert image_of(png(8, 5)) == Image("image/png", 8, 5)
    assert image_of(jpeg_head(640, 400)) == Image("image/jpeg", 640, 400)
    for wrong in (
        b"",
        b"%PDF-1.7",
        b"GIF89a",
        b"<svg/>",
        png()[:20],
        jpeg_head()[:20],
        b"\xff\xd8\xff\xe0\x00\x01" * 9,
    ):
        assert image_of(wrong) is None


def test_a_bomb_is_no_image() -> None:
    huge = png().replace(b"\x00\x00\x00\x08\x00\x00\x00\x05", b"\x00\x01\x00\x00\x00\x01\x00\x00")
    assert image_of(huge) is None
    assert image_of(png() + bytes(LARGEST)) is None


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        image_of(head + data)


@pytest.mark.django_db
def test_a_card_is_kept_as_it_came_and_shown_to_who_may() -> None:
    who = make_patient()
    kept = add_document(actor=PROGRAM, patient_id=who, kind=CARD_FRONT, data=png())
    again = add_document(actor=PROGRAM, patient_id=make_patient("Quist", "Otto"), kind=CARD_FRONT, data=png())
    assert (known_document(kept).media_type, known_document(kept).size) == ("image/png", len(png()))
    assert known_document(kept).file.id == known_document(again).file.id
    assert content(kept) == png()
    lind = signed_in("lind")
    answer = lind.get(f"/documents/{kept}/page/1/")
    assert (answer.status_code, answer["Content-Type"], answer.content[:4]) == (200, "image/png", b"\x89PNG")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert lind.get(f"/documents/{kept}/").status_code == 200
    assert lind.get(f"/documents/{kept}/page/2/").status_code == 404
    saved = lind.get(f"/documents/{kept}/as-it-came/")
    assert (saved.content, saved["Content-Disposition"]) == (png(), 'attachment; filename="document.png"')
    assert any(line.word == "documents.read" for line in audit_lines(limit=20))
    nox = signed_in("nox")
    for path in (f"/documents/{kept}/page/1/", f"/documents/{kept}/", f"/documents/{kept}/as-it-came/"):
        assert nox.get(path).status_code == 404


@pytest.mark.django_db
def test_what_is_no_image_is_refused_and_leaves_nothing() -> None:
    with pytest.raises(Invalid):
        add_document(actor=PROGRAM, patient_id=make_patient(), kind=CARD_FRONT, data=b"<html>")
    assert not Document.objects.exists()
