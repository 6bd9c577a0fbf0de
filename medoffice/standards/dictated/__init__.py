"""Spoken words, or a recogniser's draft, to a report, as published styles of medical transcription have it. Pure.

Rules in stages over tokens: commands, letters, numbers, quantities and clinical figures, sections, capitals, flags.
What they know stands in ``tables``. Nothing is changed in silence: what is taken out or doubted is a flag.
"""
