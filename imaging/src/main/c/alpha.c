// Converts interleaved samples with alpha to planes multiplied by alpha, and back. Counts repeated pixels.
#include "alpha.h"

// Exact for products of two bytes.
static inline uint8_t divide255(uint32_t product) { return (uint8_t)((product + 128 + ((product + 128) >> 8)) >> 8); }

static inline __attribute__((always_inline)) void split(const uint8_t *row, int bands, int width, uint8_t *restrict red,
                                                        uint8_t *restrict green, uint8_t *restrict blue,
                                                        uint8_t *restrict alpha) {
  for (int x = 0; x < width; x++, row += bands) {
    uint32_t opacity = bands == 4 ? row[3] : 255;
    red[x] = divide255(row[0] * opacity);
    green[x] = divide255(row[1] * opacity);
    blue[x] = divide255(row[2] * opacity);
    alpha[x] = (uint8_t)opacity;
  }
}

void split_row(const uint8_t *row, int bands, int width, uint8_t *red, uint8_t *green, uint8_t *blue, uint8_t *alpha) {
  // A constant number of bands lets the compiler vectorise each of the two loops.
  if (bands == 4)
    split(row, 4, width, red, green, blue, alpha);
  else
    split(row, 3, width, red, green, blue, alpha);
}

EXPORT int32_t edgepix_split(Split *call) {
  int width = (int)call->width, bands = (int)call->bands;
  for (int64_t y = 0; y < call->height; y++) {
    int64_t to = y * call->stride;
    split_row(call->samples + y * width * bands, bands, width, call->red + to, call->green + to, call->blue + to,
              call->alpha + to);
  }
  return 0;
}

static inline uint8_t straight(uint32_t sample, uint32_t alpha) {
  uint32_t value = alpha ? (sample * 255 + alpha / 2) / alpha : 0;
  return (uint8_t)(value > 255 ? 255 : value);
}

EXPORT int32_t edgepix_join(Join *call) {
  int width = (int)call->width, height = (int)call->height;
  for (int y = 0; y < height; y++) {
    int64_t from = y * call->stride;
    const uint8_t *red = call->red + from, *green = call->green + from, *blue = call->blue + from;
    const uint8_t *alpha = call->alpha + from;
    uint8_t *to = call->samples + (int64_t)y * width * 4;
    for (int x = 0; x < width; x++, to += 4) {
      to[0] = straight(red[x], alpha[x]);
      to[1] = straight(green[x], alpha[x]);
      to[2] = straight(blue[x], alpha[x]);
      to[3] = alpha[x];
    }
  }
  return 0;
}

// Counts pixels that are equal to the previous one.
EXPORT int32_t edgepix_repeats(Repeats *call) {
  const uint8_t *pixel = call->samples;
  int bands = (int)call->bands;
  int64_t count = 0;
  for (int64_t i = 1; i < call->pixels; i++, pixel += bands) {
    int differs = (pixel[0] ^ pixel[bands]) | (pixel[1] ^ pixel[bands + 1]) | (pixel[2] ^ pixel[bands + 2]);
    if (bands == 4) differs |= pixel[3] ^ pixel[7];
    count += !differs;
  }
  call->count = count;
  return 0;
}
