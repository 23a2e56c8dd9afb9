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

// Returns the value closest to the guess that becomes the sample when it is multiplied by alpha. Several values do if
// alpha, which is not 0, is low.
static inline uint8_t straight(uint32_t sample, uint32_t alpha, uint32_t guess) {
  uint32_t product = divide255(guess * alpha);
  if (product == sample) return (uint8_t)guess;
  if (product > sample) return (uint8_t)(((2 * sample + 1) * 255 - 1) / (2 * alpha));
  uint32_t least = ((2 * sample - 1) * 255 + 2 * alpha - 1) / (2 * alpha);
  return (uint8_t)(least > 255 ? 255 : least);
}

// Finds the colour closest to those of the visible neighbours, for a pixel that is multiplied by alpha. Otherwise,
// rounding would add noise to faint pixels, which nobody sees, but which takes many bytes.
static inline void straighten(uint8_t *pixel, const uint8_t *left, const uint8_t *above) {
  uint32_t alpha = pixel[3];
  if (!left[3]) left = above;
  if (!above[3]) above = left;
  for (int band = 0; band < 3; band++) {
    uint32_t guess = left[3] ? (left[band] + above[band] + 1U) / 2 : (pixel[band] * 255 + alpha / 2) / alpha;
    pixel[band] = straight(pixel[band], alpha, guess > 255 ? 255 : guess);
  }
}

EXPORT int32_t edgepix_join(Join *call) {
  static const uint8_t invisible[4];
  int width = (int)call->width, height = (int)call->height;
  for (int y = 0; y < height; y++) {
    int64_t from = y * call->stride;
    const uint8_t *red = call->red + from, *green = call->green + from, *blue = call->blue + from;
    const uint8_t *alpha = call->alpha + from;
    uint8_t *row = call->samples + (int64_t)y * width * 4;
    for (int x = 0; x < width; x++) {
      uint8_t visible = alpha[x] ? 255 : 0, *to = row + (int64_t)x * 4;
      to[0] = red[x] & visible;
      to[1] = green[x] & visible;
      to[2] = blue[x] & visible;
      to[3] = alpha[x];
    }
    for (int x = 0; x < width; x++, row += 4) {
      if (alpha[x] == 0 || alpha[x] == 255) continue;
      straighten(row, x ? row - 4 : invisible, y ? row - (int64_t)width * 4 : invisible);
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
