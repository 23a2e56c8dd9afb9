// Reads the coefficients of one block (ITU T.81, F.2.2).
#pragma once

#include "jpeg_huffman.h"

enum {
  PAIRS_LOADED = (LOADED - DC_LOOK) / PAIR_LOOK, // entries after DC, until bits must be loaded again
  SKIPS_LOADED = (LOADED - DC_LOOK) / SKIP_LOOK,
};

// Reads one entry that fits no table, with any number of bits.
INLINE uint64_t read_long_ac(Bits *position, const AcTable *table) {
  bits_load(position);
  uint64_t entry = edgepix_huffman_ac(table, position->bits);
  bits_skip(position, pair_bits(entry));
  bits_load(position);
  return entry;
}

INLINE uint64_t read_pair(Bits *position, const AcTable *table) {
  uint64_t entry = table->pairs[bits_peek(*position, PAIR_LOOK)];
  if (__builtin_expect((entry & NONE_FITS) != 0, 0)) return read_long_ac(position, table);
  bits_skip(position, pair_bits(entry));
  return entry;
}

INLINE uint64_t read_skip(Bits *position, const AcTable *table) {
  uint64_t entry = table->skips[bits_peek(*position, SKIP_LOOK)];
  if (__builtin_expect(entry == 0, 0)) return read_long_ac(position, table);
  bits_skip(position, pair_bits(entry));
  return entry;
}

// Reads a difference, and returns the new DC. Sets valid to 0 if it is invalid.
INLINE int read_dc(Bits *position, const DcTable *table, int previous, int *valid) {
  bits_load(position);
  uint32_t entry = table->differences[bits_peek(*position, DC_LOOK)];
  int fits = __builtin_expect(entry != 0, 1);
  if (!fits) entry = edgepix_huffman_dc(table, position->bits);
  bits_skip(position, (int)(entry & 0xFFFF));
  if (!fits) bits_load(position);
  int dc = previous + (int16_t)(entry >> 16);
  *valid = entry != 0 && dc == (int16_t)dc;
  return dc;
}

// Reads the AC coefficients of a block, after its DC. Returns 0 if they are invalid.
//
// places: where each coefficient in zigzag order is written
// count: the coefficients that are kept, in zigzag order, with DC; the others are skipped
INLINE int read_ac(const BitWindow *window, Bits *position, const AcTable *table, const uint8_t *places, int count,
                   int16_t *block) {
  uint64_t entry = 0;
  const uint8_t *place = places + 1;
  while (place < places + count) {
    for (int i = 0; i < PAIRS_LOADED && place < places + count; i++) {
      entry = read_pair(position, table);
      block[place[pair_first_place(entry)]] = pair_first(entry);
      block[place[pair_second_place(entry)]] = pair_second(entry);
      place += pair_advance(entry);
    }
    if (place < places + BLOCK) bits_load(position);
  }
  int k = (int)(place - places);
  while (k < BLOCK) {
    for (int i = 0; i < SKIPS_LOADED && k < BLOCK; i++) {
      entry = read_skip(position, table);
      k += pair_advance(entry);
    }
    if (k < BLOCK) bits_load(position);
  }
  if (k == BLOCK || (k > END_ADVANCE && k < END_ADVANCE + BLOCK)) return 1;
  // The last entry contains codes of the next block, or is invalid.
  *position = edgepix_bits_back(window, *position, pair_bits(entry));
  return edgepix_huffman_finish(table, position, k - pair_advance(entry));
}
