"""The office's own laboratory: tests at the point of care, their kits, controls and runs of quality control.

For medical assistants and nurses, who test, and whoever answers for the laboratory. A test whose controls failed, are
missing or out of date is locked: no result is written with it until they pass.
"""
