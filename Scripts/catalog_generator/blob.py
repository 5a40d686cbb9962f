"""The file format: a heap of 32-bit words, hash-consed, behind a header and in front of a pool of strings.

Sources/CatalogData/include/CatalogData.h and Sources/ResourceCatalog/Reading/ read what this module writes;
raise FORMAT_VERSION whenever the meaning of a word changes.
"""

import struct

MAGIC = 0x54434152  # "RACT", little endian
FORMAT_VERSION = 1
HEADER_WORDS = 16
NONE = 0xFFFFFFFF


class Blob:
    """Words and strings; equal lists of words are stored once, so equal schemas of different types share a node."""

    def __init__(self):
        self.words = []
        self._offsets = {}
        self._pool = bytearray()
        self._strings = {}

    def string(self, text):
        """The offset of a string in the pool: two bytes of length, then UTF-8."""
        if text is None:
            return NONE
        data = text.encode()
        if data not in self._strings:
            if len(data) > 0xFFFF:
                raise ValueError(f"a string of {len(data)} bytes does not fit the pool's length field")
            self._strings[data] = len(self._pool)
            self._pool += struct.pack("<H", len(data)) + data
        return self._strings[data]

    def put(self, words):
        """The offset of a list of words in the heap."""
        key = tuple(words)
        if key not in self._offsets:
            self._offsets[key] = len(self.words)
            self.words.extend(key)
        return self._offsets[key]

    def append(self, words):
        """Stores a table that is never shared."""
        offset = len(self.words)
        self.words.extend(words)
        return offset

    def list(self, words):
        words = list(words)
        return self.put([len(words)] + words)

    def strings(self, texts):
        return self.list(self.string(text) for text in texts)

    def double(self, number):
        return self.put(struct.unpack("<II", struct.pack("<d", float(number))))

    def value(self, value):
        """A JSON value: [tag, payload]."""
        if value is None:
            return self.put([0, 0])
        if value is False or value is True:
            return self.put([2 if value else 1, 0])
        if isinstance(value, (int, float)):
            return self.put([3, self.double(value)])
        if isinstance(value, str):
            return self.put([4, self.string(value)])
        if isinstance(value, list):
            return self.put([5, self.list(self.value(item) for item in value)])
        pairs = []
        for key in sorted(value):
            pairs += [self.string(key), self.value(value[key])]
        return self.put([6, self.put([len(value)] + pairs)])

    def bytes(self, header):
        if len(header) != HEADER_WORDS - 4:
            raise ValueError("the header has a fixed length")
        full = [MAGIC, FORMAT_VERSION] + header + [len(self.words), len(self._pool)]
        return struct.pack(f"<{len(full)}I", *full) + struct.pack(f"<{len(self.words)}I", *self.words) + bytes(self._pool)
