#ifndef CATALOG_DATA_H
#define CATALOG_DATA_H

#include <stddef.h>
#include <stdint.h>

// The embedded resource catalogue: a header of 16 words, a heap of 32-bit little-endian words, a pool of strings.
// Scripts/catalog_generator/blob.py writes it. These functions are the only code that touches its bytes; they are here
// rather than in Swift because a debug build of Swift calls through several layers for each load.

extern const unsigned char catalog_data[];

/// The number of bytes of the embedded resource catalogue.
size_t catalog_data_size(void);

enum { CATALOG_HEADER_WORDS = 16 };

/// What an absent string, list or node is written as.
static const uint32_t catalog_none = 0xffffffffu;

/// A word of the header.
static inline uint32_t catalog_header(uint32_t index) { return ((const uint32_t *)(const void *)catalog_data)[index]; }

/// A word of the heap.
static inline uint32_t catalog_word(uint32_t index) {
  return ((const uint32_t *)(const void *)catalog_data)[CATALOG_HEADER_WORDS + index];
}

/// A double that begins at a word of the heap.
static inline double catalog_double(uint32_t index) {
  union { uint64_t bits; double value; } both;
  both.bits = (uint64_t)catalog_word(index) | (uint64_t)catalog_word(index + 1) << 32;
  return both.value;
}

/// The UTF-8 bytes of a string of the pool, without a terminator; valid for the life of the process.
static inline const uint8_t *_Nonnull catalog_string_bytes(uint32_t offset) {
  return catalog_data + 4 * (size_t)(CATALOG_HEADER_WORDS + catalog_header(14)) + offset + 2;
}

/// The number of UTF-8 bytes of a string of the pool.
static inline uint32_t catalog_string_count(uint32_t offset) {
  const uint8_t *bytes = catalog_string_bytes(offset) - 2;
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

/// The word of a field of a node, or `catalog_none`; a node is its flags, a bit for each field that is there, the fields.
static inline uint32_t catalog_field(uint32_t node, uint32_t field) {
  uint32_t presence = catalog_word(node + 1);
  if (!(presence >> field & 1)) return catalog_none;
  return catalog_word(node + 2 + (uint32_t)__builtin_popcount(presence & ((1u << field) - 1)));
}

/// Compares a string of the pool with bytes, in the order of bytes; 0 if they are equal.
int catalog_string_compare(uint32_t offset, const uint8_t *_Nullable bytes, size_t count);

/// The same, with ASCII letters of the pool's string taken as lower case.
int catalog_string_compare_lowercased(uint32_t offset, const uint8_t *_Nullable bytes, size_t count);

/// The row of a name in `rows` rows of `stride` words, whose first words are names in the order of bytes; -1 if it is missing.
///
/// Only the low 24 bits of a first word are the name's offset.
int32_t catalog_find(uint32_t table, uint32_t rows, uint32_t stride, const uint8_t *_Nullable bytes, size_t count);

/// The number of leading bytes that are in a set of ASCII characters.
size_t catalog_span_ascii(const uint8_t *_Nullable bytes, size_t count, uint64_t low, uint64_t high);

/// The number of Unicode scalars of valid UTF-8.
size_t catalog_scalar_count(const uint8_t *_Nullable bytes, size_t count);

#endif
