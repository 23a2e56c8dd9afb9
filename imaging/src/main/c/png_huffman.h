// Decoding tables of Huffman codes in deflate (RFC 1951). A table is indexed by the next bits of the stream.
#pragma once

#include "edgepix.h"

enum { LITERALS = 288, DISTANCES = 32, CODE_LENGTHS = 19, CODE_LENGTH_BITS = 7, END_OF_BLOCK = 256 };

// The parts of an entry: the number of bits to consume, code and extra bits together; flags; the bits of the code
// alone; and a value. The value is a literal, the base of a length or a distance, or the index of a subtable. An entry
// for a subtable has the bits of its index in place of the number of bits.
enum {
  BITS = 63,
  LITERAL = 1 << 6,
  EXCEPTION = 1 << 7, // an invalid code, or one of the next two
  SUBTABLE = 1 << 8,
  END = 1 << 9, // of the block
  CODE = 11,    // four bits
  VALUE = 16,
};

// Each builds a table, and fails if the lengths are not those of a complete code. A code of one bit alone is allowed.
int huffman_code_lengths(const uint8_t *lengths, uint32_t *table);
int huffman_literals(const uint8_t *lengths, int count, uint32_t *table, uint32_t *mask);
int huffman_distances(const uint8_t *lengths, int count, uint32_t *table, uint32_t *mask);
