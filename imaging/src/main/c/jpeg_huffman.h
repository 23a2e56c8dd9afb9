// Huffman codes of a JPEG (ITU T.81, F.2.2), with tables that decode several of them at the same time.
#pragma once

#include "jpeg_bits.h"

enum {
  BLOCK = 64,
  // The bits by which each table is looked up. Larger tables decode more codes at the same time, but need more cache.
  DC_LOOK = 10,
  PAIR_LOOK = 11,
  SKIP_LOOK = 12,
};

// Codes of the same length are consecutive numbers.
typedef struct {
  int32_t limits[17];  // for each length, the first code that is longer, aligned to 16 bits
  int32_t offsets[17]; // for each length, what has to be added to a code to get the index of its symbol
  uint8_t symbols[256];
} HuffmanCodes;

// Each entry contains a code and the difference of DC that follows it: from the low bits, the number of bits (16), and
// the difference (16). It is 0 if they do not fit.
typedef struct {
  HuffmanCodes codes;
  uint32_t differences[1 << DC_LOOK];
} DcTable;

// Each entry of pairs contains the codes of one or two coefficients, and of the end of the block if it follows. From
// the low bits: the number of bits (8), the advance in the block (8), where the coefficients are from here (8 each),
// and the coefficients (16 each). Each entry of skips contains as many codes as fit: the number of bits (8), and the
// advance (8).
typedef struct {
  HuffmanCodes codes;
  uint64_t pairs[1 << PAIR_LOOK];
  uint16_t skips[1 << SKIP_LOOK]; // 0 if no code fits
} AcTable;

enum {
  END_ADVANCE = 128,   // of the end of a block
  PLACES = 4 * BLOCK,  // more than the largest place in a block plus the advance of an entry
  NONE_FITS = 1 << 23, // the top bit of a first place
};

INLINE int pair_bits(uint64_t pair) { return (int)(pair & 0xFF); }
INLINE int pair_advance(uint64_t pair) { return (int)(pair >> 8 & 0xFF); }
INLINE int pair_first_place(uint64_t pair) { return (int)(pair >> 16 & 0xFF); }
INLINE int pair_second_place(uint64_t pair) { return (int)(pair >> 24 & 0xFF); }
INLINE int16_t pair_first(uint64_t pair) { return (int16_t)(pair >> 32); }
INLINE int16_t pair_second(uint64_t pair) { return (int16_t)(pair >> 48); }

enum { MOST_DC_SYMBOL = 11, MOST_AC_SYMBOL = 255 };

// Reads the codes of a DHT segment. Returns their number of bytes, or 0 if they are invalid.
int edgepix_huffman_read(const uint8_t *from, const uint8_t *end, int most_symbol, HuffmanCodes *codes);

typedef struct {
  int length; // 0: invalid
  int symbol;
} HuffmanCode;

// Returns the code in the top bits, which has at least the given length.
HuffmanCode edgepix_huffman_code(const HuffmanCodes *codes, uint64_t bits, int shortest);

// Returns the number in the top bits (ITU T.81, F.2.2.1, EXTEND).
INLINE int huffman_number(uint64_t bits, int size) {
  if (size == 0) return 0;
  int value = (int)(bits >> (64 - size));
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

// Fill a table from its codes, as far as it is needed for the first coefficients of a block, with DC.
void edgepix_huffman_prepare_dc(DcTable *table);
void edgepix_huffman_prepare_ac(AcTable *table, int coefficients);

// Returns the entry for a difference of any length; 0 if it is invalid.
uint32_t edgepix_huffman_dc(const DcTable *table, uint64_t bits);

// Returns the entry for one coefficient of any length. If it is invalid, the entry has no bits and leads out of the
// block.
uint64_t edgepix_huffman_ac(const AcTable *table, uint64_t bits);

// Reads codes one by one, from a place in a block to its end. Returns 0 if one is invalid.
int edgepix_huffman_finish(const AcTable *table, Bits *position, int place);
