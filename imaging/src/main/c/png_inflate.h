// Decompression of zlib streams (RFC 1950 and 1951), as far as the caller wants.
#pragma once

#include "edgepix.h"

enum {
  INFLATE_HISTORY = 32768, // bytes before the output that a match can copy
  INFLATE_SLACK = 320,     // bytes that can be written after the wanted output
  INFLATE_READ_AHEAD = 8,  // readable bytes that must follow the stream
  LITERAL_BITS = 11,
  DISTANCE_BITS = 8,
};

typedef struct {
  const uint8_t *next, *end;
  uint64_t buffer;  // the next bits, the first in the lowest bit
  uint32_t count;   // of valid bits
  uint32_t missing; // bytes of 0 that were added after the end
} BitReader;

typedef struct {
  BitReader bits;
  int is_last;      // this block
  int state;        // between blocks, in a stored one or in a compressed one
  int is_fixed;     // the tables are those of the fixed codes
  uint32_t stored;  // bytes that are left of a stored block
  uint32_t literal_mask, distance_mask;
  uint32_t literals[(1 << LITERAL_BITS) + 300];
  uint32_t distances[(1 << DISTANCE_BITS) + 160];
} Inflater;

// Reads the header of zlib. Fails if it is invalid or there is a preset dictionary.
int inflate_start(Inflater *inflater, const uint8_t *stream, size_t length);

// Continues at out, and stops at or shortly after end. Matches can copy from start on. Returns the end of the output,
// or NULL if the stream is damaged or too short. The checksum at its end is not read.
uint8_t *inflate_to(Inflater *inflater, const uint8_t *start, uint8_t *out, const uint8_t *end);
