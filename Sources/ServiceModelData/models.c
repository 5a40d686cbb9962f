#include "ServiceModelData.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) const unsigned char service_model_data[] = {
#embed "models.bin"
};

size_t service_model_data_size(void) { return sizeof service_model_data; }

int service_model_string_compare(uint32_t offset, const uint8_t *bytes, size_t count) {
  size_t own = service_model_string_count(offset);
  size_t common = own < count ? own : count;
  int order = common == 0 ? 0 : memcmp(service_model_string_bytes(offset), bytes, common);
  if (order != 0) return order;
  return own == count ? 0 : own < count ? -1 : 1;
}

int32_t service_model_find(uint32_t table, uint32_t rows, uint32_t stride, const uint8_t *bytes, size_t count) {
  uint32_t low = 0, high = rows;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = service_model_string_compare(service_model_word(table + middle * stride), bytes, count);
    if (order == 0) return (int32_t)middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

uint32_t service_model_find_member(uint32_t list, const uint8_t *bytes, size_t count) {
  uint32_t low = 0, high = service_model_word(list);
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    uint32_t member = service_model_word(list + 1 + middle);
    int order = service_model_string_compare(service_model_word(member + 1), bytes, count);
    if (order == 0) return member;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return service_model_none;
}
