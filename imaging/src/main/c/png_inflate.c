// Decompression of zlib streams. A loop without checks of the input runs as long as enough of it is left.
#include <immintrin.h>

#include "png_inflate.h"
#include "png_huffman.h"

enum { BETWEEN_BLOCKS, IN_STORED, IN_COMPRESSED };
enum { STORED, FIXED, DYNAMIC };
enum { FAST_INPUT = 24 }; // bytes that two refills and one more symbol can consume

// Adds bytes until at least 56 bits are valid.
static inline void refill_fast(BitReader *bits) {
  uint64_t next;
  __builtin_memcpy(&next, bits->next, sizeof next);
  bits->buffer |= next << (bits->count & 63);
  bits->next += ~bits->count >> 3 & 7;
  bits->count |= 56;
}

static void refill(BitReader *bits) {
  bits->count &= 63;
  for (; bits->count < 56; bits->count += 8) {
    if (bits->next < bits->end)
      bits->buffer |= (uint64_t)*bits->next++ << bits->count;
    else
      bits->missing++;
  }
}

// Tells whether bits after the end were consumed.
static int is_overrun(const BitReader *bits) { return bits->missing * 8 > (bits->count & 63); }

static inline void consume(BitReader *bits, uint32_t count) {
  bits->buffer >>= count;
  bits->count -= count;
}

// Consumes the bits of an entry. Its flags change only bits of the count that are ignored.
static inline void consume_entry(BitReader *bits, uint32_t entry) {
  bits->buffer >>= entry & BITS;
  bits->count -= entry;
}

static inline uint32_t take(BitReader *bits, uint32_t count) {
  uint32_t value = (uint32_t)bits->buffer & ((1u << count) - 1);
  consume(bits, count);
  return value;
}

int inflate_start(Inflater *inflater, const uint8_t *stream, size_t length) {
  if (length < 2 || (stream[0] & 15) != 8 || stream[0] >> 4 > 7) return 1;
  if ((stream[0] << 8 | stream[1]) % 31 || stream[1] & 32) return 1;
  inflater->bits = (BitReader){.next = stream + 2, .end = stream + length};
  inflater->is_last = 0;
  inflater->state = BETWEEN_BLOCKS;
  inflater->is_fixed = 0;
  return 0;
}

// Reads the code lengths of a dynamic block, and builds its tables.
static int read_codes(Inflater *inflater) {
  static const uint8_t order[CODE_LENGTHS] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
  BitReader *bits = &inflater->bits;
  uint8_t lengths[LITERALS + DISTANCES] = {0}, code_lengths[CODE_LENGTHS] = {0};
  uint32_t table[1 << CODE_LENGTH_BITS];
  refill(bits);
  int literals = (int)take(bits, 5) + 257, distances = (int)take(bits, 5) + 1, codes = (int)take(bits, 4) + 4;
  if (literals > 286 || distances > 30) return 1;
  for (int i = 0; i < codes; i++) {
    refill(bits);
    code_lengths[order[i]] = (uint8_t)take(bits, 3);
  }
  if (huffman_code_lengths(code_lengths, table)) return 1;
  for (int i = 0; i < literals + distances;) {
    refill(bits);
    uint32_t entry = table[bits->buffer & ((1 << CODE_LENGTH_BITS) - 1)];
    if (entry & EXCEPTION) return 1;
    consume(bits, entry & BITS);
    uint32_t symbol = entry >> VALUE;
    if (symbol < 16) {
      lengths[i++] = (uint8_t)symbol;
      continue;
    }
    if (symbol == 16 && i == 0) return 1;
    uint8_t repeated = symbol == 16 ? lengths[i - 1] : 0;
    int times = symbol == 16 ? 3 + (int)take(bits, 2) : symbol == 17 ? 3 + (int)take(bits, 3) : 11 + (int)take(bits, 7);
    if (i + times > literals + distances) return 1;
    while (times--) lengths[i++] = repeated;
  }
  if (is_overrun(bits) || !lengths[END_OF_BLOCK]) return 1;
  inflater->is_fixed = 0;
  return huffman_literals(lengths, literals, inflater->literals, &inflater->literal_mask) ||
         huffman_distances(lengths + literals, distances, inflater->distances, &inflater->distance_mask);
}

static int use_fixed_codes(Inflater *inflater) {
  uint8_t lengths[LITERALS + DISTANCES];
  if (inflater->is_fixed) return 0;
  for (int i = 0; i < LITERALS; i++) lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
  for (int i = 0; i < DISTANCES; i++) lengths[LITERALS + i] = 5;
  inflater->is_fixed = 1;
  return huffman_literals(lengths, LITERALS, inflater->literals, &inflater->literal_mask) ||
         huffman_distances(lengths + LITERALS, DISTANCES, inflater->distances, &inflater->distance_mask);
}

// Returns the bytes of the buffer to the input, and reads the length.
static int start_stored(Inflater *inflater) {
  BitReader *bits = &inflater->bits;
  if (is_overrun(bits)) return 1;
  bits->next -= (bits->count >> 3 & 7) - bits->missing;
  *bits = (BitReader){.next = bits->next, .end = bits->end};
  if (bits->end - bits->next < 4) return 1;
  uint32_t length = bits->next[0] | (uint32_t)bits->next[1] << 8;
  uint32_t check = bits->next[2] | (uint32_t)bits->next[3] << 8;
  bits->next += 4;
  inflater->stored = length;
  inflater->state = IN_STORED;
  return (length ^ check) != 0xFFFF;
}

static int start_block(Inflater *inflater) {
  if (inflater->is_last) return 1;
  refill(&inflater->bits);
  inflater->is_last = (int)take(&inflater->bits, 1);
  uint32_t type = take(&inflater->bits, 2);
  if (type == STORED) return start_stored(inflater);
  inflater->state = IN_COMPRESSED;
  return type == FIXED ? use_fixed_codes(inflater) : type == DYNAMIC ? read_codes(inflater) : 1;
}

static uint8_t *copy_stored(Inflater *inflater, uint8_t *out, const uint8_t *end) {
  BitReader *bits = &inflater->bits;
  size_t size = inflater->stored;
  if (size > (size_t)(end - out)) size = (size_t)(end - out);
  if (size > (size_t)(bits->end - bits->next)) return NULL;
  memcpy(out, bits->next, size);
  bits->next += size;
  inflater->stored -= (uint32_t)size;
  if (!inflater->stored) inflater->state = BETWEEN_BLOCKS;
  return out + size;
}

// Copies a match. Writes at least 16 bytes, and up to 15 more than the match has.
static inline void copy_match(uint8_t *out, uint32_t length, uint32_t distance) {
  // A row lists the bytes of a pattern of that length, repeated. 14 of 16 bytes are whole patterns of 7, for example.
  static const uint8_t patterns[17][16] __attribute__((aligned(16))) = {
      {0},
      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
      {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
      {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0},
      {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3},
      {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0},
      {0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3},
      {0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1},
      {0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 1, 2},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0, 1},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0},
      {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
  };
  static const uint8_t whole[17] = {16, 16, 16, 15, 16, 15, 12, 14, 16, 9, 10, 11, 12, 13, 14, 15, 16};
  const uint8_t *from = out - distance, *end = out + length;
  uint32_t period = distance < 16 ? distance : 16;
  // Bytes after the distance are not initialised yet, but no row of the patterns selects them.
  __m128i pattern = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)from),
                                     _mm_load_si128((const __m128i *)patterns[period]));
  _mm_storeu_si128((__m128i *)out, pattern);
  if (length <= 16) return;
  if (distance < 16) {
    for (out += whole[period]; out < end; out += whole[period]) _mm_storeu_si128((__m128i *)out, pattern);
    return;
  }
  do {
    out += 16;
    from += 16;
    _mm_storeu_si128((__m128i *)out, _mm_loadu_si128((const __m128i *)from));
  } while (out + 16 < end);
}

// Returns the value of an entry, plus its extra bits.
static inline uint32_t value_of(uint32_t entry, uint64_t buffer) {
  uint64_t bits = buffer & ((1ull << (entry & BITS)) - 1);
  return (entry >> VALUE) + (uint32_t)(bits >> (entry >> CODE & 15));
}

// Decodes symbols of a compressed block. Returns NULL if a code or a distance is invalid.
static inline __attribute__((always_inline)) uint8_t *symbols(Inflater *inflater, const uint8_t *start, uint8_t *out,
                                                              const uint8_t *end, int fast) {
  BitReader bits = inflater->bits;
  const uint32_t *literals = inflater->literals, *distances = inflater->distances;
  uint64_t literal_mask = inflater->literal_mask, distance_mask = inflater->distance_mask;
  if (fast && bits.end - bits.next < FAST_INPUT) return out;
  const uint8_t *last = fast ? bits.end - FAST_INPUT : NULL;
  if (fast)
    refill_fast(&bits);
  else
    refill(&bits);
  uint32_t entry = literals[bits.buffer & literal_mask];
  for (;;) {
    // Three entries take at most 33 bits, and leave 23 for the length of a match.
    if (entry & LITERAL) {
      *out++ = (uint8_t)(entry >> VALUE);
      consume_entry(&bits, entry);
      entry = literals[bits.buffer & literal_mask];
      if (entry & LITERAL) {
        *out++ = (uint8_t)(entry >> VALUE);
        consume_entry(&bits, entry);
        entry = literals[bits.buffer & literal_mask];
        if (entry & LITERAL) {
          *out++ = (uint8_t)(entry >> VALUE);
          consume_entry(&bits, entry);
          entry = literals[bits.buffer & literal_mask];
          goto next;
        }
      }
    }
    if (entry & EXCEPTION) {
      if (entry & SUBTABLE) {
        consume(&bits, LITERAL_BITS);
        entry = literals[(entry >> VALUE) + (bits.buffer & ((1u << (entry & BITS)) - 1))];
      }
      if (entry & LITERAL) {
        *out++ = (uint8_t)(entry >> VALUE);
        consume_entry(&bits, entry);
        entry = literals[bits.buffer & literal_mask];
        goto next;
      }
      if (entry & EXCEPTION) {
        if (!(entry & END)) return NULL;
        consume_entry(&bits, entry);
        inflater->state = BETWEEN_BLOCKS;
        break;
      }
    }
    uint32_t length = value_of(entry, bits.buffer);
    consume_entry(&bits, entry);
    if (fast)
      refill_fast(&bits);
    else
      refill(&bits);
    entry = distances[bits.buffer & distance_mask];
    if (entry & EXCEPTION) {
      if (!(entry & SUBTABLE)) return NULL;
      consume(&bits, DISTANCE_BITS);
      entry = distances[(entry >> VALUE) + (bits.buffer & ((1u << (entry & BITS)) - 1))];
      if (entry & EXCEPTION) return NULL;
    }
    uint32_t distance = value_of(entry, bits.buffer);
    consume_entry(&bits, entry);
    entry = literals[bits.buffer & literal_mask];
    if (distance > (size_t)(out - start)) return NULL;
    copy_match(out, length, distance);
    out += length;
  next:
    if (out >= end) break;
    if (fast) {
      if (bits.next > last) break;
      refill_fast(&bits);
    } else {
      refill(&bits);
      if (is_overrun(&bits)) return NULL;
      entry = literals[bits.buffer & literal_mask];
    }
  }
  if (!fast && is_overrun(&bits)) return NULL;
  inflater->bits = bits;
  return out;
}

uint8_t *inflate_to(Inflater *inflater, const uint8_t *start, uint8_t *out, const uint8_t *end) {
  while (out && out < end) {
    if (inflater->state == IN_STORED) {
      out = copy_stored(inflater, out, end);
    } else if (inflater->state == BETWEEN_BLOCKS) {
      if (start_block(inflater)) return NULL;
    } else {
      out = symbols(inflater, start, out, end, 1);
      if (out && out < end && inflater->state == IN_COMPRESSED) out = symbols(inflater, start, out, end, 0);
    }
  }
  return out;
}
