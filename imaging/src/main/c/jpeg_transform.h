// Inverse transforms of one block (ITU T.81, A.3.3), from its lowest 1x1, 2x2, 4x4 or all 8x8 coefficients to as many
// samples. They return the same samples as the transforms of libjpeg-turbo, by Loeffler, Ligtenberg and Moschytz with
// constants of 13 fractional bits, do if the other coefficients are 0. Coefficients may be doubled, for halves.
//
// One instruction adds two products if their factors are next to each other. So the two coefficients of a column that
// are half a side apart have neighbouring places: for a side of 4, the rows 0 and 2 of each column come first, and then
// the rows 1 and 3.
#pragma once

#include <immintrin.h>

#include "jpeg_huffman.h"

enum { SIDE = 8 };

static const uint8_t ZIGZAG[BLOCK] = {
    0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,  12, 19, 26, 33, 40, 48,
    41, 34, 27, 20, 13, 6,  7,  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23,
    30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

// Returns the place of a coefficient for the transform of the lowest side x side; side * side for others.
INLINE int block_place(int k, int side) {
  int row = ZIGZAG[k] / SIDE, column = ZIGZAG[k] % SIDE, pairs = side / 2;
  if (row >= side || column >= side) return side * side;
  return side == 1 ? 0 : 2 * side * (row % pairs) + 2 * column + row / pairs;
}

// Coefficients of 8-bit samples are smaller than this. Larger ones overflow in one implementation or another.
enum { MOST_COEFFICIENT = 2048, MOST_SUM = 16384 };

// Returns 0 in each number from -limit to limit - 1. The limit is a power of two.
INLINE __m256i excess(__m256i numbers, int limit) {
  __m256i sum = _mm256_add_epi16(numbers, _mm256_set1_epi16((short)limit));
  return _mm256_and_si256(sum, _mm256_set1_epi16((short)(-2 * limit)));
}

// Multiplies coefficients by their steps. Sets bits of doubt if a product is too large.
INLINE __m256i dequantised(const int16_t *coefficients, const int16_t *steps, int doubled, __m256i *doubt) {
  __m256i from = _mm256_loadu_si256((const __m256i *)coefficients), step = _mm256_loadu_si256((const __m256i *)steps);
  __m256i low = _mm256_mullo_epi16(from, step), high = _mm256_mulhi_epi16(from, step);
  __m256i overflow = _mm256_xor_si256(high, _mm256_srai_epi16(low, 15));
  *doubt = _mm256_or_si256(*doubt, _mm256_or_si256(overflow, excess(low, MOST_COEFFICIENT << doubled)));
  return low;
}

// Returns two constants for each pair of coefficients.
INLINE __m128i pair(int first, int second) {
  return _mm_set1_epi32((first & 0xFFFF) | (int)((unsigned)second << 16));
}

// From pairs of the coefficients 0 and 2, and of 1 and 3, of four columns or rows.
INLINE void transform4(__m128i even, __m128i odd, int bits, __m128i out[4]) {
  const __m128i half = _mm_set1_epi32(1 << (bits - 1));
  __m128i outer = _mm_add_epi32(_mm_madd_epi16(even, pair(16384, 15137)), half);
  __m128i inner = _mm_add_epi32(_mm_madd_epi16(even, pair(16384, -15137)), half);
  __m128i steep = _mm_madd_epi16(odd, pair(20995, 7373)), flat = _mm_madd_epi16(odd, pair(8697, -17799));
  out[0] = _mm_srai_epi32(_mm_add_epi32(outer, steep), bits);
  out[1] = _mm_srai_epi32(_mm_add_epi32(inner, flat), bits);
  out[2] = _mm_srai_epi32(_mm_sub_epi32(inner, flat), bits);
  out[3] = _mm_srai_epi32(_mm_sub_epi32(outer, steep), bits);
}

INLINE void transform_4x4(const int16_t *block, const int16_t *steps, int doubled, uint8_t *to, int64_t stride,
                          __m256i *doubt) {
  __m128i out[4];
  __m256i in = dequantised(block, steps, doubled, doubt);
  transform4(_mm256_castsi256_si128(in), _mm256_extracti128_si256(in, 1), 12 + doubled, out);
  const __m128i by_pairs = _mm_setr_epi8(0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15);
  __m128i top = _mm_shuffle_epi8(_mm_packs_epi32(out[0], out[1]), by_pairs);
  __m128i bottom = _mm_shuffle_epi8(_mm_packs_epi32(out[2], out[3]), by_pairs);
  transform4(_mm_unpacklo_epi64(top, bottom), _mm_unpackhi_epi64(top, bottom), 19, out);
  const __m128i by_rows = _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
  __m128i samples = _mm_packs_epi16(_mm_packs_epi32(out[0], out[1]), _mm_packs_epi32(out[2], out[3]));
  samples = _mm_add_epi8(_mm_shuffle_epi8(samples, by_rows), _mm_set1_epi8((char)128));
  uint32_t rows[4];
  __builtin_memcpy(rows, &samples, sizeof rows);
  for (int y = 0; y < 4; y++) __builtin_memcpy(to + y * stride, rows + y, sizeof *rows);
}

// Returns sums and differences of pairs of coefficients 0 and 1.
INLINE void transform2(__m128i in, int bits, __m128i out[2]) {
  const __m128i half = _mm_set1_epi32(1 << (bits - 1));
  out[0] = _mm_srai_epi32(_mm_add_epi32(_mm_madd_epi16(in, pair(16384, 14846)), half), bits);
  out[1] = _mm_srai_epi32(_mm_add_epi32(_mm_madd_epi16(in, pair(16384, -14846)), half), bits);
}

INLINE void transform_2x2(const int16_t *block, const int16_t *steps, int doubled, uint8_t *to, int64_t stride,
                          __m256i *doubt) {
  __m128i out[2];
  transform2(_mm256_castsi256_si128(dequantised(block, steps, doubled, doubt)), 12 + doubled, out);
  __m128i rows = _mm_packs_epi32(_mm_unpacklo_epi64(out[0], out[1]), _mm_setzero_si128());
  transform2(rows, 19, out);
  __m128i words = _mm_packs_epi32(_mm_unpacklo_epi32(out[0], out[1]), _mm_setzero_si128());
  __m128i samples = _mm_add_epi8(_mm_packs_epi16(words, words), _mm_set1_epi8((char)128));
  uint32_t square = (uint32_t)_mm_cvtsi128_si32(samples);
  __builtin_memcpy(to, &square, 2);
  square >>= 16;
  __builtin_memcpy(to + stride, &square, 2);
}

INLINE void transform_1x1(const int16_t *block, const int16_t *steps, uint8_t *to, __m256i *doubt) {
  int dc = block[0] * steps[0];
  int excess = (dc + MOST_COEFFICIENT) & -2 * MOST_COEFFICIENT;
  *doubt = _mm256_or_si256(*doubt, _mm256_set1_epi32(excess));
  int sample = ((dc + 4) >> 3) + 128;
  *to = (uint8_t)(sample < 0 ? 0 : sample > 255 ? 255 : sample);
}

INLINE __m256i pair8(int first, int second) { return _mm256_broadcastsi128_si256(pair(first, second)); }

// From pairs of the coefficients 0 and 4, 1 and 5, 2 and 6, and 3 and 7, of eight columns or rows.
INLINE void transform8(const __m256i in[4], int bits, __m256i out[8]) {
  const __m256i half = _mm256_set1_epi32(1 << (bits - 1));
  __m256i sum = _mm256_add_epi32(_mm256_madd_epi16(in[0], pair8(8192, 8192)), half);
  __m256i difference = _mm256_add_epi32(_mm256_madd_epi16(in[0], pair8(8192, -8192)), half);
  __m256i steep = _mm256_madd_epi16(in[2], pair8(10703, 4433)), flat = _mm256_madd_epi16(in[2], pair8(4433, -10704));
  const __m256i even[4] = {_mm256_add_epi32(sum, steep), _mm256_add_epi32(difference, flat),
                           _mm256_sub_epi32(difference, flat), _mm256_sub_epi32(sum, steep)};
  const __m256i odd[4] = {
      _mm256_add_epi32(_mm256_madd_epi16(in[1], pair8(11363, 6437)), _mm256_madd_epi16(in[3], pair8(9633, 2260))),
      _mm256_add_epi32(_mm256_madd_epi16(in[1], pair8(9633, -11362)), _mm256_madd_epi16(in[3], pair8(-2259, -6436))),
      _mm256_add_epi32(_mm256_madd_epi16(in[1], pair8(6437, 2261)), _mm256_madd_epi16(in[3], pair8(-11362, 9633))),
      _mm256_add_epi32(_mm256_madd_epi16(in[1], pair8(2260, 9633)), _mm256_madd_epi16(in[3], pair8(-6436, -11363)))};
  for (int i = 0; i < 4; i++) {
    out[i] = _mm256_srai_epi32(_mm256_add_epi32(even[i], odd[i]), bits);
    out[7 - i] = _mm256_srai_epi32(_mm256_sub_epi32(even[i], odd[i]), bits);
  }
}

// Turns rows of eight sums into pairs of their columns 0 and 4, 1 and 5, 2 and 6, and 3 and 7.
INLINE void pairs_of_columns(const __m256i rows[8], __m256i pairs[4]) {
  const __m256i by_pairs =
      _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15));
  __m256i both[4]; // rows i and i + 4
  for (int i = 0; i < 4; i++) {
    __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(rows[i], rows[i + 4]), 0xD8);
    both[i] = _mm256_shuffle_epi8(packed, by_pairs);
  }
  __m256i low = _mm256_unpacklo_epi32(both[0], both[1]), high = _mm256_unpackhi_epi32(both[0], both[1]);
  __m256i low2 = _mm256_unpacklo_epi32(both[2], both[3]), high2 = _mm256_unpackhi_epi32(both[2], both[3]);
  pairs[0] = _mm256_unpacklo_epi64(low, low2);
  pairs[1] = _mm256_unpackhi_epi64(low, low2);
  pairs[2] = _mm256_unpacklo_epi64(high, high2);
  pairs[3] = _mm256_unpackhi_epi64(high, high2);
}

INLINE void transform_8x8(const int16_t *block, const int16_t *steps, int doubled, uint8_t *to, int64_t stride,
                          __m256i *doubt) {
  __m256i in[4], out[8];
  for (int i = 0; i < 4; i++) in[i] = dequantised(block + 16 * i, steps + 16 * i, doubled, doubt);
  transform8(in, 11 + doubled, out);
  pairs_of_columns(out, in);
  for (int i = 0; i < 4; i++) *doubt = _mm256_or_si256(*doubt, excess(in[i], MOST_SUM));
  transform8(in, 18, out);
  // Each column has its rows 0 to 3 in the low half, and 4 to 7 in the high one.
  const __m256i by_rows =
      _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
  __m256i left = _mm256_packs_epi16(_mm256_packs_epi32(out[0], out[1]), _mm256_packs_epi32(out[2], out[3]));
  __m256i right = _mm256_packs_epi16(_mm256_packs_epi32(out[4], out[5]), _mm256_packs_epi32(out[6], out[7]));
  left = _mm256_add_epi8(_mm256_shuffle_epi8(left, by_rows), _mm256_set1_epi8((char)128));
  right = _mm256_add_epi8(_mm256_shuffle_epi8(right, by_rows), _mm256_set1_epi8((char)128));
  __m256i even = _mm256_unpacklo_epi32(left, right), odd = _mm256_unpackhi_epi32(left, right);
  for (int half = 0; half < 2; half++, to += 4 * stride) {
    __m128i first = half ? _mm256_extracti128_si256(even, 1) : _mm256_castsi256_si128(even);
    __m128i second = half ? _mm256_extracti128_si256(odd, 1) : _mm256_castsi256_si128(odd);
    _mm_storel_epi64((__m128i *)to, first);
    _mm_storel_epi64((__m128i *)(to + stride), _mm_unpackhi_epi64(first, first));
    _mm_storel_epi64((__m128i *)(to + 2 * stride), second);
    _mm_storel_epi64((__m128i *)(to + 3 * stride), _mm_unpackhi_epi64(second, second));
  }
}
