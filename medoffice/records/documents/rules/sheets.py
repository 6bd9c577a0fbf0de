"""The square code of a cover sheet, as a picture that is printed."""

import qrcode

from medoffice.records.documents.rules.covers import cover_code


def code_svg(kind: str) -> str:
    """The code of a cover sheet for a kind ("" for none), with the error correction of a sheet that is used often."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_H)
    code.add_data(cover_code(kind))
    rows = code.get_matrix()
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}"><path d="{dark}"/></svg>'
