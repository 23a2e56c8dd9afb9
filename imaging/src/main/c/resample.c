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

// Halving takes the place of longer filters where a plane shrinks far. Its six taps follow
// cos(pi f)^3 (1 + 1.5 sin(pi f)^2): flat at low frequencies, and with a zero of third order where an average of two has
// one of first order, so that next to nothing folds down to where it shows.
// In bytes and in words, the first of a pair lowest: -3 and 5, 30 and 30, 5 and -3 of 64.
enum { HALF_BITS = 6 };

// Sums six rows to sums of 6 fractional bits.
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

static void widen(const uint8_t *row, int width, int16_t *sums) {
  for (int x = 0; x < width; x += 16) {
    __m256i wide = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(row + x)));
    _mm256_storeu_si256((__m256i *)(sums + x), _mm256_slli_epi16(wide, HALF_BITS));
  }
}

// Of sums whose first has two like it before it, and whose last has three behind it.
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

static void narrow(const int16_t *sums, int width, uint8_t *out) {
  const __m128i half = _mm_set1_epi16(1 << (HALF_BITS - 1));
  for (int x = 0; x < width; x += 8) {
    __m128i words = _mm_srai_epi16(_mm_add_epi16(_mm_loadu_si128((const __m128i *)(sums + x)), half), HALF_BITS);
    _mm_storel_epi64((__m128i *)(out + x), _mm_packus_epi16(words, words));
  }
}

// Makes one sample of two, across, down or both; beyond an edge its last sample goes on.
// a[0..3]: plane, its stride (16 bytes may be read behind each row), width, height; a[4..5]: across, down, 0 or 1;
// a[6..7]: where it goes, of rows padded to 8 samples, and the stride; a[8]: room for (width + 64) int16.
EXPORT int32_t edgepix_halve(slot *a) {
  const uint8_t *plane = at(a[0]);
  int width = (int)a[2], height = (int)a[3];
  int columns = a[4] ? (width + 1) / 2 : width, lines = a[5] ? (height + 1) / 2 : height;
  int16_t *sums = (int16_t *)at(a[8]) + 8;
  for (int y = 0; y < lines; y++) {
    uint8_t *out = (uint8_t *)at(a[6]) + y * a[7];
    if (a[5]) {
      const uint8_t *rows[6];
      for (int k = 0; k < 6; k++) {
        int row = 2 * y - 2 + k;
        rows[k] = plane + (row < 0 ? 0 : row < height ? row : height - 1) * a[1];
      }
      halve_down(rows, width, sums);
    } else {
      widen(plane + y * a[1], width, sums);
    }
    if (a[4]) {
      for (int k = 1; k <= 2; k++) sums[-k] = sums[0];
      for (int k = 0; k < 4; k++) sums[width + k] = sums[width - 1];
      halve_across(sums, columns, out);
    } else {
      narrow(sums, columns, out);
    }
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

static int64_t steps(const uint8_t *one, const uint8_t *other, int width, int least) {
  const __m128i less = _mm_set1_epi8((char)(least - 1));
  int64_t count = 0;
  int x = 0;
  for (; x + 16 <= width; x += 16) {
    __m128i a = _mm_loadu_si128((const __m128i *)(one + x)), b = _mm_loadu_si128((const __m128i *)(other + x));
    __m128i apart = _mm_or_si128(_mm_subs_epu8(a, b), _mm_subs_epu8(b, a));
    __m128i small = _mm_cmpeq_epi8(_mm_subs_epu8(apart, less), _mm_setzero_si128());
    count += 16 - __builtin_popcount((unsigned)_mm_movemask_epi8(small));
  }
  for (; x < width; x++) count += one[x] - other[x] >= least || other[x] - one[x] >= least;
  return count;
}

// Counts neighbours across and down that are at least so far apart.
// a[0..3]: plane, its stride, width, height; a[4]: how far, 1 to 255; a[5], out: how many.
EXPORT int32_t edgepix_steps(slot *a) {
  const uint8_t *plane = at(a[0]);
  int width = (int)a[2], height = (int)a[3];
  a[5] = 0;
  for (int y = 0; y < height; y++) {
    const uint8_t *row = plane + y * a[1];
    a[5] += steps(row, row + 1, width - 1, (int)a[4]);
    if (y + 1 < height) a[5] += steps(row, row + a[1], width, (int)a[4]);
  }
  return 0;
}
