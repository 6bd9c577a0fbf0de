"""Recapture: conditions of earlier years (HCC) that no visit of this year has a code of, each on its earlier words.

The coder's and the manager's. The list is a reminder to look: nothing stands on it without a released diagnosis and
its words, nothing is put in order by what it is worth, and a condition is coded only if this year's note supports it.
"""
