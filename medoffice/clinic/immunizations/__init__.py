"""Immunizations: which lots of vaccine are on hand, what was given to whom from which, and what the registry is told.

For medical assistants and nurses, who give, and whoever keeps the stock. A dose stands on the patient's list of
immunizations, with its visit as the cause; a wrong entry is corrected and stays to be read.
"""
