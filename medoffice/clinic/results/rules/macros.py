"""Remarks that are written again and again, by one press. Ours; an office's own come later."""

MACROS: tuple[tuple[str, str], ...] = (
    ("As hoped", "Looked at; nothing needs to be done."),
    ("Repeat", "Repeat the test at the next visit."),
    ("Repeat soon", "Repeat the test within two weeks."),
    ("Come in", "The patient is to come in to talk about it."),
    ("Change medicine", "A medicine is changed; see the note."),
)
