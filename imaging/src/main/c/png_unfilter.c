// The filters of PNG. Pixels of 3 and 4 bytes are restored as vectors, because each one depends on the one before it.
#include "png_unfilter.h"

#include <immintrin.h>

enum { NONE, SUB, UP, AVERAGE, PAETH };

static inline __m128i load4(const uint8_t *from) {
  int32_t bytes;
  __builtin_memcpy(&bytes, from, sizeof bytes);
  return _mm_cvtsi32_si128(bytes);
}

static inline void store4(uint8_t *to, __m128i bytes) {
  int32_t low = _mm_cvtsi128_si32(bytes);
  __builtin_memcpy(to, &low, sizeof low);
}

static void sub_pixels(const uint8_t *in, uint8_t *row, int64_t size, int step) {
  __m128i left = _mm_setzero_si128();
  for (int64_t i = 0; i < size; i += step) {
    left = _mm_add_epi8(left, load4(in + i));
    store4(row + i, left);
  }
}

static void up(const uint8_t *in, const uint8_t *above, uint8_t *row, int64_t size) {
  for (int64_t i = 0; i < size; i++) row[i] = (uint8_t)(in[i] + above[i]);
}

static void average_pixels(const uint8_t *in, const uint8_t *above, uint8_t *row, int64_t size, int step) {
  const __m128i one = _mm_set1_epi8(1);
  __m128i left = _mm_setzero_si128();
  for (int64_t i = 0; i < size; i += step) {
    __m128i up = load4(above + i);
    // The instruction rounds up.
    __m128i mean = _mm_sub_epi8(_mm_avg_epu8(left, up), _mm_and_si128(_mm_xor_si128(left, up), one));
    left = _mm_add_epi8(mean, load4(in + i));
    store4(row + i, left);
  }
}

// Returns samples of 16 bits: the nearest of left, up and corner to left + up - corner, plus the filtered ones.
static inline __m128i paeth(__m128i left, __m128i up, __m128i corner, __m128i filtered) {
  __m128i from_left = _mm_sub_epi16(up, corner), from_up = _mm_sub_epi16(left, corner);
  __m128i from_corner = _mm_abs_epi16(_mm_add_epi16(from_left, from_up));
  from_left = _mm_abs_epi16(from_left);
  from_up = _mm_abs_epi16(from_up);
  __m128i least = _mm_min_epi16(from_corner, _mm_min_epi16(from_left, from_up));
  __m128i nearest = _mm_blendv_epi8(corner, up, _mm_cmpeq_epi16(least, from_up));
  nearest = _mm_blendv_epi8(nearest, left, _mm_cmpeq_epi16(least, from_left));
  return _mm_add_epi8(nearest, filtered);
}

static void paeth_pixels(const uint8_t *in, const uint8_t *above, uint8_t *row, int64_t size, int step) {
  __m128i left = _mm_setzero_si128(), corner = left;
  for (int64_t i = 0; i < size; i += step) {
    __m128i up = _mm_cvtepu8_epi16(load4(above + i));
    left = paeth(left, up, corner, _mm_cvtepu8_epi16(load4(in + i)));
    corner = up;
    store4(row + i, _mm_packus_epi16(left, left));
  }
}

// Restores two rows at a time, in the two halves of a vector. The second row is one pixel behind the first, so that the
// pixel above is known.
static inline __attribute__((always_inline)) void paeth_pair(const uint8_t *const *in, const uint8_t *above,
                                                             uint8_t *const *rows, int64_t size, int step) {
  const __m128i zero = _mm_setzero_si128();
  __m128i up = _mm_cvtepu8_epi16(load4(above)), corner = up;
  __m128i left = paeth(zero, up, zero, _mm_cvtepu8_epi16(load4(in[0])));
  store4(rows[0], _mm_packus_epi16(left, left));
  for (int64_t i = step; i < size; i += step) {
    up = _mm_unpacklo_epi64(_mm_cvtepu8_epi16(load4(above + i)), left);
    __m128i filtered = _mm_cvtepu8_epi16(_mm_unpacklo_epi32(load4(in[0] + i), load4(in[1] + i - step)));
    left = paeth(left, up, corner, filtered);
    corner = up;
    __m128i bytes = _mm_packus_epi16(left, left);
    store4(rows[0] + i, bytes);
    store4(rows[1] + i - step, _mm_srli_si128(bytes, 4));
  }
  up = _mm_unpackhi_epi64(left, left); // the left pixel of the second row
  int64_t last = size - step;
  __m128i end = paeth(up, left, _mm_unpackhi_epi64(corner, corner), _mm_cvtepu8_epi16(load4(in[1] + last)));
  store4(rows[1] + last, _mm_packus_epi16(end, end));
}

static inline int distance(int one, int other) { return one < other ? other - one : one - other; }

// Restores a row of pixels with 1 or 2 bytes.
static inline __attribute__((always_inline)) void unfilter_bytes(int filter, const uint8_t *in, const uint8_t *above,
                                                                 uint8_t *row, int64_t size, int step) {
  for (int64_t i = 0; i < size; i++) {
    int left = i < step ? 0 : row[i - step], corner = i < step ? 0 : above[i - step], up = above[i];
    int from_left = distance(up, corner), from_up = distance(left, corner);
    int from_corner = distance(left + up, 2 * corner);
    int nearest = from_left <= from_up && from_left <= from_corner ? left : from_up <= from_corner ? up : corner;
    row[i] = (uint8_t)(in[i] + (filter == SUB ? left : filter == AVERAGE ? (left + up) / 2 : nearest));
  }
}

static inline __attribute__((always_inline)) void unfilter_step(int filter, const uint8_t *in, const uint8_t *above,
                                                                uint8_t *row, int64_t size, int step) {
  // A constant filter and step make each loop faster.
  if (step < 3 && filter == SUB)
    unfilter_bytes(SUB, in, above, row, size, step);
  else if (step < 3 && filter == AVERAGE)
    unfilter_bytes(AVERAGE, in, above, row, size, step);
  else if (step < 3)
    unfilter_bytes(PAETH, in, above, row, size, step);
  else if (filter == SUB)
    sub_pixels(in, row, size, step);
  else if (filter == AVERAGE)
    average_pixels(in, above, row, size, step);
  else
    paeth_pixels(in, above, row, size, step);
}

void unfilter(const uint8_t *filtered, const uint8_t *above, uint8_t *row, int64_t size, int step) {
  const uint8_t *in = filtered + 1;
  int filter = *filtered;
  if (filter == NONE)
    memcpy(row, in, (size_t)size);
  else if (filter == UP)
    up(in, above, row, size);
  else if (step == 1)
    unfilter_step(filter, in, above, row, size, 1);
  else if (step == 2)
    unfilter_step(filter, in, above, row, size, 2);
  else if (step == 3)
    unfilter_step(filter, in, above, row, size, 3);
  else
    unfilter_step(filter, in, above, row, size, 4);
}

void unfilter_pair(const uint8_t *const *filtered, const uint8_t *above, uint8_t *const *rows, int64_t size, int step) {
  if (step >= 3 && *filtered[0] == PAETH && *filtered[1] == PAETH) {
    const uint8_t *in[] = {filtered[0] + 1, filtered[1] + 1};
    if (step == 3)
      paeth_pair(in, above, rows, size, 3);
    else
      paeth_pair(in, above, rows, size, 4);
    return;
  }
  unfilter(filtered[0], above, rows[0], size, step);
  unfilter(filtered[1], rows[0], rows[1], size, step);
}
