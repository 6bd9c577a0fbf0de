"""Faults: kills, crash images, full disks, wrong clocks, races, upgrades. All heavy: `make soak`."""
