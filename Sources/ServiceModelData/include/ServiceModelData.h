#ifndef SERVICE_MODEL_DATA_H
#define SERVICE_MODEL_DATA_H

#include <stddef.h>
#include <stdint.h>

// The embedded models of AWS services: a header of 16 words, a heap of 32-bit little-endian words, a pool of strings.
// Scripts/service_models writes them. These functions are the only code that touches the bytes; they are here rather than in
// Swift because a debug build of Swift calls through several layers for each load.

extern const unsigned char service_model_data[];

/// The number of bytes of the embedded models.
size_t service_model_data_size(void);

enum { SERVICE_MODEL_HEADER_WORDS = 16 };

/// What an absent string, list or node is written as.
static const uint32_t service_model_none = 0xffffffffu;

/// A word of the header.
static inline uint32_t service_model_header(uint32_t index) {
  return ((const uint32_t *)(const void *)service_model_data)[index];
}

/// A word of the heap.
static inline uint32_t service_model_word(uint32_t index) {
  return ((const uint32_t *)(const void *)service_model_data)[SERVICE_MODEL_HEADER_WORDS + index];
}

/// The UTF-8 bytes of a string of the pool, without a terminator; valid for the life of the process.
static inline const uint8_t *_Nonnull service_model_string_bytes(uint32_t offset) {
  return service_model_data + 4 * (size_t)(SERVICE_MODEL_HEADER_WORDS + service_model_header(14)) + offset + 2;
}

/// The number of UTF-8 bytes of a string of the pool.
static inline uint32_t service_model_string_count(uint32_t offset) {
  const uint8_t *bytes = service_model_string_bytes(offset) - 2;
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

/// Compares a string of the pool with bytes, in the order of bytes; 0 if they are equal.
int service_model_string_compare(uint32_t offset, const uint8_t *_Nullable bytes, size_t count);

/// The row of a name in `rows` rows of `stride` words, whose first words are names in the order of bytes; -1 if it is missing.
int32_t service_model_find(uint32_t table, uint32_t rows, uint32_t stride, const uint8_t *_Nullable bytes, size_t count);

/// The member with a name, in a list of members in the order of their names in answers; `service_model_none` if there is none.
uint32_t service_model_find_member(uint32_t list, const uint8_t *_Nullable bytes, size_t count);

#endif
