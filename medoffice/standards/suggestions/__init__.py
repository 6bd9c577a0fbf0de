"""Which diagnosis codes the words of a note support: pure functions from a text to suggestions with their evidence.

Every suggestion names the words it rests on, as offsets into the text, and the rules that made it; what was found and
not suggested (denied, merely possible, of a relative, of the past) is told with the reason. Nothing here knows a level
of service, a payment or a target of any kind: it depends on the note, the date and the patient's sex and age.
"""
