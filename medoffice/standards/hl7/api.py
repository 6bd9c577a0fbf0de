"""The public functions of HL7 version 2. Nouns are in ``types``; nothing else of this package is for other code."""

from medoffice.standards.hl7.acks import Ack, AckCode, ErrorCode, Fault, acknowledge, read_ack
from medoffice.standards.hl7.building import Header, build, build_file, segment
from medoffice.standards.hl7.check import (
    CheckResult,
    ack_of,
    check_bytes,
    check_message,
    errors_in,
    faults_of,
    oddities_in,
)
from medoffice.standards.hl7.files import MOST_BYTES, File, read_file, read_message
from medoffice.standards.hl7.kinds import KINDS, is_ack, kind_in_code, kind_of
from medoffice.standards.hl7.message import Message, Segment
from medoffice.standards.hl7.mllp import Flaw, Frame, Unframer, framed
from medoffice.standards.hl7.orders import write_oml, write_orm
from medoffice.standards.hl7.results import patient_of, read_results
from medoffice.standards.hl7.vaccinations import write_vxu
from medoffice.standards.hl7.values import moment_as_written, moment_of

__all__ = [
    "KINDS",
    "MOST_BYTES",
    "Ack",
    "AckCode",
    "CheckResult",
    "ErrorCode",
    "Fault",
    "File",
    "Flaw",
    "Frame",
    "Header",
    "Message",
    "Segment",
    "Unframer",
    "ack_of",
    "acknowledge",
    "build",
    "build_file",
    "check_bytes",
    "check_message",
    "errors_in",
    "faults_of",
    "framed",
    "is_ack",
    "kind_in_code",
    "kind_of",
    "moment_as_written",
    "moment_of",
    "oddities_in",
    "patient_of",
    "read_ack",
    "read_file",
    "read_message",
    "read_results",
    "segment",
    "write_oml",
    "write_orm",
    "write_vxu",
]
