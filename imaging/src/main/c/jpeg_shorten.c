// Replaces the Huffman codes of a JPEG by the shortest ones for its own symbols (ITU T.81, K.2).
//
// libjpeg-turbo does the same with TJPARAM_OPTIMIZE, but then it takes more than twice as long for the whole encoding.
#include "jpeg_shorten.h"

#include "jpeg_header.h"

enum { SYMBOLS = 256, LONGEST = 16, LOOK = 11, MOST_BLOCKS = 6, CHROMA = 1, AC = 2 };
enum { SOI_BYTES = 2, DHT = 0xC4, EOI = 0xD9 };

// A symbol with the bits that follow it: the table (8 bits), the symbol (8) and the bits (16).
typedef uint32_t Coded;

typedef struct {
  uint8_t counts[LONGEST + 1]; // of codes of each length
  uint8_t symbols[SYMBOLS];    // by the length of their codes
  int total;
  uint64_t code[SYMBOLS]; // with zeros for the bits that follow it, and from bit 0, the length of both (8)
} Encoding;

// The tables are those of DC of luma and of chroma, and of AC of both.
typedef struct {
  JpegFrame frame;
  BitWindow window;
  uint16_t looked_up[TABLES][1 << LOOK]; // length << 8 | symbol; 0 if the code is longer
  uint32_t uses[TABLES][SYMBOLS + 1];
  Encoding encoding[TABLES];
} Shortening;

static const HuffmanCodes *codes_of(const JpegFrame *frame, int table) {
  return table & AC ? &frame->ac[table & CHROMA] : &frame->dc[table & CHROMA];
}

// Returns length << 8 | symbol, or 0 if the bits start with no code of the table.
static int code_at(const HuffmanCodes *codes, uint64_t bits) {
  HuffmanCode code = edgepix_huffman_code(codes, bits, 1);
  return code.length << 8 | code.symbol;
}

// Fills the table of the codes of at most LOOK bits.
static void look_up(const HuffmanCodes *codes, uint16_t *to) {
  memset(to, 0, sizeof(uint16_t) << LOOK);
  int code = 0; // aligned to LOOK bits
  for (int length = 1; length <= LOOK; length++) {
    for (; code << (LONGEST - LOOK) < codes->limits[length]; code++) {
      int index = (code >> (LOOK - length)) + codes->offsets[length];
      to[code] = (uint16_t)(length << 8 | codes->symbols[index]);
    }
  }
}

// Tells whether the file is as libjpeg-turbo writes it: without restarts, and with own tables for chroma.
static int prepare(Shortening *all, const uint8_t *bytes, const uint8_t *end) {
  JpegFrame *frame = &all->frame;
  if (!edgepix_jpeg_read_frame(bytes, end, frame) || frame->restart_interval) return 0;
  for (int i = 0; i < frame->components; i++) {
    if (frame->component[i].dc != (i > 0) || frame->component[i].ac != (i > 0)) return 0;
  }
  for (int table = 0; table < TABLES; table++) {
    if (table & CHROMA && frame->components == 1) continue;
    look_up(codes_of(frame, table), all->looked_up[table]);
  }
  all->window.next = frame->data;
  all->window.file_end = end;
  return 1;
}

INLINE int read_symbol(Shortening *all, Bits *position, int table, Coded *to) {
  bits_load(position);
  int found = all->looked_up[table][bits_peek(*position, LOOK)];
  if (!found) found = code_at(codes_of(&all->frame, table), position->bits);
  if (!found) return -1;
  int symbol = found & 0xFF, length = found >> 8, extra = symbol & 15;
  unsigned value = (unsigned)(position->bits << length >> 48) >> (LONGEST - extra);
  bits_skip(position, length + extra);
  all->uses[table][symbol]++;
  *to = (Coded)table << 24 | (Coded)symbol << 16 | value;
  return symbol;
}

// Returns what follows the last symbol of the block, or NULL if one is invalid.
INLINE Coded *read_block(Shortening *all, Bits *position, int chroma, Coded *to) {
  if (read_symbol(all, position, chroma, to++) < 0) return NULL;
  for (int k = 1; k < BLOCK; k++) {
    int symbol = read_symbol(all, position, AC | chroma, to++);
    if (symbol < 0) return NULL;
    if (symbol == 0) break;
    k += symbol >> 4;
  }
  return to;
}

// Returns what follows the last symbol, or NULL if the data is not as expected.
static Coded *read_symbols(Shortening *all, Coded *to, const Coded *end) {
  const JpegFrame *frame = &all->frame;
  int across = frame->component[0].across, down = frame->component[0].down;
  int luma = across * down, blocks = luma + frame->components - 1;
  int64_t mcus = (int64_t)((frame->width + 8 * across - 1) / (8 * across)) *
                 ((frame->height + 8 * down - 1) / (8 * down));
  Bits position = edgepix_bits_start(&all->window);
  for (; mcus > 0; mcus--) {
    if (bits_are_few(&all->window, position)) position = edgepix_bits_refill(&all->window, position);
    if (end - to < MOST_BLOCKS * BLOCK || bits_overrun(&all->window, position)) return NULL;
    for (int block = 0; block < blocks; block++) {
      to = read_block(all, &position, block >= luma, to);
      if (!to) return NULL;
    }
  }
  return edgepix_bits_end_with(&all->window, position, EOI) ? to : NULL;
}

// Returns the index of the rarest of the symbols; of equal ones, the last.
static int rarest(const uint32_t *uses, const int *symbols, int count) {
  int least = 0;
  for (int i = 1; i < count; i++) {
    if (uses[symbols[i]] <= uses[symbols[least]]) least = i;
  }
  return least;
}

// Computes the lengths of the shortest codes: figure K.1. The extra symbol keeps the code of ones free.
static void lengths_of(uint32_t *uses, int *lengths) {
  int next[SYMBOLS + 1], symbols[SYMBOLS + 1], count = 0;
  uses[SYMBOLS] = 1;
  for (int i = 0; i <= SYMBOLS; i++) {
    next[i] = -1;
    lengths[i] = 0;
    if (uses[i]) symbols[count++] = i;
  }
  while (count > 1) {
    int index = rarest(uses, symbols, count), one = symbols[index];
    count--;
    for (int i = index; i < count; i++) symbols[i] = symbols[i + 1];
    index = rarest(uses, symbols, count);
    int other = symbols[index];
    uses[one] += uses[other];
    symbols[index] = one;
    for (int i = index; i > 0 && symbols[i - 1] > one; i--) {
      symbols[i] = symbols[i - 1];
      symbols[i - 1] = one;
    }
    for (int i = index; i < count - 1 && symbols[i + 1] < one; i++) {
      symbols[i] = symbols[i + 1];
      symbols[i + 1] = one;
    }
    for (lengths[one]++; next[one] >= 0; lengths[one]++) one = next[one];
    next[one] = other;
    for (lengths[other]++; next[other] >= 0; lengths[other]++) other = next[other];
  }
}

// Computes the codes: figures K.2 to K.4.
static void encode(Encoding *to, uint32_t *counts) {
  int lengths[SYMBOLS + 1], bits[SYMBOLS + 1] = {0}, most = LONGEST;
  lengths_of(counts, lengths);
  for (int i = 0; i <= SYMBOLS; i++) {
    bits[lengths[i]]++;
    if (lengths[i] > most) most = lengths[i];
  }
  bits[0] = 0;
  for (int i = most; i > LONGEST;) {
    if (!bits[i]) {
      i--;
      continue;
    }
    int shorter = i - 2;
    while (!bits[shorter]) shorter--;
    bits[i] -= 2;
    bits[i - 1]++;
    bits[shorter + 1] += 2;
    bits[shorter]--;
  }
  int longest = LONGEST;
  while (!bits[longest]) longest--;
  bits[longest]--; // of the extra symbol
  to->total = 0;
  for (int length = 1; length <= most; length++) {
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      if (lengths[symbol] == length) to->symbols[to->total++] = (uint8_t)symbol;
    }
  }
  int code = 0, index = 0;
  for (int length = 1; length <= LONGEST; length++, code <<= 1) {
    to->counts[length] = (uint8_t)bits[length];
    for (int i = 0; i < bits[length]; i++, index++) {
      int extra = to->symbols[index] & 15;
      to->code[to->symbols[index]] = (uint64_t)code++ << (8 + extra) | (uint64_t)(length + extra);
    }
  }
}

static uint8_t *put(uint8_t *to, const void *from, int64_t count) {
  memcpy(to, from, (size_t)count);
  return to + count;
}

// Writes the header with the new tables instead of the old ones.
static uint8_t *write_header(const Shortening *all, const uint8_t *bytes, uint8_t *to) {
  to = put(to, bytes, SOI_BYTES);
  for (int64_t at = SOI_BYTES; at < all->frame.data - bytes;) {
    int64_t length = 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
    if (bytes[at + 1] == SOS) {
      for (int i = 0; i < TABLES; i++) {
        const Encoding *table = &all->encoding[i];
        if (!table->total) continue;
        int size = 2 + 1 + LONGEST + table->total;
        uint8_t start[] = {0xFF, DHT, (uint8_t)(size >> 8), (uint8_t)size, (uint8_t)((i >> 1) << 4 | (i & CHROMA))};
        to = put(to, start, sizeof start);
        to = put(to, table->counts + 1, LONGEST);
        to = put(to, table->symbols, table->total);
      }
    }
    if (bytes[at + 1] != DHT) to = put(to, bytes + at, length);
    at += length;
  }
  return to;
}

static uint8_t *write_byte(uint8_t *to, uint8_t byte) {
  *to++ = byte;
  if (byte == 0xFF) *to++ = 0;
  return to;
}

static uint8_t *write_symbols(const Encoding *tables, const Coded *from, const Coded *end, uint8_t *to) {
  uint64_t bits = 0; // the last ones are the lowest
  int held = 0;
  for (; from < end; from++) {
    uint64_t code = tables[*from >> 24].code[*from >> 16 & 0xFF];
    bits = bits << (code & 0xFF) | code >> 8 | (*from & 0xFFFF);
    held += (int)(code & 0xFF);
    if (held < 32) continue;
    held -= 32;
    uint32_t word = (uint32_t)(bits >> held);
    if ((word & ~(word + 0x01010101u) & 0x80808080u) == 0) {
      word = __builtin_bswap32(word);
      to = put(to, &word, 4);
    } else {
      for (int shift = 24; shift >= 0; shift -= 8) to = write_byte(to, (uint8_t)(word >> shift));
    }
  }
  bits = bits << 7 | 0x7F; // ones fill the last byte
  held += 7;
  for (; held >= 8; held -= 8) to = write_byte(to, (uint8_t)(bits >> (held - 8)));
  *to++ = 0xFF;
  *to++ = EOI;
  return to;
}

static int64_t write(Shortening *all, const uint8_t *bytes, const Coded *symbols, const Coded *end, uint8_t *to) {
  for (int i = 0; i < TABLES; i++) {
    uint32_t used = 0;
    for (int symbol = 0; symbol < SYMBOLS; symbol++) used |= all->uses[i][symbol];
    if (used) encode(&all->encoding[i], all->uses[i]);
  }
  return write_symbols(all->encoding, symbols, end, write_header(all, bytes, to)) - to;
}

uint8_t *edgepix_jpeg_shorten(const uint8_t *bytes, int64_t length, int64_t *shorter) {
  // Each symbol takes at least a bit.
  int64_t room = length * 8 + MOST_BLOCKS * BLOCK;
  Shortening *all = malloc(sizeof *all);
  Coded *symbols = malloc((size_t)room * sizeof *symbols), *end = NULL;
  uint8_t *result = NULL;
  if (all && symbols) {
    memset(all->uses, 0, sizeof all->uses);
    memset(all->encoding, 0, sizeof all->encoding);
    if (prepare(all, bytes, bytes + length)) end = read_symbols(all, symbols, symbols + room);
  }
  // A symbol becomes at most 16 bits and 16 of its value, and a byte at most two.
  if (end) result = malloc((size_t)(length + TABLES * (5 + LONGEST + SYMBOLS) + (end - symbols) * 8 + 16));
  if (result) *shorter = write(all, bytes, symbols, end, result);
  free(symbols);
  free(all);
  return result;
}
