"""The books: day sheet, deposits, and the nightly proof that everything agrees.

For bookkeepers and the manager.
"""
