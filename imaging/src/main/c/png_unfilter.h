// The filters of PNG (third edition, section 9).
#pragma once

#include "edgepix.h"

enum { UNFILTER_SLACK = 16 }; // bytes after a row that can be read and written

// Restores a row. It begins with its filter, one of the five; above is the restored row before it, or zeros.
//
//   size  the number of bytes, without the filter
//   step  the number of bytes of a pixel, at least 1
void unfilter(const uint8_t *filtered, const uint8_t *above, uint8_t *row, int64_t size, int step);

// Restores two rows.
void unfilter_pair(const uint8_t *const *filtered, const uint8_t *above, uint8_t *const *rows, int64_t size, int step);
