// Halving of planes.
#pragma once

#include "edgepix.h"

enum { HALVE_MARGIN = 8, HALVE_SCRATCH = 64 };

// Halves six rows to one row of half the width, rounded up. Each row must be readable up to a multiple of 16 samples,
// and the result is padded to 8. The scratch has room for width + HALVE_SCRATCH sums.
void halve_rows(const uint8_t *const *rows, int width, uint8_t *out, int16_t *scratch);
