"""Charts: the paper charts of patients: where each is, who has it since when, and which are still to be abstracted.

For whoever is asked for an old chart, and whoever brings what it says into the record. A chart is never lost sight of:
each time it goes out, comes back, is missed or found is a line that stays. Publishes no facts.
"""
