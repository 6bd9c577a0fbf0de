"""Coding: ICD-10-CM codes and services, each with the words or the order that supports it.

For coders. A code without evidence cannot be stored.
"""
