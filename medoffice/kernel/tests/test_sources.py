"""A source is named in words; that there is none is no source."""

from medoffice.kernel.sources import UNVERIFIED, is_named, is_verified


def test_what_is_unverified_names_no_source() -> None:
    assert [is_named(one) for one in ("", " ", "Unverified ", UNVERIFIED, "the partners")] == [False] * 4 + [True]
    assert [is_verified(one) for one in (UNVERIFIED, "the partners")] == [False, True]
