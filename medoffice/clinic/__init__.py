"""The clinic: the chart and what is done for the patient."""
