"""Billing: charges from dated fees, patient accounts, payments, statements.

For billers and the front desk. The account is a list of events that never change; a balance is their sum.
"""
