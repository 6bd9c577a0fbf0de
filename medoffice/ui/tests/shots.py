"""Pictures of the gallery: ``python -m medoffice.ui.tests.shots FOLDER`` (with the settings in the environment)."""

import sys
from pathlib import Path

import django

SIZES = {"light": (1366, 768), "dark": (1366, 768), "narrow": (390, 844)}


def main(folder: Path) -> None:
    """One picture of each screen in light, in dark and at a telephone's width."""
    django.setup()
    from playwright.sync_api import sync_playwright

    from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS
    from medoffice.ui.tests.gallery import SCREENS, served

    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for look, (width, height) in SIZES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme="dark" if look == "dark" else "light"
            )
            for screen in SCREENS:
                page.goto(f"{address}{screen}/" + ("?wrong" if screen == "form" else ""))
                page.screenshot(path=folder / f"{screen}-{look}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
