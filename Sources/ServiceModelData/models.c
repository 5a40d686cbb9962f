#include "ServiceModelData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) const unsigned char service_model_data[] = {
#embed "models.bin"
};

size_t service_model_data_size(void) { return sizeof service_model_data; }
