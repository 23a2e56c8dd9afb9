// Tables for the Huffman codes of a baseline JPEG.
#include "jpeg_huffman.h"

enum { LONGEST = 16, MOST_AC_BITS = 10, RUN_OF_16 = 0xF0 };

int edgepix_huffman_read(const uint8_t *from, const uint8_t *end, int most_symbol, HuffmanCodes *codes) {
  if (end - from < LONGEST) return 0;
  int code = 0, index = 0;
  for (int length = 1; length <= LONGEST; length++) {
    int count = from[length - 1];
    code <<= 1;
    codes->offsets[length] = index - code;
    code += count;
    index += count;
    // A code of 1s only is reserved.
    if (code >= 1 << length || index > (int)sizeof codes->symbols) return 0;
    codes->limits[length] = code << (LONGEST - length);
  }
  if (end - from < LONGEST + index) return 0;
  for (int i = 0; i < index; i++) {
    codes->symbols[i] = from[LONGEST + i];
    if (codes->symbols[i] > most_symbol) return 0;
  }
  return LONGEST + index;
}

HuffmanCode edgepix_huffman_code(const HuffmanCodes *codes, uint64_t bits, int shortest) {
  int top = (int)(bits >> (64 - LONGEST));
  for (int length = shortest; length <= LONGEST; length++)
    if (top < codes->limits[length])
      return (HuffmanCode){length, codes->symbols[(top >> (LONGEST - length)) + codes->offsets[length]]};
  return (HuffmanCode){0, 0};
}

static uint32_t difference(HuffmanCode code, uint64_t bits) {
  if (code.length == 0 || code.symbol > MOST_DC_SYMBOL) return 0;
  return (uint32_t)huffman_number(bits << code.length, code.symbol) << 16 | (uint32_t)(code.length + code.symbol);
}

uint32_t edgepix_huffman_dc(const DcTable *table, uint64_t bits) {
  return difference(edgepix_huffman_code(&table->codes, bits, 1), bits);
}

void edgepix_huffman_prepare_dc(DcTable *table) {
  HuffmanCode code = {1, 0};
  for (uint64_t i = 0; i < 1 << DC_LOOK; i++) {
    uint64_t bits = i << (64 - DC_LOOK);
    code = edgepix_huffman_code(&table->codes, bits, code.length ? code.length : LONGEST);
    uint32_t entry = difference(code, bits);
    table->differences[i] = (entry & 0xFFFF) <= DC_LOOK ? entry : 0;
  }
}

// Returns an entry with one coefficient, which is in both places.
static uint64_t entry_of(int bits, int advance, int place, int coefficient) {
  uint64_t places = (uint64_t)place << 16 | (uint64_t)place << 24;
  uint64_t values = (uint64_t)(uint16_t)coefficient << 32 | (uint64_t)(uint16_t)coefficient << 48;
  return (uint64_t)bits | (uint64_t)advance << 8 | places | values;
}

static uint64_t coefficient(HuffmanCode code, uint64_t bits) {
  int run = code.symbol >> 4, size = code.symbol & 15;
  if (code.length && code.symbol == 0) return entry_of(code.length, END_ADVANCE, BLOCK, 0);
  int invalid = code.length == 0 || size > MOST_AC_BITS || (size == 0 && code.symbol != RUN_OF_16);
  if (invalid) return entry_of(0, BLOCK, BLOCK, 0);
  return entry_of(code.length + size, run + 1, run, huffman_number(bits << code.length, size));
}

uint64_t edgepix_huffman_ac(const AcTable *table, uint64_t bits) {
  return coefficient(edgepix_huffman_code(&table->codes, bits, 1), bits);
}

int edgepix_huffman_finish(const AcTable *table, Bits *position, int place) {
  while (place < BLOCK) {
    bits_load(position);
    uint64_t one = edgepix_huffman_ac(table, position->bits);
    bits_skip(position, pair_bits(one));
    if (pair_advance(one) == END_ADVANCE) return 1;
    place += pair_bits(one) ? pair_advance(one) : PLACES;
  }
  return place == BLOCK;
}

// Returns an entry for the coefficient at some bits and for what follows it, as far as it fits.
static uint64_t pair_at(const uint64_t *singles, uint64_t bits) {
  uint64_t pair = singles[bits];
  if (pair & NONE_FITS || pair_bits(pair) > PAIR_LOOK) return NONE_FITS;
  for (int codes = 1; codes < 3 && pair_advance(pair) < END_ADVANCE; codes++) {
    uint64_t next = singles[bits << pair_bits(pair) & ((1 << SKIP_LOOK) - 1)];
    int is_end = pair_advance(next) == END_ADVANCE;
    if (next & NONE_FITS || pair_bits(pair) + pair_bits(next) > PAIR_LOOK || (codes == 2 && !is_end)) break;
    uint64_t place = (uint64_t)(pair_advance(pair) + pair_first_place(next)) << 24;
    uint64_t advanced = pair + (next & 0xFFFF);
    pair = is_end ? advanced : (advanced & 0x0000FFFF00FFFFFF) | place | next >> 48 << 48;
  }
  return pair;
}

// Returns an entry for as many codes as fit.
static uint16_t skip_at(const uint64_t *singles, uint64_t bits) {
  int used = 0, advance = 0;
  while (advance <= BLOCK - 16) {
    uint64_t next = singles[bits << used & ((1 << SKIP_LOOK) - 1)];
    if (next & NONE_FITS || used + pair_bits(next) > SKIP_LOOK) break;
    used += pair_bits(next);
    advance += pair_advance(next);
  }
  return (uint16_t)(used | advance << 8);
}

void edgepix_huffman_prepare_ac(AcTable *table, int coefficients) {
  uint64_t singles[1 << SKIP_LOOK];
  HuffmanCode code = {1, 0};
  for (uint64_t i = 0; i < 1 << SKIP_LOOK; i++) {
    uint64_t bits = i << (64 - SKIP_LOOK);
    code = edgepix_huffman_code(&table->codes, bits, code.length ? code.length : LONGEST);
    uint64_t single = coefficient(code, bits);
    singles[i] = pair_bits(single) == 0 || pair_bits(single) > SKIP_LOOK ? NONE_FITS : single;
  }
  if (coefficients > 1)
    for (uint64_t i = 0; i < 1 << PAIR_LOOK; i++) table->pairs[i] = pair_at(singles, i << (SKIP_LOOK - PAIR_LOOK));
  if (coefficients < BLOCK)
    for (uint64_t i = 0; i < 1 << SKIP_LOOK; i++) table->skips[i] = skip_at(singles, i);
}
