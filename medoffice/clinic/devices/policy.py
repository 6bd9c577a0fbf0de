"""The permission words of devices: a device is nobody's, what it wrote is of the visit it was attached at."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Shows

grant("devices.see", "See the devices that measure", CLINICAL | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("devices.calibrate", "Note that a device was calibrated", CLINICAL | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("devices.set_up", "Say which devices the office has", LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("devices.read", "See what devices found, and the files of it", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("devices.attach", "Attach what a device wrote to what was ordered", CLINICAL | SYSTEM, glass=True)
grant("devices.receive", "Take in what devices put into their folder", SYSTEM, shows=Shows.NOTHING)
