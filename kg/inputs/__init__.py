"""Files that a person gives: plain, packed or in an archive, by glob or folder, on standard input.

Each is opened only when it is read, and read as a stream. What unpacks to far more than any real
file is refused before it fills the disk or the memory.
"""

from kg.inputs.finding import inputs
from kg.inputs.opening import LARGEST, SMALL, SWELL, Input

__all__ = ["LARGEST", "SMALL", "SWELL", "Input", "inputs"]
