"""XML made to do harm is refused by name; everything else becomes a tree."""

from xml.sax.saxutils import escape

import pytest

from medoffice.kernel import xml_trees
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import DEEPEST, MOST_BYTES, Node, read_xml

NAMES = {"urn:a": "", "urn:b": "b:"}
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def tree(text: str) -> Node:
    return read_xml(text.encode(), NAMES)


def test_names_get_the_prefixes_asked_for() -> None:
    root = tree('<r xmlns="urn:a" xmlns:q="urn:b" xmlns:z="urn:z" q:k=" v "><q:x/><z:x/><y xmlns="">t</y></r>')
    assert (root.name, root.attributes, root.get("b:k"), root.get("k")) == ("r", {"b:k": " v "}, "v", "")
    assert [one.name for one in root.nodes()] == ["b:x", "?x", "y"]
    assert [one.name for one in root.walk()] == ["r", "b:x", "?x", "y"]


def test_text_and_nodes_stay_in_order() -> None:
    root = tree("<r>one <b>two</b>\n three&#x21;<c><![CDATA[<x>]]></c></r>")
    assert root.text() == "one two three!<x>"
    assert root.text(9) == "one two"
    found = root.first("c")
    assert found is not None
    assert found.children == ["<x>"]
    assert root.first("b", "none", "more") is None


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("xml.dtd", f'<!DOCTYPE r [<!ENTITY a0 "ha">{BOMB}]><r>&a9;</r>'),
        ("xml.dtd", '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>'),
        ("xml.dtd", '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r/>'),
        ("xml.dtd", '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><r/>'),
        ("xml.dtd", f'<!DOCTYPE r [<!ATTLIST r a CDATA "{"x" * 1000}">]><r/>'),
        ("xml.too-deep", "<a>" * (DEEPEST + 1)),
        ("xml.not-well-formed", ""),
        ("xml.not-well-formed", "Dear office"),
        ("xml.not-well-formed", "<r>&nbsp;</r>"),
        ("xml.not-well-formed", "<r>"),
        ("xml.not-well-formed", "<r/><r/>"),
        ("xml.not-well-formed", '<r a="1" a="2"/>'),
        ("xml.not-well-formed", "<r>\x00</r>"),
        ("xml.not-well-formed", "<r>&#0;</r>"),
        ("xml.not-well-formed", '<?xml version="1.0" encoding="none-such"?><r/>'),
        ("xml.not-well-formed", '<?xml version="1.0" encoding="base64"?><r/>'),
        ("xml.not-well-formed", '<?xml version="1.0" encoding="shift_jis"?><r/>'),
    ],
)
def test_harm_is_refused(code: str, data: str) -> None:
    with pytest.raises(Refusal) as caught:
        tree(data)
    assert caught.value.code == code
    assert caught.value.fix


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="too large"):
        read_xml(b" " * (MOST_BYTES + 1), NAMES)
    monkeypatch.setattr(xml_trees, "MOST_ELEMENTS", 5)
    monkeypatch.setattr(xml_trees, "MOST_ATTRIBUTES", 5)
    assert tree("<r>" + "<a/>" * 4 + "</r>").name == "r"
    for text in ("<r>" + "<a/>" * 5 + "</r>", '<r a="" b="" c="" d="" e="" f=""/>'):
        with pytest.raises(Refusal, match="too large"):
            tree(text)


def test_what_only_looks_like_harm_is_read() -> None:
    told = "<!DOCTYPE x [&lol;]> ]]&gt;"
    assert tree(f"<r>{escape(told)}</r>").text() == told.replace("&gt;", "&gt;")
    assert tree("<a>" * DEEPEST + "</a>" * DEEPEST).name == "a"
    assert read_xml("<r>\u00e4</r>".encode("cp1252"), NAMES, "windows-1252").text() == "\u00e4"
