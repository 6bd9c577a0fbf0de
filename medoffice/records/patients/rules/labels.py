"""What stands on a label or card, and the square code of a number that a scanner reads."""

import qrcode

from medoffice.records.patients.types.people import Patient


def label_lines(who: Patient, kind: str, name: str, office: str, phone: str) -> list[str]:
    """The lines, most important first: two identifiers on each; an address on none, since labels get lost."""
    born = f"born {who.birth_date:%m/%d/%Y}, {who.sex}"
    if kind == "card":
        return [office, phone, name, f"patient {who.mrn}"]
    if kind == "chart":
        return [name, f"{born} · {who.mrn}"]
    return [name, born, who.mrn]


def code_of(number: str) -> str:
    """The number as a QR code (SVG)."""
    code = qrcode.QRCode(border=1)
    code.add_data(number)
    rows = code.get_matrix()
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}"><path d="{dark}"/></svg>'
