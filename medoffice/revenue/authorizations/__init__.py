"""Authorizations: what a payer's list says of a medicine, and what a payer was asked to allow, until it ends.

For medical assistants and nurses, who prepare and follow, and for prescribers, who sign. What no loaded list speaks for
is "not loaded", never "covered"; every request that is open has a day on which somebody looks at it again.
"""
