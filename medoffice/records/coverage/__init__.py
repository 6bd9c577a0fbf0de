"""Coverage: which insurance a patient has on which date, in which order.

For receptionists at registration and check-in, and for billers.
"""
