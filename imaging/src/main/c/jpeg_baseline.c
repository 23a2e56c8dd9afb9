// Our own decoder of baseline JPEG. It decodes most photographs faster than libjpeg-turbo, and to the same samples, if
// only the lowest coefficients of each block are kept: the codes of the others are skipped, several at the same time.
//
// It fails if anything is unusual or damaged. libjpeg-turbo then decides.
#include "jpeg_block.h"
#include "jpeg_header.h"
#include "jpeg_transform.h"

enum { MCU_BLOCKS = 6, UNKEPT = 8, STRIDE_ALIGNMENT = 32, SLACK = 64, RST0 = 0xD0, EOI = 0xD9 };

// Room for a block, and for a coefficient that is not kept.
typedef int16_t Block[BLOCK + UNKEPT];

// A component during the scan.
typedef struct {
  const DcTable *dc;
  const AcTable *ac;
  int16_t steps[BLOCK]; // of quantisation, by place
  uint8_t *plane;
  int64_t stride;
  int previous; // DC
} Component;

// One of the blocks of an MCU.
typedef struct {
  Component *component;
  uint8_t *to;    // where the next one is decoded to
  int64_t across; // from there to the one after it
  int64_t down;   // from there to the next row, after the last MCU of a row
} Unit;

typedef struct {
  JpegFrame frame;
  Component component[COMPONENTS];
  Unit units[MCU_BLOCKS];
  int units_count;
  int mcus_across;
  int mcus_down;
  uint8_t places[PLACES]; // of a block, by position in zigzag order
  DcTable dc[TABLES];
  AcTable ac[TABLES];
  BitWindow window;
} Decoder;

// Reads the blocks of an MCU. Returns 0 if one is invalid.
INLINE int read_mcu(Decoder *decoder, Bits *position, int side, int count, Block *blocks) {
  for (int i = 0; i < decoder->units_count; i++) {
    Component *component = decoder->units[i].component;
    int16_t *block = blocks[i];
    int valid;
    __builtin_memset(block, 0, sizeof(int16_t) * (size_t)(side * side));
    int dc = component->previous = read_dc(position, component->dc, component->previous, &valid);
    block[0] = (int16_t)dc;
    if (!valid || !read_ac(&decoder->window, position, component->ac, decoder->places, count, block)) return 0;
  }
  return !bits_overrun(&decoder->window, *position);
}

INLINE void transform(int side, const int16_t *block, const Component *component, uint8_t *to, __m256i *doubt) {
  switch (side) {
  case 1: transform_1x1(block, component->steps, to, doubt); break;
  case 2: transform_2x2(block, component->steps, 0, to, component->stride, doubt); break;
  case 4: transform_4x4(block, component->steps, 0, to, component->stride, doubt); break;
  default: transform_8x8(block, component->steps, 0, to, component->stride, doubt);
  }
}

INLINE void transform_mcu(Decoder *decoder, int side, const Block *blocks, __m256i *doubt) {
  for (int i = 0; i < decoder->units_count; i++) {
    Unit *unit = &decoder->units[i];
    transform(side, blocks[i], unit->component, unit->to, doubt);
    unit->to += unit->across;
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
  __m256i doubt = _mm256_setzero_si256();
  Bits position = edgepix_bits_start(&decoder->window);
  for (int y = 0; y < decoder->mcus_down; y++) {
    for (int x = 0; x < decoder->mcus_across; x++, mcus++) {
      if (interval && mcus && mcus % interval == 0 && !restart(decoder, &position, mcus / interval - 1)) return 0;
      if (bits_are_few(&decoder->window, position)) position = edgepix_bits_refill(&decoder->window, position);
      if (!read_mcu(decoder, &position, side, count, blocks)) return 0;
      transform_mcu(decoder, side, blocks, &doubt);
    }
    for (int i = 0; i < decoder->units_count; i++) decoder->units[i].to += decoder->units[i].down;
  }
  return _mm256_testz_si256(doubt, doubt) && edgepix_bits_end_with(&decoder->window, position, EOI);
}

static void prepare(Decoder *decoder, int side) {
  JpegFrame *frame = &decoder->frame;
  unsigned have_dc = 0, have_ac = 0;
  for (int i = 0; i < frame->components; i++) {
    const JpegComponent *from = &frame->component[i];
    DcTable *dc = &decoder->dc[from->dc];
    AcTable *ac = &decoder->ac[from->ac];
    decoder->component[i] = (Component){.dc = dc, .ac = ac};
    for (int k = 0; k < BLOCK; k++) {
      int at = block_place(k, side);
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
  for (int k = 0; k < PLACES; k++) decoder->places[k] = (uint8_t)(k < BLOCK ? block_place(k, side) : side * side);
  int across = frame->component[0].across * SIDE, down = frame->component[0].down * SIDE;
  decoder->mcus_across = (frame->width + across - 1) / across;
  decoder->mcus_down = (frame->height + down - 1) / down;
}

static void add_units(Decoder *decoder, Component *component, int across, int down, int side) {
  for (int y = 0; y < down; y++) {
    for (int x = 0; x < across; x++) {
      decoder->units[decoder->units_count++] = (Unit){
          .component = component,
          .to = component->plane + side * (y * component->stride + x),
          .across = side * across,
          .down = side * (down * component->stride - (int64_t)decoder->mcus_across * across),
      };
    }
  }
}

// Allocates one block for the planes, which have room for whole MCUs. Returns NULL if memory runs out.
static uint8_t *allocate(Decoder *decoder, int side) {
  const JpegFrame *frame = &decoder->frame;
  size_t size = SLACK, offsets[COMPONENTS];
  for (int i = 0; i < frame->components; i++) {
    int64_t width = (int64_t)decoder->mcus_across * frame->component[i].across * side;
    decoder->component[i].stride = (width + STRIDE_ALIGNMENT - 1) & -STRIDE_ALIGNMENT;
    int64_t height = (int64_t)decoder->mcus_down * frame->component[i].down * side;
    offsets[i] = size;
    size += (size_t)(decoder->component[i].stride * height) + SLACK;
  }
  uint8_t *block = malloc(size);
  decoder->units_count = 0;
  for (int i = 0; block && i < frame->components; i++) {
    decoder->component[i].plane = block + offsets[i];
    add_units(decoder, &decoder->component[i], frame->component[i].across, frame->component[i].down, side);
  }
  return block;
}

static int decode(Decoder *decoder, JpegDecode *call) {
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
  call->across = has_chroma ? frame->component[0].across : 0;
  call->down = has_chroma ? frame->component[0].down : 0;
  call->luma = component[0].plane;
  call->cb = has_chroma ? component[1].plane : NULL;
  call->cr = has_chroma ? component[2].plane : NULL;
  call->luma_stride = component[0].stride;
  call->chroma_stride = has_chroma ? component[1].stride : 0;
  return good;
}

EXPORT int32_t edgepix_jpeg_decode_baseline(JpegDecode *call) {
  Decoder *decoder = malloc(sizeof *decoder);
  if (!decoder) return 1;
  int good = decode(decoder, call);
  free(decoder);
  return !good;
}
