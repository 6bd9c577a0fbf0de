"""The browser of the tests, how it is started, and how long they wait for what must come: none judges seconds."""

from pathlib import Path

from playwright.sync_api import expect

# The shell draws the same pages without a window, and opens each for half the work.
_PLACES = "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"
CHROMIUM = next((place for place in _PLACES if Path(place).exists()), _PLACES[-1])
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
