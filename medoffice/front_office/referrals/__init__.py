"""Referrals: whom the office sent to whom and why, and whom others sent here, until the answer is read.

For the secretary, and for whoever refers. No referral is forgotten: each is due for its next step, and what is overdue
stands first by how dangerous it is to wait. In FHIR's terms each is a ServiceRequest: ``priority``, ``requester``,
``performer``, reason and question.
"""
