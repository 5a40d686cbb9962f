#ifndef CATALOG_DATA_H
#define CATALOG_DATA_H

#include <stddef.h>

/// The first byte of the embedded resource catalogue; aligned to 16 bytes and valid for the life of the process.
const void *_Nonnull catalog_data_base(void);

/// The number of bytes of the embedded resource catalogue.
size_t catalog_data_size(void);

#endif
