"""Encounters (FHIR Encounter): visits and how they move through the office.

Every stage change is kept with who and when; the present stage is derived from the last one.
"""
