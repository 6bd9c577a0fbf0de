"""The office's own list of stolen passwords: taken in whole or not at all, asked by hash, refused in words."""

from collections.abc import Iterator
from hashlib import sha1

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.refusals import Refusal
from medoffice.security import breached


@pytest.fixture(autouse=True, scope="module")
def _own_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        place = tmp_path_factory.mktemp("breached") / "list"
        patch.setattr(breached, "place", lambda: place)
        yield


def listed(passwords: list[str], behind: str = ":3\r\n") -> Iterator[bytes]:
    for digest in sorted(sha1(word.encode(), usedforsecurity=False).hexdigest().upper() for word in set(passwords)):
        yield f"{digest}{behind}".encode()


def test_no_list_knows_nothing() -> None:
    breached.place().unlink(missing_ok=True)
    assert not breached.is_known("correct horse battery staple")


@given(st.lists(st.text(min_size=1), min_size=1, max_size=40), st.text(), st.sampled_from(["\n", "", ":7", ":7\r\n"]))
def test_exactly_what_is_listed_is_known(words: list[str], other: str, behind: str) -> None:
    words = [word.encode(errors="replace").decode() for word in words]
    other = other.encode(errors="replace").decode()
    assert breached.keep_breached_list(listed(words, behind)) == len(set(words))
    assert all(breached.is_known(word) for word in words)
    assert breached.is_known(other) == (other in words)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "empty"),
        ([b"password\n"], "Line 1 is no SHA-1"),
        ([b"0" * 39 + b"1\n", b"0" * 40 + b"\n"], "Line 2 is not greater"),
        ([b"0" * 39 + b"1\n", b"0" * 39 + b"1\n"], "Line 2 is not greater"),
        ([b"0" * 39 + b"1:\n"], "Line 1 is no SHA-1"),
    ],
)
def test_what_is_no_list_is_refused_and_the_one_before_stays(lines: list[bytes], words: str) -> None:
    breached.keep_breached_list(listed(["stolen elsewhere"]))
    with pytest.raises(Refusal, match=words):
        breached.keep_breached_list(lines)
    assert breached.is_known("stolen elsewhere")


def test_a_password_on_the_list_is_refused_where_every_password_is_looked_at() -> None:
    validate_password("Obergurgl-Hochgurgl 4711")
    breached.keep_breached_list(listed(["Obergurgl-Hochgurgl 4711"]))
    with pytest.raises(ValidationError, match="stolen elsewhere"):
        validate_password("Obergurgl-Hochgurgl 4711")
