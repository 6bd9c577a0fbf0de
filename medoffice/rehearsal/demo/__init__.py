"""The demo office: Riverbend Family Medicine, its made-up people, and scripts of visits played through the actions.

For newcomers, tests and the practicum. Everybody and everything here is fictitious: telephones 555-01xx, example
domains, member ids of no real payer.
"""
