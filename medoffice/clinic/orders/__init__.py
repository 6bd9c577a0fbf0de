"""Orders: what is done or given in the office during a visit.

For providers, who order, and medical assistants, who carry out. Publishes OrderStruck and NoticeStruck.
"""
