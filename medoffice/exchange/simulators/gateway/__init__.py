"""A gateway for texts and e-mails, simulated: takes messages, tells what arrived, carries what people write back.

It can be dead, slow, silent or say everything twice. It has no clock of its own and shares no code with the office.
"""
