// Planes of colours that are multiplied by alpha.
#pragma once

#include "edgepix.h"

// Splits a row of RGB, or of RGBA with straight alpha.
void split_row(const uint8_t *row, int bands, int width, uint8_t *red, uint8_t *green, uint8_t *blue, uint8_t *alpha);
