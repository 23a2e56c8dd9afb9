// Between samples that lie together and planes, where there is alpha; and a look at such samples.
#include "edgepix.h"

// Exact for products of two bytes.
static inline uint8_t divide255(uint32_t product) { return (uint8_t)((product + 128 + ((product + 128) >> 8)) >> 8); }

static void part(const uint8_t *row, int bands, int width, uint8_t *restrict red, uint8_t *restrict green,
                 uint8_t *restrict blue, uint8_t *restrict alpha) {
  for (int x = 0; x < width; x++, row += bands) {
    uint32_t opacity = bands == 4 ? row[3] : 255;
    red[x] = divide255(row[0] * opacity);
    green[x] = divide255(row[1] * opacity);
    blue[x] = divide255(row[2] * opacity);
    alpha[x] = (uint8_t)opacity;
  }
}

// Red, green and blue times alpha, and alpha.
// a[0..2]: samples without gaps, width, height; a[3..6]: planes; a[7]: their stride; a[8]: 4 for RGBA, 3 for RGB.
EXPORT int32_t edgepix_split(slot *a) {
  int width = (int)a[1], height = (int)a[2], bands = (int)a[8];
  for (int y = 0; y < height; y++) {
    const uint8_t *row = (const uint8_t *)at(a[0]) + (int64_t)y * width * bands;
    int64_t to = y * a[7];
    if (bands == 4)
      part(row, 4, width, at(a[3] + to), at(a[4] + to), at(a[5] + to), at(a[6] + to));
    else
      part(row, 3, width, at(a[3] + to), at(a[4] + to), at(a[5] + to), at(a[6] + to));
  }
  return 0;
}

static inline uint8_t straight(uint32_t sample, uint32_t alpha) {
  uint32_t value = alpha ? (sample * 255 + alpha / 2) / alpha : 0;
  return (uint8_t)(value > 255 ? 255 : value);
}

// The way back.
// a[0..3]: planes; a[4]: their stride; a[5..6]: width, height; a[7]: where RGBA goes, without gaps.
EXPORT int32_t edgepix_join(slot *a) {
  int width = (int)a[5], height = (int)a[6];
  for (int y = 0; y < height; y++) {
    const uint8_t *red = (uint8_t *)at(a[0]) + y * a[4];
    const uint8_t *green = (uint8_t *)at(a[1]) + y * a[4];
    const uint8_t *blue = (uint8_t *)at(a[2]) + y * a[4];
    const uint8_t *alpha = (uint8_t *)at(a[3]) + y * a[4];
    uint8_t *to = (uint8_t *)at(a[7]) + (int64_t)y * width * 4;
    for (int x = 0; x < width; x++, to += 4) {
      to[0] = straight(red[x], alpha[x]);
      to[1] = straight(green[x], alpha[x]);
      to[2] = straight(blue[x], alpha[x]);
      to[3] = alpha[x];
    }
  }
  return 0;
}

// a[0]: samples without gaps; a[1]: their bands, 3 or 4; a[2]: how many pixels; a[3], out: how many of them are like the
// one before.
EXPORT int32_t edgepix_repeats(slot *a) {
  const uint8_t *pixel = at(a[0]);
  int bands = (int)a[1];
  slot repeats = 0;
  for (slot i = 1; i < a[2]; i++, pixel += bands) {
    int differs = (pixel[0] ^ pixel[bands]) | (pixel[1] ^ pixel[bands + 1]) | (pixel[2] ^ pixel[bands + 2]);
    if (bands == 4) differs |= pixel[3] ^ pixel[7];
    repeats += !differs;
  }
  a[3] = repeats;
  return 0;
}
