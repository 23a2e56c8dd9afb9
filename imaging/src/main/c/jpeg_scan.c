// Reads the data of the scans of a progressive JPEG (ITU T.81, annex G).
#include "jpeg_progressive.h"

enum { RST0 = 0xD0, LONGEST = 16, RUN_OF_16 = 15, CHUNK = 32 };

static void prepare(const HuffmanCodes *codes, BandTable *table) {
  HuffmanCode code = {1, 0};
  for (uint64_t i = 0; i < 1 << BAND_LOOK; i++) {
    uint64_t bits = i << (64 - BAND_LOOK);
    code = edgepix_huffman_code(codes, bits, code.length ? code.length : LONGEST);
    int fits = code.length > 0 && code.length <= BAND_LOOK, size = code.symbol & 15, all = code.length + size;
    table->symbols[i] = (uint8_t)code.symbol;
    table->entries[i] = fits ? (uint32_t)code.length << 8 : 0;
    if (fits && size > 0 && all <= BAND_LOOK)
      table->entries[i] |= (uint32_t)all | (uint32_t)huffman_number(bits << code.length, size) << 16;
  }
}

// Reads a code, and returns its symbol; -1 if it is invalid.
INLINE int read_symbol(Bits *position, const HuffmanCodes *codes, const BandTable *table) {
  unsigned look = bits_peek(*position, BAND_LOOK);
  HuffmanCode code = {(int)(table->entries[look] >> 8 & 0xFF), table->symbols[look]};
  if (__builtin_expect(code.length == 0, 0)) code = edgepix_huffman_code(codes, position->bits, BAND_LOOK + 1);
  bits_skip(position, code.length);
  return code.length ? code.symbol : -1;
}

// Reads the number of blocks whose band ends here, with this one.
INLINE int read_run(Bits *position, int size) {
  int run = 1 << size;
  if (size > 0) run += (int)bits_peek(*position, size);
  bits_skip(position, size);
  return run;
}

// Reads the first bits of a band of a block. Returns 0 if it is damaged.
INLINE int read_first(Bits *position, int *ended, const Progression *jpeg, const Scan *scan,
                      const BandTable *table, int16_t *block, uint64_t *filled) {
  if (*ended > 0) {
    --*ended;
    return 1;
  }
  uint64_t mask = 0;
  int k = scan->first, last = scan->last;
  while (k <= last) {
    bits_load(position);
    unsigned look = bits_peek(*position, BAND_LOOK);
    uint32_t entry = table->entries[look];
    int run = table->symbols[look] >> 4, value = (int32_t)entry >> 16;
    if (__builtin_expect((entry & 0xFF) != 0, 1)) {
      bits_skip(position, (int)(entry & 0xFF));
    } else {
      int symbol = read_symbol(position, scan->ac, table), size = symbol & 15;
      if (symbol < 0) return 0;
      run = symbol >> 4;
      if (size == 0 && run == RUN_OF_16) {
        k += RUN_OF_16 + 1;
        continue;
      }
      if (size == 0) {
        *ended = read_run(position, run) - 1;
        break;
      }
      value = huffman_number(position->bits, size);
      bits_skip(position, size);
    }
    k += run;
    if (__builtin_expect(k > last, 0)) return 0;
    mask |= 1ULL << k;
    if (jpeg->kept >> k & 1) block[jpeg->places[k]] = (int16_t)((unsigned)value << scan->low);
    k++;
  }
  *filled |= mask;
  return k <= last + 1;
}

// Returns a mask of the coefficients from one up to, but not including, another.
INLINE uint64_t between(int from, int to) { return (to < BLOCK ? (1ULL << to) - 1 : ~0ULL) & ~0ULL << from; }

// Reads one bit for each coefficient in a mask.
INLINE void refine(Bits *position, uint64_t mask, const Progression *jpeg, int low, int16_t *block) {
  while (mask) {
    int count = __builtin_popcountll(mask);
    if (count > CHUNK) count = CHUNK;
    bits_load(position);
    uint64_t bits = position->bits;
    bits_skip(position, count);
    for (; count > 0; count--, bits <<= 1, mask &= mask - 1) {
      int k = __builtin_ctzll(mask);
      if (!(bits >> 63 & jpeg->kept >> k)) continue;
      int16_t *coefficient = &block[jpeg->places[k]];
      *coefficient = (int16_t)(*coefficient + (*coefficient < 0 ? -(1 << low) : 1 << low));
    }
  }
}

// Reads the next bit of a band of a block. Returns 0 if it is damaged.
INLINE int read_next(Bits *position, int *ended, const Progression *jpeg, const Scan *scan,
                     const BandTable *table, int16_t *block, uint64_t *filled) {
  const int end = scan->last + 1;
  const uint64_t old = *filled;
  int k = scan->first;
  while (*ended == 0 && k < end) {
    bits_load(position);
    int symbol = read_symbol(position, scan->ac, table), run = symbol >> 4, size = symbol & 15;
    if (symbol < 0 || size > 1) return 0;
    if (size == 0 && run < RUN_OF_16) {
      *ended = read_run(position, run);
      break;
    }
    int bit = bits_peek(*position, 1) ? 1 << scan->low : -(1 << scan->low);
    bits_skip(position, size);
    uint64_t zeros = ~old & between(k, end);
    for (; run > 0; run--) zeros &= zeros - 1;
    if (!zeros) return 0;
    int at = __builtin_ctzll(zeros);
    refine(position, old & between(k, at), jpeg, scan->low, block);
    if (size) {
      *filled |= 1ULL << at;
      if (jpeg->kept >> at & 1) block[jpeg->places[at]] = (int16_t)bit;
    }
    k = at + 1;
  }
  if (*ended > 0) {
    if (k < end) refine(position, old & between(k, end), jpeg, scan->low, block);
    --*ended;
  }
  return 1;
}

// Goes to the data after a restart marker. Returns 0 if the marker is not there.
static int restart(Progression *jpeg, Bits *position, int number) {
  if (!edgepix_bits_end_with(&jpeg->window, *position, RST0 + number % 8)) return 0;
  jpeg->window.next += 2;
  *position = edgepix_bits_start(&jpeg->window);
  return 1;
}

// Prepares for the given MCU. Returns 0 if it does not follow.
INLINE int begin_mcu(Progression *jpeg, Bits *position, int mcu, int *is_first) {
  int interval = jpeg->frame.restart_interval;
  Bits moved = *position;
  *is_first = mcu == 0;
  if (interval && mcu && mcu % interval == 0) {
    if (!restart(jpeg, &moved, mcu / interval - 1)) return 0;
    *is_first = 1;
  }
  if (bits_are_few(&jpeg->window, moved)) moved = edgepix_bits_refill(&jpeg->window, moved);
  *position = moved;
  return 1;
}

// Tells whether any marker follows the data.
static int end(Progression *jpeg, Bits position) {
  BitWindow *window = &jpeg->window;
  if (!window->ended) position = edgepix_bits_refill(window, position);
  return window->file_end - window->next >= 2 && edgepix_bits_end_with(window, position, window->next[1]);
}

// Reads a band of one component. It is a first one or not, as a constant, so that each kind has its own code.
INLINE int read_bands(Progression *jpeg, const Scan *scan, int is_first) {
  BandTable table;
  Component *component = scan->component[0];
  prepare(scan->ac, &table);
  int size = jpeg->side * jpeg->side, ended = 0, mcu = 0, restarted;
  Bits position = edgepix_bits_start(&jpeg->window);
  for (int y = 0; y < component->blocks_down; y++) {
    int16_t *block = component->coefficients + y * component->stride * size;
    uint64_t *filled = component->filled + y * component->stride;
    for (int x = 0; x < component->blocks_across; x++, mcu++, block += size, filled++) {
      if (!begin_mcu(jpeg, &position, mcu, &restarted) || (restarted && ended)) return 0;
      int good = is_first ? read_first(&position, &ended, jpeg, scan, &table, block, filled)
                          : read_next(&position, &ended, jpeg, scan, &table, block, filled);
      if (!good || bits_overrun(&jpeg->window, position)) return 0;
    }
  }
  return ended == 0 && end(jpeg, position);
}

// Reads a bit or, in a first scan, the difference of a block's DC. Returns 0 if it is damaged.
INLINE int read_mean(Bits *position, const Scan *scan, int i, int *previous, int16_t *block) {
  if (scan->refined) {
    bits_load(position);
    *block = (int16_t)(*block | (int)bits_peek(*position, 1) << scan->low);
    bits_skip(position, 1);
    return 1;
  }
  bits_load(position);
  HuffmanCode code = edgepix_huffman_code(scan->dc[i], position->bits, 1);
  bits_skip(position, code.length);
  *previous += huffman_number(position->bits, code.symbol);
  bits_skip(position, code.symbol);
  *block = (int16_t)((unsigned)*previous << scan->low);
  return code.length > 0 && *block >> scan->low == *previous;
}

// Reads the DC of one component, or of interleaved components.
static int read_means(Progression *jpeg, const Scan *scan) {
  int alone = scan->components == 1, size = jpeg->side * jpeg->side, mcu = 0, restarted;
  int across = alone ? scan->component[0]->blocks_across : jpeg->mcus_across;
  int down = alone ? scan->component[0]->blocks_down : jpeg->mcus_down;
  int previous[COMPONENTS];
  Bits position = edgepix_bits_start(&jpeg->window);
  for (int y = 0; y < down; y++) {
    for (int x = 0; x < across; x++, mcu++) {
      if (!begin_mcu(jpeg, &position, mcu, &restarted)) return 0;
      if (restarted) memset(previous, 0, sizeof previous);
      for (int i = 0; i < scan->components; i++) {
        Component *component = scan->component[i];
        int wide = alone ? 1 : component->across, high = alone ? 1 : component->down;
        for (int v = 0; v < high; v++) {
          int16_t *block = component->coefficients + ((y * high + v) * component->stride + x * wide) * size;
          for (int h = 0; h < wide; h++, block += size)
            if (!read_mean(&position, scan, i, &previous[i], block)) return 0;
        }
      }
      if (bits_overrun(&jpeg->window, position)) return 0;
    }
  }
  return end(jpeg, position);
}

int edgepix_scan_read(Progression *jpeg, const Scan *scan) {
  if (scan->first == 0) return read_means(jpeg, scan);
  return scan->refined ? read_bands(jpeg, scan, 0) : read_bands(jpeg, scan, 1);
}
