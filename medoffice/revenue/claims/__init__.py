"""Claims: 837P out, acknowledgements and remittances in, posted to the cent.

For billers. It obeys X12 005010X222A1, X221A1, X231A1 and the posting rules P1-P15 of the decision records.
"""
