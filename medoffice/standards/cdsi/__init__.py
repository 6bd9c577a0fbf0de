"""CDSi: the immunization schedule as the CDC publishes it for programs, and what it says of a person.

The data say which doses a series has, at which ages and intervals, with which products; the logic is ours, written
after what the CDC publishes of it. Pure: no tables of the office, no clock, no Django. Where the published logic leaves
something open, docs/treatment.md says how it is read here.
"""
