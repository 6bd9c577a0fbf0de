"""Security: who people are (users, roles, sessions), what they may do (policy), what was done (the audit chain).

For the privacy officer and the owner. It obeys 45 CFR 164.312 (a)-(d) as reference/trust lists them: unique users, no
default password, automatic log-off, deny by default, and an audit trail whose alteration is detected.
"""
