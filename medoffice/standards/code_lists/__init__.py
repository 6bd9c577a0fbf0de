"""Lists of codes as CMS and others publish them for offices to load: NCCI edits, fee schedule, HCPCS, coverage, CPT.

Pure: lines in, typed rows out, one at a time. Columns are found by what the header calls them, never by their place
alone; a file that is not of its kind is refused with the missing column or the line. No such list ships with the
program: most hold numbers or texts of CPT, which are AMA's.
"""
