#include "CatalogData.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) const unsigned char catalog_data[] = {
#embed "catalog.bin"
};

size_t catalog_data_size(void) { return sizeof catalog_data; }

int catalog_string_compare(uint32_t offset, const uint8_t *bytes, size_t count) {
  size_t own = catalog_string_count(offset);
  size_t common = own < count ? own : count;
  int order = common == 0 ? 0 : memcmp(catalog_string_bytes(offset), bytes, common);
  if (order != 0) return order;
  return own == count ? 0 : own < count ? -1 : 1;
}

int catalog_string_compare_lowercased(uint32_t offset, const uint8_t *bytes, size_t count) {
  size_t own = catalog_string_count(offset);
  const uint8_t *letters = catalog_string_bytes(offset);
  for (size_t i = 0; i < own && i < count; i++) {
    uint8_t letter = letters[i];
    if (letter >= 'A' && letter <= 'Z') letter |= 0x20;
    if (letter != bytes[i]) return (int)letter - (int)bytes[i];
  }
  return own == count ? 0 : own < count ? -1 : 1;
}

int32_t catalog_find(uint32_t table, uint32_t rows, uint32_t stride, const uint8_t *bytes, size_t count) {
  uint32_t low = 0, high = rows;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = catalog_string_compare(catalog_word(table + middle * stride) & 0xffffffu, bytes, count);
    if (order == 0) return (int32_t)middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

size_t catalog_span_ascii(const uint8_t *bytes, size_t count, uint64_t low, uint64_t high) {
  size_t position = 0;
  while (position < count) {
    uint8_t byte = bytes[position];
    if (byte >= 128 || !((byte < 64 ? low >> byte : high >> (byte - 64)) & 1)) break;
    position++;
  }
  return position;
}

size_t catalog_scalar_count(const uint8_t *bytes, size_t count) {
  size_t scalars = 0;
  for (size_t i = 0; i < count; i++) scalars += (bytes[i] & 0xc0) != 0x80;
  return scalars;
}
