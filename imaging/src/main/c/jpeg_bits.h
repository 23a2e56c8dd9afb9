// Reads the entropy-coded data of a JPEG (ITU T.81, B.1.1.5) bit by bit.
//
// The data is first copied to a window, without its stuffed zeros. It can then be read eight bytes at a time, and
// nothing has to be checked for each code: the window contains either a whole MCU, or the end of the data and zeros.
#pragma once

#include "edgepix.h"

#define INLINE static inline __attribute__((always_inline))

enum {
  VECTOR_BYTES = 32,
  WINDOW_BYTES = 1 << 15,
  MCU_BYTES = 2048, // more than 6 blocks of 64 codes of at most 27 bits, and 8 bytes
};

typedef struct {
  const uint8_t *next; // the next byte of the file
  const uint8_t *file_end;
  int ended;          // 1: a marker or the end of the file is next
  const uint8_t *end; // of the data in the window
  uint8_t window[WINDOW_BYTES + VECTOR_BYTES + MCU_BYTES];
} BitWindow;

// A position in a window.
typedef struct {
  uint64_t bits;     // the next bits, from the top
  int count;         // of these bits
  const uint8_t *at; // the byte of the window that follows them
} Bits;

// Starts to read the data at window->next.
Bits edgepix_bits_start(BitWindow *window);

// Fills the window again.
Bits edgepix_bits_refill(BitWindow *window, Bits position);

// Returns to the bits before the last ones.
Bits edgepix_bits_back(const BitWindow *window, Bits position, int count);

// Tells whether the position is in the last byte of the data, or after it, and the given marker follows.
int edgepix_bits_end_with(BitWindow *window, Bits position, int marker);

// Tells whether bits after the end of the data were read.
INLINE int bits_overrun(const BitWindow *window, Bits position) {
  return position.at - position.count / 8 > window->end;
}

// Tells whether the window contains neither a whole MCU nor the end of the data.
INLINE int bits_are_few(const BitWindow *window, Bits position) {
  return window->end - position.at < MCU_BYTES && !window->ended;
}

enum { LOADED = 56 }; // the fewest bits after bits_load

INLINE void bits_load(Bits *position) {
  uint64_t next;
  __builtin_memcpy(&next, position->at, sizeof next);
  position->bits |= __builtin_bswap64(next) >> position->count;
  position->at += (63 - position->count) >> 3;
  position->count |= LOADED;
}

INLINE unsigned bits_peek(Bits position, int count) { return (unsigned)(position.bits >> (64 - count)); }

INLINE void bits_skip(Bits *position, int count) {
  position->bits <<= count;
  position->count -= count;
}
