"""What browser tests of the gallery share: how Chromium is started, and axe."""

import json
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"


def axe(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA and its best practices: rule, and the first place."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} {json.dumps(v['nodes'][0]['any'])[:300]}" for v in found]
