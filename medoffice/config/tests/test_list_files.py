"""Files as an office has them: text, a zip around one, the coverage download; parts in any order have one hash."""

import zipfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from medoffice.config.list_files import given, rows_in
from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.tests import makers
from medoffice.standards.code_lists.types import ListKind

ILLINOIS = frozenset({"IL"})


def rows(kind: ListKind, *paths: Path) -> int:
    with ExitStack() as stack:
        return sum(1 for _ in rows_in(kind, given(paths), stack, ILLINOIS))


def packed(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, text in members.items():
            pack.writestr(name.replace("__", "."), text)
    return path


def test_parts_are_read_together_and_their_order_does_not_matter(tmp_path: Path) -> None:
    first, second = tmp_path / "x-f1.txt", tmp_path / "x-f2.txt"
    first.write_text(makers.PTP)
    second.write_text(makers.PTP.replace("Z990", "Y990"))
    assert rows(ListKind.PAIRS, first, second) == 8
    assert given([first, second]).digest == given([second, first]).digest != given([first]).digest


def test_a_zip_with_one_text_is_read_as_it_is(tmp_path: Path) -> None:
    assert rows(ListKind.UNITS, packed(tmp_path / "mue.zip", mue__csv=makers.MUE, about__pdf="x")) == 3
    with pytest.raises(Refusal, match=r"not one text \(a.txt, b.txt\)"):
        rows(ListKind.UNITS, packed(tmp_path / "two.zip", a__txt="x", b__txt="y"))


def test_the_coverage_download_is_read_through_both_its_zips(tmp_path: Path) -> None:
    tables = {f"{name}__csv": text for name, text in makers.TABLES.items()}
    inner = packed(tmp_path / "current_article_csv.zip", **tables)
    assert rows(ListKind.COVERAGE, inner) == 3
    outer = tmp_path / "current_article.zip"
    with zipfile.ZipFile(outer, "w") as pack:
        pack.write(inner, "current_article_csv.zip")
        pack.writestr("readme_first.txt", "x")
    assert rows(ListKind.COVERAGE, outer) == 3
    tables.pop("article__csv")
    with pytest.raises(Refusal, match="has no table article"):
        rows(ListKind.COVERAGE, packed(tmp_path / "less.zip", **tables))


def test_national_determinations_are_read_from_their_own_download(tmp_path: Path) -> None:
    inner = packed(tmp_path / "ncd_csv.zip", ncd_trkg__csv=makers.NATIONAL["ncd_trkg"])
    outer = tmp_path / "ncd.zip"
    with zipfile.ZipFile(outer, "w") as pack:
        pack.write(inner, "ncd_csv.zip")
    assert rows(ListKind.NATIONAL, inner) == rows(ListKind.NATIONAL, outer) == 3
    with pytest.raises(Refusal, match="has no table state_lookup"):
        rows(ListKind.COVERAGE, outer)
    codes = tmp_path / "codes.csv"
    codes.write_text(makers.NATIONAL_CODES)
    assert rows(ListKind.NATIONAL_CODES, codes) == 4


def test_the_tables_of_rxnorm_are_read_by_their_names_from_the_zip_or_beside_each_other(tmp_path: Path) -> None:
    pack = tmp_path / "RxNorm_full_prescribe_11022026.zip"
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("rrf/RXNCONSO.RRF", makers.RXNCONSO)
        made.writestr("rrf/RXNREL.RRF", makers.RXNREL)
    names, links = tmp_path / "RXNCONSO.RRF", tmp_path / "RXNREL.RRF"
    names.write_text(makers.RXNCONSO)
    links.write_text(makers.RXNREL)
    assert rows(ListKind.RXNORM, pack) == rows(ListKind.RXNORM, links, names) == 5
    with pytest.raises(Refusal, match=r"has no RXNREL\.RRF"):
        rows(ListKind.RXNORM, names)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("list.xlsx", b"PK\x03\x04", "is a spreadsheet"),
        ("list.txt", bytes(range(256)), "it is no text"),
        ("list.zip", b"PK\x03\x04broken", "it is no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Refusal, match=says) as refused:
        rows(ListKind.PAIRS, path)
    assert refused.value.fix


def test_a_zip_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "cut.zip", mue__csv=makers.MUE * 500)
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(bytes(data))
    with pytest.raises(Refusal, match="broken"):
        rows(ListKind.UNITS, path)
