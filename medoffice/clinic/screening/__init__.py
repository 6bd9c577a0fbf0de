"""Screening: instruments of a few questions each, asked while a patient is roomed, scored by the program.

For medical assistants and nurses, who ask, and providers, who read. What ships says in a word what each question is
about and is unverified; an office brings the wording it has a licence for. An answer that cannot wait is the provider's
work.
"""
