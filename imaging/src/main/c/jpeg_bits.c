// The window of the entropy-coded data of a JPEG.
#include "jpeg_bits.h"

#include <immintrin.h>

// Copies data to the window, up to its end or the next marker.
static void fill(BitWindow *window, uint8_t *to) {
  const uint8_t *from = window->next, *file_end = window->file_end;
  const uint8_t *full = window->window + WINDOW_BYTES;
  const __m256i marker = _mm256_set1_epi8((char)0xFF);
  while (to < full && !window->ended) {
    if (file_end - from >= VECTOR_BYTES) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)from);
      _mm256_storeu_si256((__m256i *)to, bytes);
      unsigned markers = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, marker));
      int plain = markers ? __builtin_ctz(markers) : VECTOR_BYTES;
      from += plain;
      to += plain;
      if (!markers) continue;
    } else if (from < file_end && *from != 0xFF) {
      *to++ = *from++;
      continue;
    }
    if (file_end - from < 2 || from[1] != 0) {
      window->ended = 1;
    } else {
      *to++ = 0xFF;
      from += 2;
    }
  }
  window->next = from;
  window->end = to;
  if (window->ended) memset(to, 0, MCU_BYTES);
}

static Bits position_at(const uint8_t *byte, int read_bits) {
  Bits position = {0, 0, byte};
  bits_load(&position);
  bits_skip(&position, read_bits);
  return position;
}

Bits edgepix_bits_start(BitWindow *window) {
  window->ended = 0;
  fill(window, window->window);
  return position_at(window->window, 0);
}

Bits edgepix_bits_refill(BitWindow *window, Bits position) {
  const uint8_t *unread = position.at - (position.count + 7) / 8;
  int read_bits = -position.count & 7; // of its first byte
  uint8_t *to = window->window;
  while (unread < window->end) *to++ = *unread++;
  fill(window, to);
  return position_at(window->window, read_bits);
}

Bits edgepix_bits_back(const BitWindow *window, Bits position, int count) {
  int64_t before = (position.at - window->window) * 8 - position.count - count;
  return position_at(window->window + before / 8, (int)(before % 8));
}

int edgepix_bits_end_with(BitWindow *window, Bits position, int marker) {
  if (!window->ended) position = edgepix_bits_refill(window, position);
  int64_t left = (window->end - position.at) * 8 + position.count;
  return window->ended && left >= 0 && left < 8 && window->file_end - window->next >= 2 && window->next[1] == marker;
}
