#include "CatalogData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) static const unsigned char catalog[] = {
#embed "catalog.bin"
};

const void *catalog_data_base(void) { return catalog; }
size_t catalog_data_size(void) { return sizeof catalog; }
