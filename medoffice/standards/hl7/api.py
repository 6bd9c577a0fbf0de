"""The public functions of HL7 version 2. Nothing else of this package is for other code."""

from medoffice.standards.hl7.building import Header, build, build_file, segment
from medoffice.standards.hl7.files import MOST_BYTES, File, read_file, read_message
from medoffice.standards.hl7.message import Message, Segment

__all__ = [
    "MOST_BYTES",
    "File",
    "Header",
    "Message",
    "Segment",
    "build",
    "build_file",
    "read_file",
    "read_message",
    "segment",
]
