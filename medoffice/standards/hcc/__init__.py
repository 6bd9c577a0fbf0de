"""HCC: which condition categories diagnoses are of in Medicare's risk adjustment (CMS-HCC V28), and its public weights.

Pure: CMS's tables by payment year, and what they say of codes and of a person. A payment year rests on the visits of
the calendar year before it. No year is made up: one that is not there is "not loaded".
"""
