// Rows of pixels and their planes.
#pragma once

#include "edgepix.h"

enum { COLOUR_SLACK = 64 }; // bytes after a row of pixels that can be read and written

// Converts a row of RGB to luma in the full range of JFIF. The result is padded to 16 samples.
void colour_luma(const uint8_t *rgb, int width, uint8_t *luma);

// Converts two rows of RGB to chroma, one sample for 2x2 pixels. If the width is odd, repeats the last pixel of each
// row behind it. The results are padded to 8 samples.
void colour_chroma(uint8_t *const *rgb, int width, uint8_t *cb, uint8_t *cr);

// Counts the pixels of a row of RGB that are equal to the one before them. The first is compared with the last pixel of
// the row before, NULL for the first row.
int64_t colour_repeats(const uint8_t *rgb, int64_t width, const uint8_t *before);

// Converts greys or indices of 1, 2, 4 or 8 bits to 3 or 4 bands, by a table of RGBA.
void colour_expand(const uint8_t *row, int64_t width, int depth, const uint8_t *table, int bands, uint8_t *out);

// Converts grey and alpha to RGBA.
void colour_expand_grey_alpha(const uint8_t *row, int64_t width, uint8_t *out);
