"""Audits of codes: a second coder looks at a sample of released visits; agreement, dollars and what to teach.

The coder's and the manager's. An audit changes no code and no charge: what it finds is work for whoever corrects
the claim.
"""
