"""Prescriptions: what is prescribed, how it is taken, how much of it, and who signed.

For providers, who sign, and for medical assistants and nurses, who prepare. What was signed never changes; what is
signed stands on the patient's medication list, with the prescription as its cause.
"""
