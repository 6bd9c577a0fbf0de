"""A signature: a name typed, or strokes drawn; nothing else is accepted as one."""

import re

SIDE, MOST = 1_000, 20_000  # strokes are in thousandths of the field; letters of all strokes together
_STROKES = re.compile(r"(?:\d{1,4},\d{1,4})(?: \d{1,4},\d{1,4})*(?:;\d{1,4},\d{1,4}(?: \d{1,4},\d{1,4})*)*")


def strokes_of(text: str) -> list[list[tuple[int, int]]]:
    """The strokes of a drawn signature (``x,y x,y;x,y ...``); none for a blank or anything that is no drawing."""
    if not text or len(text) > MOST or not _STROKES.fullmatch(text):
        return []
    found = [
        [(int(x), int(y)) for x, y in (point.split(",") for point in stroke.split(" "))] for stroke in text.split(";")
    ]
    inside = [stroke for stroke in found if all(x <= SIDE and y <= SIDE for x, y in stroke)]
    return inside if sum(len(stroke) for stroke in inside) > 2 else []


def as_svg(strokes: list[list[tuple[int, int]]]) -> str:
    """The strokes as a picture, three times as wide as high."""
    lines = "".join(
        f'<polyline points="{" ".join(f"{3 * x},{y}" for x, y in stroke)}" fill="none" stroke="black"'
        ' stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>'
        for stroke in strokes
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3000 1000">{lines}</svg>'
