// Separable resampling of one plane of 8-bit samples, with weights of 14 fractional bits. Rows are summed first, into
// sums of 6 fractional bits; the columns of that one row next.
#include <immintrin.h>

#include "edgepix.h"

enum { WEIGHT_BITS = 14, SUM_BITS = 6, MOST_TAPS = 4096 };

static void down(const uint8_t *const *rows, const int16_t *weights, int taps, int width, int16_t *sums) {
  const __m256i half = _mm256_set1_epi32(1 << (WEIGHT_BITS - SUM_BITS - 1));
  for (int x = 0; x < width; x += 16) {
    __m256i low = half, high = half;
    for (int k = 0; k < taps; k += 2) {
      __m256i first = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(rows[k] + x)));
      __m256i second = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(rows[k + 1] + x)));
      __m256i pair = _mm256_set1_epi32((uint16_t)weights[k] | (uint32_t)(uint16_t)weights[k + 1] << 16);
      low = _mm256_add_epi32(low, _mm256_madd_epi16(_mm256_unpacklo_epi16(first, second), pair));
      high = _mm256_add_epi32(high, _mm256_madd_epi16(_mm256_unpackhi_epi16(first, second), pair));
    }
    low = _mm256_srai_epi32(low, WEIGHT_BITS - SUM_BITS);
    high = _mm256_srai_epi32(high, WEIGHT_BITS - SUM_BITS);
    _mm256_storeu_si256((__m256i *)(sums + x), _mm256_packs_epi32(low, high));
  }
}

static __m128i dot(const int16_t *sums, const int16_t *weights, int taps) {
  __m128i total = _mm_setzero_si128();
  for (int k = 0; k < taps; k += 8) {
    __m128i in = _mm_loadu_si128((const __m128i *)(sums + k));
    total = _mm_add_epi32(total, _mm_madd_epi16(in, _mm_loadu_si128((const __m128i *)(weights + k))));
  }
  return total;
}

static __m128i four(const int16_t *sums, const int32_t *first, const int16_t *weights, int taps, __m128i bias) {
  __m128i left = _mm_hadd_epi32(dot(sums + first[0], weights, taps), dot(sums + first[1], weights + taps, taps));
  __m128i right = _mm_hadd_epi32(dot(sums + first[2], weights + 2 * taps, taps),
                                 dot(sums + first[3], weights + 3 * taps, taps));
  return _mm_srai_epi32(_mm_add_epi32(_mm_hadd_epi32(left, right), bias), WEIGHT_BITS + SUM_BITS);
}

static void across(const int16_t *sums, const int32_t *first, const int16_t *weights, int taps, int width,
                   __m128i bias, uint8_t *out) {
  for (int x = 0; x < width; x += 8) {
    __m128i left = four(sums, first + x, weights + (int64_t)x * taps, taps, bias);
    __m128i right = four(sums, first + x + 4, weights + (int64_t)(x + 4) * taps, taps, bias);
    __m128i words = _mm_packs_epi32(left, right);
    _mm_storel_epi64((__m128i *)(out + x), _mm_packus_epi16(words, words));
  }
}

// a[0..3]: plane, its stride (16 bytes may be read behind each row), width, height.
// a[4..7]: first columns (int32) and weights (int16) of each column that comes out, padded to 8 of them; taps, which
// are a multiple of 8; the width that comes out.
// a[8..11]: the same of rows, unpadded; taps are a multiple of 2.
// a[12]: what is added to each sample that comes out, with 20 fractional bits, the half for rounding included.
// a[13..14]: where it goes, of rows padded to 8 samples, and the stride.
// a[15]: room for (width + taps + 16) int16.
EXPORT int32_t edgepix_resample(slot *a) {
  const uint8_t *plane = at(a[0]);
  int width = (int)a[2], height = (int)a[3], columns = (int)a[7], taps = (int)a[10], lines = (int)a[11];
  const int32_t *first = at(a[8]);
  const int16_t *weights = at(a[9]);
  const __m128i bias = _mm_set1_epi32((int32_t)a[12]);
  int16_t *sums = at(a[15]);
  const uint8_t *rows[MOST_TAPS];
  if (taps > MOST_TAPS) return 1;
  memset(sums, 0, sizeof(int16_t) * (size_t)(width + a[6] + 16));
  for (int y = 0; y < lines; y++) {
    for (int k = 0; k < taps; k++) {
      int row = first[y] + k;
      rows[k] = plane + (row < height ? row : height - 1) * a[1];
    }
    down(rows, weights + (int64_t)y * taps, taps, width, sums);
    across(sums, at(a[4]), at(a[5]), (int)a[6], columns, bias, (uint8_t *)at(a[13]) + y * a[14]);
  }
  return 0;
}

// Turns a plane by one of EXIF's orientations, as three yes-or-no moves.
// a[0..3]: plane, its stride, the width and height that come out; a[4..6]: swaps sides, flips x, flips y of what is
// stored; a[7..8]: where it goes, and the stride; a[9]: bytes of a sample, 1 to 4.
EXPORT int32_t edgepix_turn(slot *a) {
  const uint8_t *from = at(a[0]);
  int width = (int)a[2], height = (int)a[3], bytes = (int)a[9];
  int64_t along = a[4] ? a[1] : bytes, step = a[4] ? bytes : a[1];
  int64_t columns = a[4] ? height : width, rows = a[4] ? width : height;
  if (a[5]) from += (columns - 1) * bytes;
  if (a[6]) from += (rows - 1) * a[1];
  if (a[4] ? a[6] : a[5]) along = -along;
  if (a[4] ? a[5] : a[6]) step = -step;
  for (int y = 0; y < height; y++) {
    uint8_t *to = (uint8_t *)at(a[7]) + y * a[8];
    const uint8_t *sample = from + y * step;
    for (int x = 0; x < width; x++, sample += along)
      for (int b = 0; b < bytes; b++) *to++ = sample[b];
  }
  return 0;
}
