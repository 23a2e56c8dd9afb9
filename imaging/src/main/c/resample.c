// Separable resampling of one plane of 8-bit samples, with weights of 14 fractional bits. For each row of the result,
// the rows are summed first, into sums of 6 fractional bits. Then the columns of that row of sums are summed.
//
// These loops take most of the time of a native rendering. Each uses AVX2 instructions for 8 to 32 samples, and does
// all of its work in one pass, with sums in registers. Plain C is several times slower.
#include <immintrin.h>

#include "edgepix.h"

enum { WEIGHT_BITS = 14, SUM_BITS = 6, MAX_TAPS = 4096 };

static void sum_rows(const uint8_t *const *rows, const int16_t *weights, int taps, int width, int16_t *sums) {
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

// Returns one output, as four partial sums.
static __m128i dot(const int16_t *sums, const int16_t *weights, int taps) {
  __m128i total = _mm_setzero_si128();
  for (int k = 0; k < taps; k += 8) {
    __m128i in = _mm_loadu_si128((const __m128i *)(sums + k));
    total = _mm_add_epi32(total, _mm_madd_epi16(in, _mm_loadu_si128((const __m128i *)(weights + k))));
  }
  return total;
}

static __m128i four(const int16_t *sums, const int32_t *starts, const int16_t *weights, int taps, __m128i bias) {
  __m128i left = _mm_hadd_epi32(dot(sums + starts[0], weights, taps), dot(sums + starts[1], weights + taps, taps));
  __m128i right = _mm_hadd_epi32(dot(sums + starts[2], weights + 2 * taps, taps),
                                 dot(sums + starts[3], weights + 3 * taps, taps));
  return _mm_srai_epi32(_mm_add_epi32(_mm_hadd_epi32(left, right), bias), WEIGHT_BITS + SUM_BITS);
}

static void sum_columns(const int16_t *sums, const int32_t *starts, const int16_t *weights, int taps, int width,
                        __m128i bias, uint8_t *out) {
  for (int x = 0; x < width; x += 8) {
    __m128i left = four(sums, starts + x, weights + (int64_t)x * taps, taps, bias);
    __m128i right = four(sums, starts + x + 4, weights + (int64_t)(x + 4) * taps, taps, bias);
    __m128i words = _mm_packs_epi32(left, right);
    _mm_storel_epi64((__m128i *)(out + x), _mm_packus_epi16(words, words));
  }
}

EXPORT int32_t edgepix_resample(Resample *call) {
  int width = (int)call->width, height = (int)call->height, columns = (int)call->columns;
  int row_taps = (int)call->row_taps, column_taps = (int)call->column_taps;
  const __m128i bias = _mm_set1_epi32((int32_t)call->bias);
  int16_t *sums = call->scratch;
  const uint8_t *rows[MAX_TAPS];
  if (row_taps > MAX_TAPS) return 1;
  memset(sums, 0, sizeof(int16_t) * (size_t)(width + column_taps + 16));
  for (int y = 0; y < call->rows; y++) {
    for (int k = 0; k < row_taps; k++) {
      int row = call->row_starts[y] + k;
      rows[k] = call->plane + (row < height ? row : height - 1) * call->stride;
    }
    sum_rows(rows, call->row_weights + (int64_t)y * row_taps, row_taps, width, sums);
    sum_columns(sums, call->column_starts, call->column_weights, column_taps, columns, bias,
                call->result + y * call->result_stride);
  }
  return 0;
}

// Applies an EXIF orientation: swaps the sides if requested, then flips each axis if requested.
EXPORT int32_t edgepix_turn(Turn *call) {
  const uint8_t *from = call->plane;
  int width = (int)call->width, height = (int)call->height;
  int64_t along = call->swap_sides ? call->stride : 1, step = call->swap_sides ? 1 : call->stride;
  int64_t columns = call->swap_sides ? height : width, rows = call->swap_sides ? width : height;
  if (call->flip_x) from += columns - 1;
  if (call->flip_y) from += (rows - 1) * call->stride;
  if (call->swap_sides ? call->flip_y : call->flip_x) along = -along;
  if (call->swap_sides ? call->flip_x : call->flip_y) step = -step;
  for (int y = 0; y < height; y++) {
    uint8_t *to = call->result + y * call->result_stride;
    const uint8_t *sample = from + y * step;
    for (int x = 0; x < width; x++, sample += along) *to++ = *sample;
  }
  return 0;
}

static int64_t steps(const uint8_t *one, const uint8_t *other, int width, int difference) {
  const __m128i less = _mm_set1_epi8((char)(difference - 1));
  int64_t count = 0;
  int x = 0;
  for (; x + 16 <= width; x += 16) {
    __m128i a = _mm_loadu_si128((const __m128i *)(one + x)), b = _mm_loadu_si128((const __m128i *)(other + x));
    __m128i apart = _mm_or_si128(_mm_subs_epu8(a, b), _mm_subs_epu8(b, a));
    __m128i small = _mm_cmpeq_epi8(_mm_subs_epu8(apart, less), _mm_setzero_si128());
    count += 16 - __builtin_popcount((unsigned)_mm_movemask_epi8(small));
  }
  for (; x < width; x++) count += one[x] - other[x] >= difference || other[x] - one[x] >= difference;
  return count;
}

// Counts pairs of horizontal or vertical neighbours that differ by at least the difference.
EXPORT int32_t edgepix_steps(Steps *call) {
  int width = (int)call->width, height = (int)call->height, difference = (int)call->difference;
  int64_t count = 0;
  for (int y = 0; y < height; y++) {
    const uint8_t *row = call->plane + y * call->stride;
    count += steps(row, row + 1, width - 1, difference);
    if (y + 1 < height) count += steps(row, row + call->stride, width, difference);
  }
  call->count = count;
  return 0;
}
