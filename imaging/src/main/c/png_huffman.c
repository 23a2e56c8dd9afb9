// Decoding tables of Huffman codes in deflate. Codes that are longer than the index of a table continue in subtables.
#include "png_huffman.h"
#include "png_inflate.h"

enum { MAX_LENGTH = 15, FEW = 64 };

typedef struct {
  uint32_t *table;
  uint32_t size;     // of the table with its subtables
  int bits;          // of the table's index
  uint32_t *entries; // of each symbol, to which the bits of its code are added
} Table;

static uint32_t reverse_increment(uint32_t code, int length) {
  uint32_t bit = 1u << (length - 1);
  while (code & bit) bit >>= 1;
  return bit ? (code & (bit - 1)) | bit : 0;
}

// Returns the entry of a code with the given number of bits, not counting those of the main table.
static uint32_t entry_of(uint32_t symbol, int length) {
  return symbol & EXCEPTION && !(symbol & END) ? symbol : symbol + (uint32_t)length + ((uint32_t)length << CODE);
}

// Returns the number of bits of a subtable's index that begins with a code of the given length.
static int subtable_bits(const uint16_t *counts, int length, int longest, int root) {
  int bits = length - root;
  int left = 1 << bits;
  while (bits + root < longest && (left -= counts[bits + root]) > 0) {
    bits++;
    left <<= 1;
  }
  return bits;
}

// Builds a table. The index of the main table has at most the given bits, and fewer if no code is so long and there are
// few codes. Returns the bits of the index, or 0 if the code is invalid.
static int build(const uint8_t *lengths, int count, const uint32_t *entries, uint32_t *table, int most, int capacity) {
  uint16_t counts[MAX_LENGTH + 1] = {0}, next[MAX_LENGTH + 2], sorted[LITERALS];
  for (int i = 0; i < count; i++) counts[lengths[i]]++;
  int used = count - counts[0], longest = MAX_LENGTH, left = 1;
  counts[0] = 0;
  while (longest > 0 && !counts[longest]) longest--;
  for (int length = 1; length <= MAX_LENGTH; length++) {
    left = left * 2 - counts[length];
    if (left < 0) return 0;
  }
  if (left > 0 && longest > 1) return 0;
  int root = longest > most || used > FEW ? most : longest > 0 ? longest : 1;
  if (left > 0)
    for (int i = 0; i < 1 << root; i++) table[i] = EXCEPTION;
  next[1] = 0;
  for (int length = 1; length <= MAX_LENGTH; length++) next[length + 1] = (uint16_t)(next[length] + counts[length]);
  for (int i = 0; i < count; i++)
    if (lengths[i]) sorted[next[lengths[i]]++] = (uint16_t)i;
  uint32_t code = 0, prefix = ~0u, mask = (1u << root) - 1;
  int end = 1 << root, start = 0, bits = 0;
  for (int i = 0; i < used; i++) {
    int length = lengths[sorted[i]];
    uint32_t symbol = entries[sorted[i]];
    if (length <= root) {
      uint32_t entry = entry_of(symbol, length);
      for (uint32_t j = code; j < 1u << root; j += 1u << length) table[j] = entry;
    } else {
      if ((code & mask) != prefix) {
        prefix = code & mask;
        bits = subtable_bits(counts, length, longest, root);
        start = end;
        end += 1 << bits;
        if (end > capacity) return 0;
        table[prefix] = EXCEPTION | SUBTABLE | (uint32_t)bits | (uint32_t)start << VALUE;
      }
      uint32_t entry = entry_of(symbol, length - root);
      for (uint32_t j = code >> root; j < 1u << bits; j += 1u << (length - root)) table[(uint32_t)start + j] = entry;
    }
    counts[length]--;
    code = reverse_increment(code, length);
  }
  return root;
}

int huffman_code_lengths(const uint8_t *lengths, uint32_t *table) {
  uint32_t entries[CODE_LENGTHS];
  for (uint32_t i = 0; i < CODE_LENGTHS; i++) entries[i] = i << VALUE;
  uint32_t few[1 << CODE_LENGTH_BITS];
  int bits = build(lengths, CODE_LENGTHS, entries, few, CODE_LENGTH_BITS, 1 << CODE_LENGTH_BITS);
  for (int i = 0; bits && i < 1 << CODE_LENGTH_BITS; i++) table[i] = few[i & ((1 << bits) - 1)];
  return !bits;
}

int huffman_literals(const uint8_t *lengths, int count, uint32_t *table, uint32_t *mask) {
  static const uint16_t bases[] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                   31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
  static const uint8_t extra[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                  2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
  uint32_t entries[LITERALS];
  for (uint32_t i = 0; i < LITERALS; i++) {
    uint32_t length = i - END_OF_BLOCK - 1;
    entries[i] = i < END_OF_BLOCK        ? LITERAL | i << VALUE
                 : i == END_OF_BLOCK     ? (uint32_t)(EXCEPTION | END)
                 : length < sizeof extra ? extra[length] | (uint32_t)bases[length] << VALUE
                                         : (uint32_t)EXCEPTION;
  }
  int bits = build(lengths, count, entries, table, LITERAL_BITS, sizeof((Inflater *)0)->literals / sizeof *table);
  *mask = (1u << bits) - 1;
  return !bits;
}

int huffman_distances(const uint8_t *lengths, int count, uint32_t *table, uint32_t *mask) {
  uint32_t entries[DISTANCES];
  for (uint32_t i = 0; i < DISTANCES; i++) {
    uint32_t extra = i < 4 ? 0 : i / 2 - 1;
    uint32_t base = i < 4 ? i + 1 : ((2 + (i & 1)) << extra) + 1;
    entries[i] = i < 30 ? extra | base << VALUE : (uint32_t)EXCEPTION;
  }
  int bits = build(lengths, count, entries, table, DISTANCE_BITS, sizeof((Inflater *)0)->distances / sizeof *table);
  *mask = (1u << bits) - 1;
  return !bits;
}
