// The Huffman codes of a JPEG that libjpeg-turbo has encoded.
#pragma once

#include "edgepix.h"

// Returns the same picture with the shortest codes, in memory to be freed; NULL if there is too little memory, or the
// file is not as libjpeg-turbo writes it.
uint8_t *edgepix_jpeg_shorten(const uint8_t *bytes, int64_t length, int64_t *shorter);
