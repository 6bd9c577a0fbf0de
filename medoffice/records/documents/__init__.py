"""Documents: the paper of the office - uploads, scans, faxes, e-mails, cards - from the door to the patient's chart.

For whoever files, signs off and finds it. The bytes stay as they came (a file, known by its content); a document is
some pages of a file, first in the inbox, then a patient's. Whatever is done with it is a row of its history. What a
paper is, is told by its bytes and opened in a process that is shut off; what is read on it is a suggestion.
"""
