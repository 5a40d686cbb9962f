"""The file format: a heap of 32-bit words behind a header and in front of a pool of strings, as the resource catalogue has it.

Sources/ServiceModelData/include/ServiceModelData.h and Sources/AWSClient/Models/ read what this package writes;
raise FORMAT_VERSION whenever the meaning of a word changes.
"""

import struct

from catalog_generator import blob

MAGIC = 0x4C444D53  # "SMDL", little endian
FORMAT_VERSION = 1
HEADER_WORDS = 16
NONE = blob.NONE


class Blob(blob.Blob):
    """The catalogue's heap, with nodes whose place is known before their words: shapes refer to each other in circles."""

    def reserve(self, count):
        """The offset of words that are filled in later."""
        return self.append([0] * count)

    def fill(self, offset, words):
        self.words[offset:offset + len(words)] = words

    def bytes(self, header):
        if len(header) > HEADER_WORDS - 4:
            raise ValueError("the header has a fixed length")
        full = [MAGIC, FORMAT_VERSION] + header + [0] * (HEADER_WORDS - 4 - len(header)) + [len(self.words), len(self._pool)]
        return struct.pack(f"<{len(full)}I", *full) + struct.pack(f"<{len(self.words)}I", *self.words) + bytes(self._pool)
