// Our own decoder of baseline JPEG. It decodes most photographs faster than libjpeg-turbo, and to the same samples, if
// only the lowest coefficients of each block are kept: the codes of the others are skipped, several at the same time.
//
// It fails if anything is unusual or damaged. libjpeg-turbo then decides.
#include "jpeg_block.h"
#include "jpeg_header.h"
#include "jpeg_transform.h"

enum { SIDE = 8, MCU_BLOCKS = 6, UNKEPT = 8, STRIDE_ALIGNMENT = 32, SLACK = 64, RST0 = 0xD0, EOI = 0xD9 };

// Room for a block, and for a coefficient that is not kept.
typedef int16_t Block[BLOCK + UNKEPT];

// A component during the scan.
typedef struct {
  int across; // blocks of an MCU
  int down;
  const DcTable *dc;
  const AcTable *ac;
  int16_t steps[BLOCK]; // of quantisation, by place
  uint8_t *plane;
  int64_t stride;
  int previous; // DC
} Component;

typedef struct {
  JpegFrame frame;
  Component component[COMPONENTS];
  int mcus_across;
  int mcus_down;
  uint8_t places[PLACES]; // of a block, by position in zigzag order
  DcTable dc[TABLES];
  AcTable ac[TABLES];
  BitWindow window;
} Decoder;

static const uint8_t ZIGZAG[BLOCK] = {
    0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,  12, 19, 26, 33, 40, 48,
    41, 34, 27, 20, 13, 6,  7,  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23,
    30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

// Returns the place of a coefficient for the transform of the lowest side x side; side * side for others.
static int place(int k, int side) {
  int row = ZIGZAG[k] / SIDE, column = ZIGZAG[k] % SIDE, pairs = side / 2;
  if (row >= side || column >= side) return side * side;
  return side == 1 ? 0 : 2 * side * (row % pairs) + 2 * column + row / pairs;
}

// Reads the blocks of an MCU. Returns 0 if one is invalid.
INLINE int read_mcu(Decoder *decoder, Bits *position, int side, int count, Block *block) {
  for (int i = 0; i < decoder->frame.components; i++) {
    Component *component = &decoder->component[i];
    for (int j = component->across * component->down; j > 0; j--, block++) {
      int valid;
      __builtin_memset(*block, 0, sizeof(int16_t) * (size_t)(side * side));
      component->previous = read_dc(position, component->dc, component->previous, &valid);
      (*block)[0] = (int16_t)component->previous;
      if (!valid || !read_ac(&decoder->window, position, component->ac, decoder->places, count, *block)) return 0;
    }
  }
  return !bits_overrun(&decoder->window, *position);
}

INLINE void transform(int side, const int16_t *block, const Component *component, uint8_t *to, __m128i *doubt) {
  switch (side) {
  case 1: transform_1x1(block, component->steps, to, doubt); break;
  case 2: transform_2x2(block, component->steps, to, component->stride, doubt); break;
  case 4: transform_4x4(block, component->steps, to, component->stride, doubt); break;
  default: transform_8x8(block, component->steps, to, component->stride, doubt);
  }
}

INLINE void transform_mcu(const Decoder *decoder, int x, int y, int side, const Block *block, __m128i *doubt) {
  for (int i = 0; i < decoder->frame.components; i++) {
    const Component *component = &decoder->component[i];
    uint8_t *to = component->plane + side * (y * component->down * component->stride + x * component->across);
    for (int v = 0; v < component->down; v++, to += side * component->stride)
      for (int h = 0; h < component->across; h++, block++)
        transform(side, *block, component, to + h * side, doubt);
  }
}

// Goes to the data after a restart marker. Returns 0 if the marker is not there.
static int restart(Decoder *decoder, Bits *position, int number) {
  if (!edgepix_bits_end_with(&decoder->window, *position, RST0 + number % 8)) return 0;
  decoder->window.next += 2;
  *position = edgepix_bits_start(&decoder->window);
  for (int i = 0; i < decoder->frame.components; i++) decoder->component[i].previous = 0;
  return 1;
}

// Decodes the scan, with the lowest side x side coefficients of each block, which are among the first count. Both are
// constants, so each size has its own code.
INLINE int decode_scan(Decoder *decoder, int side, int count) {
  Block blocks[MCU_BLOCKS];
  int interval = decoder->frame.restart_interval, mcus = 0;
  __m128i doubt = _mm_setzero_si128();
  Bits position = edgepix_bits_start(&decoder->window);
  for (int y = 0; y < decoder->mcus_down; y++) {
    for (int x = 0; x < decoder->mcus_across; x++, mcus++) {
      if (interval && mcus && mcus % interval == 0 && !restart(decoder, &position, mcus / interval - 1)) return 0;
      if (bits_are_few(&decoder->window, position)) position = edgepix_bits_refill(&decoder->window, position);
      if (!read_mcu(decoder, &position, side, count, blocks)) return 0;
      transform_mcu(decoder, x, y, side, blocks, &doubt);
    }
  }
  return _mm_testz_si128(doubt, doubt) && edgepix_bits_end_with(&decoder->window, position, EOI);
}

static void prepare(Decoder *decoder, int side) {
  JpegFrame *frame = &decoder->frame;
  unsigned have_dc = 0, have_ac = 0;
  for (int i = 0; i < frame->components; i++) {
    const JpegComponent *from = &frame->component[i];
    DcTable *dc = &decoder->dc[from->dc];
    AcTable *ac = &decoder->ac[from->ac];
    decoder->component[i] = (Component){.across = from->across, .down = from->down, .dc = dc, .ac = ac};
    for (int k = 0; k < BLOCK; k++) {
      int at = place(k, side);
      if (at < side * side) decoder->component[i].steps[at] = (int16_t)frame->steps[from->quantisation][k];
    }
    if (!(have_dc & 1U << from->dc)) {
      dc->codes = frame->dc[from->dc];
      edgepix_huffman_prepare_dc(dc);
    }
    if (!(have_ac & 1U << from->ac)) {
      ac->codes = frame->ac[from->ac];
      edgepix_huffman_prepare_ac(ac, side * side);
    }
    have_dc |= 1U << from->dc;
    have_ac |= 1U << from->ac;
  }
  for (int k = 0; k < PLACES; k++) decoder->places[k] = (uint8_t)(k < BLOCK ? place(k, side) : side * side);
  int across = frame->component[0].across * SIDE, down = frame->component[0].down * SIDE;
  decoder->mcus_across = (frame->width + across - 1) / across;
  decoder->mcus_down = (frame->height + down - 1) / down;
}

// Allocates one block for the planes, which have room for whole MCUs. Returns NULL if there is no memory.
static uint8_t *allocate(Decoder *decoder, int side) {
  size_t size = SLACK, offsets[COMPONENTS];
  for (int i = 0; i < decoder->frame.components; i++) {
    Component *component = &decoder->component[i];
    int64_t width = (int64_t)decoder->mcus_across * component->across * side;
    component->stride = (width + STRIDE_ALIGNMENT - 1) & -STRIDE_ALIGNMENT;
    offsets[i] = size;
    size += (size_t)(component->stride * decoder->mcus_down * component->down * side) + SLACK;
  }
  uint8_t *block = malloc(size);
  for (int i = 0; block && i < decoder->frame.components; i++) decoder->component[i].plane = block + offsets[i];
  return block;
}

static int decode(Decoder *decoder, JpegBaseline *call) {
  const JpegFrame *frame = &decoder->frame;
  const Component *component = decoder->component;
  int side = (int)(SIDE / call->denominator);
  const uint8_t *end = call->bytes + call->length;
  if (!edgepix_jpeg_read_frame(call->bytes, end, &decoder->frame)) return 0;
  if (frame->width != call->width || frame->height != call->height) return 0;
  prepare(decoder, side);
  call->block = allocate(decoder, side);
  if (!call->block) return 0;
  decoder->window.next = frame->data;
  decoder->window.file_end = end;
  int good = side == 1   ? decode_scan(decoder, 1, 1)
             : side == 2 ? decode_scan(decoder, 2, 5)
             : side == 4 ? decode_scan(decoder, 4, 25)
                         : decode_scan(decoder, 8, BLOCK);
  if (!good) free(call->block);
  int has_chroma = frame->components > 1;
  call->across = has_chroma ? component[0].across : 0;
  call->down = has_chroma ? component[0].down : 0;
  call->luma = component[0].plane;
  call->cb = has_chroma ? component[1].plane : NULL;
  call->cr = has_chroma ? component[2].plane : NULL;
  call->luma_stride = component[0].stride;
  call->chroma_stride = has_chroma ? component[1].stride : 0;
  return good;
}

EXPORT int32_t edgepix_jpeg_baseline(JpegBaseline *call) {
  Decoder *decoder = malloc(sizeof *decoder);
  if (!decoder) return 1;
  int good = decode(decoder, call);
  free(decoder);
  return !good;
}
