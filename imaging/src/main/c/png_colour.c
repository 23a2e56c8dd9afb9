// Rows of pixels and their planes. The matrix is that of JFIF.
#include "png_colour.h"

#include <immintrin.h>

static inline __m256i load_8_pixels(const uint8_t *rgb) {
  __m128i first = _mm_loadu_si128((const __m128i *)rgb), second = _mm_loadu_si128((const __m128i *)(rgb + 12));
  return _mm256_inserti128_si256(_mm256_castsi128_si256(first), second, 1);
}

// Returns the luma of 8 pixels, as 32 bits each. Green has two equal parts, because its weight needs 17 bits.
static inline __m256i luma_of_8(const uint8_t *rgb) {
  const __m256i red_green = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(0, -1, 1, -1, 3, -1, 4, -1, 6, -1, 7, -1, 9, -1, 10, -1));
  const __m256i blue_green = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(2, -1, 1, -1, 5, -1, 4, -1, 8, -1, 7, -1, 11, -1, 10, -1));
  const __m256i of_red_green = _mm256_set1_epi32(19235 << 16 | 19595);
  const __m256i of_blue_green = _mm256_set1_epi32(19235 << 16 | 7471);
  __m256i pixels = load_8_pixels(rgb);
  __m256i sum = _mm256_add_epi32(_mm256_madd_epi16(_mm256_shuffle_epi8(pixels, red_green), of_red_green),
                                 _mm256_madd_epi16(_mm256_shuffle_epi8(pixels, blue_green), of_blue_green));
  return _mm256_srli_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(1 << 15)), 16);
}

void colour_luma(const uint8_t *rgb, int width, uint8_t *luma) {
  for (int x = 0; x < width; x += 16, rgb += 48) {
    __m256i words = _mm256_packs_epi32(luma_of_8(rgb), luma_of_8(rgb + 24));
    __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
    _mm_storeu_si128((__m128i *)(luma + x), _mm_shuffle_epi32(bytes, _MM_SHUFFLE(3, 1, 2, 0)));
  }
}

// Returns the sums of 2x2 pixels: of red, green and blue for each of four samples.
static inline __m256i sums_of_4(uint8_t *const *rgb, int64_t at) {
  const __m256i pairs = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(0, 3, 1, 4, 2, 5, -1, -1, 6, 9, 7, 10, 8, 11, -1, -1));
  const __m256i one = _mm256_set1_epi8(1);
  return _mm256_add_epi16(_mm256_maddubs_epi16(_mm256_shuffle_epi8(load_8_pixels(rgb[0] + at), pairs), one),
                          _mm256_maddubs_epi16(_mm256_shuffle_epi8(load_8_pixels(rgb[1] + at), pairs), one));
}

// Returns weighted sums for 8 samples, with 17 fractional bits.
static inline __m256i weighted(__m256i first, __m256i second, __m256i weights) {
  __m256i sums = _mm256_hadd_epi32(_mm256_madd_epi16(first, weights), _mm256_madd_epi16(second, weights));
  return _mm256_srai_epi32(_mm256_add_epi32(sums, _mm256_set1_epi32(1 << 16)), 17);
}

void colour_chroma(uint8_t *const *rgb, int width, uint8_t *cb, uint8_t *cr) {
  const __m256i of_cb = _mm256_broadcastsi128_si256(_mm_setr_epi16(-5530, -10854, 16384, 0, -5530, -10854, 16384, 0));
  const __m256i of_cr = _mm256_broadcastsi128_si256(_mm_setr_epi16(16384, -13720, -2664, 0, 16384, -13720, -2664, 0));
  const __m128i order = _mm_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
  if (width & 1)
    for (int row = 0; row < 2; row++) memcpy(rgb[row] + (int64_t)width * 3, rgb[row] + (int64_t)width * 3 - 3, 3);
  for (int x = 0; x < width; x += 16, cb += 8, cr += 8) {
    __m256i first = sums_of_4(rgb, (int64_t)x * 3), second = sums_of_4(rgb, (int64_t)x * 3 + 24);
    __m256i words = _mm256_packs_epi32(weighted(first, second, of_cb), weighted(first, second, of_cr));
    words = _mm256_add_epi16(words, _mm256_set1_epi16(128));
    __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
    bytes = _mm_shuffle_epi8(bytes, order);
    _mm_storel_epi64((__m128i *)cb, bytes);
    _mm_storel_epi64((__m128i *)cr, _mm_srli_si128(bytes, 8));
  }
}

static inline uint64_t equal_bytes(const uint8_t *one, const uint8_t *other) {
  __m128i equal = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)one), _mm_loadu_si128((const __m128i *)other));
  return (uint64_t)(uint32_t)_mm_movemask_epi8(equal);
}

static int is_equal(const uint8_t *one, const uint8_t *other) {
  return one[0] == other[0] && one[1] == other[1] && one[2] == other[2];
}

int64_t colour_repeats(const uint8_t *rgb, int64_t width, const uint8_t *before) {
  const uint64_t first_bytes = 0x249249249249;
  int64_t count = before && is_equal(rgb, before);
  int64_t x = 1;
  for (; x + 16 <= width; x += 16) {
    const uint8_t *at = rgb + 3 * x;
    uint64_t equal = equal_bytes(at, at - 3);
    equal |= equal_bytes(at + 16, at + 13) << 16 | equal_bytes(at + 32, at + 29) << 32;
    count += __builtin_popcountll(equal & equal >> 1 & equal >> 2 & first_bytes);
  }
  for (; x < width; x++) count += is_equal(rgb + 3 * x, rgb + 3 * x - 3);
  return count;
}

static inline __attribute__((always_inline)) void expand(const uint8_t *row, int64_t width, int depth,
                                                         const uint8_t *table, int bands, uint8_t *out) {
  int mask = (1 << depth) - 1;
  for (int64_t x = 0; x < width; x++, out += bands) {
    int64_t bit = x * depth;
    int index = row[bit >> 3] >> (8 - depth - (bit & 7)) & mask;
    __builtin_memcpy(out, table + 4 * index, 4); // the fourth byte is replaced by the next pixel if there are 3 bands
  }
}

void colour_expand(const uint8_t *row, int64_t width, int depth, const uint8_t *table, int bands, uint8_t *out) {
  if (depth == 8 && bands == 3)
    expand(row, width, 8, table, 3, out);
  else if (depth == 8)
    expand(row, width, 8, table, 4, out);
  else
    expand(row, width, depth, table, bands, out);
}

void colour_expand_grey_alpha(const uint8_t *row, int64_t width, uint8_t *out) {
  for (int64_t x = 0; x < width; x++) {
    out[4 * x] = out[4 * x + 1] = out[4 * x + 2] = row[2 * x];
    out[4 * x + 3] = row[2 * x + 1];
  }
}
