"""Devices of the office that measure (ECG, spirometry): which they are, when they were calibrated, what they wrote.

For medical assistants and nurses, who take a tracing for an order and attach it. A file is kept before it is read; what
is read of it, or typed, is a result to sign off, with the device, its serial and its calibration. Nothing is put on a
chart on a guess: a file that names somebody else is refused; one whose patient is not sure waits in the tray.
"""
