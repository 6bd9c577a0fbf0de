"""Charting: vital signs, notes, and the clinical lists.

For medical assistants, nurses and providers. A signed note never changes; later words are addenda. No row of a list
changes: what is otherwise from now on is a further one. Publishes NoteSigned and NoteAmended.
"""
