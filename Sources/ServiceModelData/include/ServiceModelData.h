#ifndef SERVICE_MODEL_DATA_H
#define SERVICE_MODEL_DATA_H

#include <stddef.h>

/// The embedded models of AWS services; Scripts/generate-service-models.py writes them.
extern const unsigned char service_model_data[];

/// Their number of bytes.
size_t service_model_data_size(void);

#endif
