"""Memos: what people of the office write to each other, about a patient or not.

For everybody. Whoever has the ball finds it in the work queue; what is clinical stays in the chart; nothing is changed.
"""
