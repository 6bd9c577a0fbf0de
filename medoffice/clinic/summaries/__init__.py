"""Summaries: clinical documents (C-CDA) of other offices, taken into the lists; and ours, written for others.

For nurses and providers, who decide about each entry, and for the secretary, who sends a chart to another office. Obeys
HL7 C-CDA R2.1 (``standards/ccda``); what comes in waits beside the chart's lists and is never entered by itself.
"""
