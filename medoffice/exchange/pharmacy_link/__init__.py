"""The wire to pharmacies: messages in the shape of SCRIPT, by a pair of folders that another program carries.

Not certified by any network: names of elements are those told in public rules; no schema and no table of NCPDP is here.
"""
