"""What other rooms may use of devices."""

from medoffice.clinic.devices.actions.attach_file import attach_file
from medoffice.clinic.devices.actions.correct_attached import correct_attached, strike_attached
from medoffice.clinic.devices.actions.hear_devices import hear_devices
from medoffice.clinic.devices.actions.set_up_device import note_calibration, set_up_device, strike_calibration
from medoffice.clinic.devices.offers import register_device_door
from medoffice.clinic.devices.queries.attached import attached_at
from medoffice.clinic.devices.queries.devices import calibrations_of, device, devices

__all__ = [
    "attach_file",
    "attached_at",
    "calibrations_of",
    "correct_attached",
    "device",
    "devices",
    "hear_devices",
    "note_calibration",
    "register_device_door",
    "set_up_device",
    "strike_attached",
    "strike_calibration",
]
