"""Downtime: what the office needs on paper while the computer is down.

For the manager, and for everybody on the day it happens. Every half hour the appointments of today and tomorrow, with
what is known of the patients, are put into an encrypted PDF in the data folder and, if the office says so, in a second
folder such as a USB stick. What a label keeps from leaving the screen is not in it. Publishes no facts.
"""
