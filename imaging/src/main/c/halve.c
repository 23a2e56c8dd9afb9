// Halving replaces longer filters if a plane is shrunk far. The frequency response of its six taps is
// cos(pi f)^3 (1 + 1.5 sin(pi f)^2): flat at low frequencies, with a zero of third order at the highest (an average of
// two samples has one of first order). So almost nothing aliases to visible frequencies.
//
// The taps are -3, 5, 30, 30, 5, -3 of 64. Constants contain pairs of them, as bytes or words, with the first of a pair
// in the low bits.
#include "halve.h"

#include <immintrin.h>

enum { HALF_BITS = 6 };

// Adds up six rows into sums of 6 fractional bits.
static void halve_down(const uint8_t *const *rows, int width, int16_t *sums) {
  const __m128i outer = _mm_set1_epi16(0x05FD);
  const __m128i middle = _mm_set1_epi16(0x1E1E);
  const __m128i last = _mm_set1_epi16((int16_t)0xFD05);
  for (int x = 0; x < width; x += 16) {
    __m128i r[6];
    for (int k = 0; k < 6; k++) r[k] = _mm_loadu_si128((const __m128i *)(rows[k] + x));
    __m128i low = _mm_add_epi16(_mm_maddubs_epi16(_mm_unpacklo_epi8(r[0], r[1]), outer),
                                _mm_add_epi16(_mm_maddubs_epi16(_mm_unpacklo_epi8(r[2], r[3]), middle),
                                              _mm_maddubs_epi16(_mm_unpacklo_epi8(r[4], r[5]), last)));
    __m128i high = _mm_add_epi16(_mm_maddubs_epi16(_mm_unpackhi_epi8(r[0], r[1]), outer),
                                 _mm_add_epi16(_mm_maddubs_epi16(_mm_unpackhi_epi8(r[2], r[3]), middle),
                                               _mm_maddubs_epi16(_mm_unpackhi_epi8(r[4], r[5]), last)));
    _mm_storeu_si128((__m128i *)(sums + x), low);
    _mm_storeu_si128((__m128i *)(sums + x + 8), high);
  }
}

// Converts one row to sums.
static void widen(const uint8_t *row, int width, int16_t *sums) {
  for (int x = 0; x < width; x += 16) {
    __m256i wide = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(row + x)));
    _mm256_storeu_si256((__m256i *)(sums + x), _mm256_slli_epi16(wide, HALF_BITS));
  }
}

// Expects the first sum to be repeated twice before it, and the last sum three times after it.
static void halve_across(const int16_t *sums, int width, uint8_t *out) {
  const __m256i outer = _mm256_set1_epi32(0x0005FFFD);
  const __m256i middle = _mm256_set1_epi32(0x001E001E);
  const __m256i last = _mm256_set1_epi32((int32_t)0xFFFD0005);
  const __m256i half = _mm256_set1_epi32(1 << (2 * HALF_BITS - 1));
  for (int x = 0; x < width; x += 8) {
    const int16_t *from = sums + 2 * x;
    __m256i total = _mm256_add_epi32(half, _mm256_madd_epi16(_mm256_loadu_si256((const __m256i *)(from - 2)), outer));
    total = _mm256_add_epi32(total, _mm256_madd_epi16(_mm256_loadu_si256((const __m256i *)from), middle));
    total = _mm256_add_epi32(total, _mm256_madd_epi16(_mm256_loadu_si256((const __m256i *)(from + 2)), last));
    total = _mm256_srai_epi32(total, 2 * HALF_BITS);
    __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(total), _mm256_extracti128_si256(total, 1));
    _mm_storel_epi64((__m128i *)(out + x), _mm_packus_epi16(words, words));
  }
}

// Converts sums to samples.
static void narrow(const int16_t *sums, int width, uint8_t *out) {
  const __m128i half = _mm_set1_epi16(1 << (HALF_BITS - 1));
  for (int x = 0; x < width; x += 8) {
    __m128i words = _mm_srai_epi16(_mm_add_epi16(_mm_loadu_si128((const __m128i *)(sums + x)), half), HALF_BITS);
    _mm_storel_epi64((__m128i *)(out + x), _mm_packus_epi16(words, words));
  }
}

static void halve_sums(int16_t *sums, int width, uint8_t *out) {
  for (int k = 1; k <= 2; k++) sums[-k] = sums[0];
  for (int k = 0; k < 4; k++) sums[width + k] = sums[width - 1];
  halve_across(sums, (width + 1) / 2, out);
}

void halve_rows(const uint8_t *const *rows, int width, uint8_t *out, int16_t *scratch) {
  int16_t *sums = scratch + HALVE_MARGIN;
  halve_down(rows, width, sums);
  halve_sums(sums, width, out);
}

// Halves the width, the height or both. Beyond an edge, the last sample is repeated.
EXPORT int32_t edgepix_halve(Halve *call) {
  const uint8_t *plane = call->plane;
  int width = (int)call->width, height = (int)call->height;
  int lines = call->down ? (height + 1) / 2 : height;
  int16_t *sums = call->scratch + HALVE_MARGIN;
  for (int y = 0; y < lines; y++) {
    uint8_t *out = call->result + y * call->result_stride;
    if (call->down) {
      const uint8_t *rows[6];
      for (int k = 0; k < 6; k++) {
        int row = 2 * y - 2 + k;
        rows[k] = plane + (row < 0 ? 0 : row < height ? row : height - 1) * call->stride;
      }
      halve_down(rows, width, sums);
    } else {
      widen(plane + y * call->stride, width, sums);
    }
    if (call->across)
      halve_sums(sums, width, out);
    else
      narrow(sums, width, out);
  }
  return 0;
}
