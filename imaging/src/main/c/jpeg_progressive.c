// Our own decoder of progressive JPEG. It keeps only the lowest coefficients of each block if the samples need no others.
//
// It fails if anything is unusual or damaged. libjpeg-turbo then decides.
#include "jpeg_progressive.h"

#include "jpeg_transform.h"

enum { STRIDE_ALIGNMENT = 32, SLACK = 64, MOST_LOW = 13, DQT = 0xDB, EOI = 0xD9 };

// Allocates the coefficients, all 0. Returns 0 if memory runs out.
static int allocate_blocks(Progression *jpeg) {
  size_t blocks = 0, size = (size_t)(jpeg->side * jpeg->side);
  for (int i = 0; i < jpeg->frame.components; i++) {
    const Component *component = &jpeg->component[i];
    blocks += (size_t)(component->stride * jpeg->mcus_down * component->down);
  }
  size_t bytes = blocks * (sizeof(uint64_t) + size * sizeof(int16_t)) + SLACK;
  jpeg->memory = malloc(bytes);
  if (!jpeg->memory) return 0;
  memset(jpeg->memory, 0, bytes);
  uint64_t *filled = jpeg->memory;
  int16_t *coefficients = (int16_t *)(filled + blocks);
  for (int i = 0; i < jpeg->frame.components; i++) {
    Component *component = &jpeg->component[i];
    int64_t count = component->stride * jpeg->mcus_down * component->down;
    component->filled = filled;
    component->coefficients = coefficients;
    filled += count;
    coefficients += count * (int64_t)size;
  }
  return 1;
}

// Prepares for the first scan. Returns 0 if the frame is unusual, or if memory runs out.
static int begin(Progression *jpeg, const JpegDecode *call) {
  const JpegFrame *frame = &jpeg->frame;
  if (frame->process != SOF2 || !edgepix_jpeg_is_common(frame)) return 0;
  if (frame->width != call->width || frame->height != call->height) return 0;
  int across = SIDE * frame->component[0].across, down = SIDE * frame->component[0].down;
  jpeg->mcus_across = (frame->width + across - 1) / across;
  jpeg->mcus_down = (frame->height + down - 1) / down;
  for (int i = 0; i < frame->components; i++) {
    Component *component = &jpeg->component[i];
    component->across = frame->component[i].across;
    component->down = frame->component[i].down;
    int pixels_across = across / component->across, pixels_down = down / component->down; // of a block
    component->blocks_across = (frame->width + pixels_across - 1) / pixels_across;
    component->blocks_down = (frame->height + pixels_down - 1) / pixels_down;
    component->stride = (int64_t)jpeg->mcus_across * component->across;
    memset(component->low, NO_SCAN, BLOCK);
    if (!frame->steps[frame->component[i].quantisation][0]) return 0;
  }
  return allocate_blocks(jpeg);
}

// Takes the bits of a scan into account. Returns 0 if they do not follow those of earlier scans.
static int follows(const Scan *scan) {
  for (int i = 0; i < scan->components; i++) {
    int8_t *low = scan->component[i]->low;
    if (scan->first > 0 && low[0] == NO_SCAN) return 0;
    for (int k = scan->first; k <= scan->last; k++) {
      if (low[k] != (scan->refined ? scan->refined : NO_SCAN)) return 0;
      low[k] = (int8_t)scan->low;
    }
  }
  return 1;
}

static int read_scan(const uint8_t *at, const uint8_t *end, Progression *jpeg) {
  const JpegFrame *frame = &jpeg->frame;
  Scan scan = {.components = end - at > 0 ? at[0] : 0};
  if (scan.components < 1 || scan.components > frame->components || end - at != 4 + 2 * scan.components) return 0;
  scan.first = end[-3];
  scan.last = end[-2];
  scan.refined = end[-1] >> 4;
  scan.low = end[-1] & 0x0F;
  int is_dc = scan.first == 0;
  if (is_dc ? scan.last > 0 : scan.last < scan.first || scan.last >= BLOCK || scan.components > 1) return 0;
  if (scan.low > MOST_LOW || (scan.refined && scan.refined != scan.low + 1)) return 0;
  for (int i = 0, j = 0; i < scan.components; i++, j++) {
    const uint8_t *from = at + 1 + 2 * i;
    while (j < frame->components && frame->component[j].name != from[0]) j++;
    int dc = from[1] >> 4, ac = from[1] & 0x0F;
    if (j >= frame->components || dc >= TABLES || ac >= TABLES) return 0;
    scan.component[i] = &jpeg->component[j];
    scan.dc[i] = &frame->dc[dc];
    scan.ac = &frame->ac[ac];
    if (is_dc ? !scan.refined && !scan.dc[i]->limits[16] : !scan.ac->limits[16]) return 0;
  }
  jpeg->window.next = end;
  return follows(&scan) && edgepix_scan_read(jpeg, &scan);
}

static void keep(Progression *jpeg, int side) {
  jpeg->side = side;
  for (int k = 0; k < BLOCK; k++) {
    jpeg->places[k] = (uint8_t)block_place(k, side);
    if (jpeg->places[k] < side * side) jpeg->kept |= 1ULL << k;
  }
}

// Reads a segment, and the data of a scan. Returns the next segment; NULL if anything is unusual.
static const uint8_t *read_segment(Progression *jpeg, const JpegDecode *call, const uint8_t *at, int64_t *scans) {
  const uint8_t *end = edgepix_jpeg_segment_end(at, jpeg->window.file_end);
  if (!end || (at[1] == DQT && *scans > 0)) return NULL;
  if (at[1] != SOS) return edgepix_jpeg_read_segment(at, end, &jpeg->frame) ? end : NULL;
  if (++*scans > call->max_scans || (*scans == 1 && !begin(jpeg, call))) return NULL;
  return read_scan(at + 4, end, jpeg) ? jpeg->window.next : NULL;
}

// Reads all segments. Returns 0 if anything is unusual.
static int read(Progression *jpeg, const JpegDecode *call) {
  const uint8_t *end = call->bytes + call->length;
  const uint8_t *at = edgepix_jpeg_begin(call->bytes, end, &jpeg->frame);
  int64_t scans = 0;
  jpeg->window.file_end = end;
  while (at && end - at >= 2 && !(at[0] == 0xFF && at[1] == EOI)) at = read_segment(jpeg, call, at, &scans);
  return at && end - at >= 2 && scans > 0;
}

// Doubles the coefficients of a block. Those that lack their lowest bits are set to the middle of their possible values.
INLINE void centre(const int16_t *block, const int16_t *unknown, int size, int16_t *doubled) {
  for (int i = 0; i < size; i += 8) {
    __m128i from = _mm_loadu_si128((const __m128i *)(block + i));
    __m128i half = _mm_sign_epi16(_mm_loadu_si128((const __m128i *)(unknown + i)), from);
    _mm_storeu_si128((__m128i *)(doubled + i), _mm_add_epi16(_mm_add_epi16(from, from), half));
  }
}

INLINE void transform(int side, const int16_t *block, const int16_t *steps, int doubled, uint8_t *to, int64_t stride,
                      __m256i *doubt) {
  switch (side) {
  case 2: transform_2x2(block, steps, doubled, to, stride, doubt); break;
  case 4: transform_4x4(block, steps, doubled, to, stride, doubt); break;
  default: transform_8x8(block, steps, doubled, to, stride, doubt);
  }
}

INLINE int transform_component(const Progression *jpeg, int i, int side, uint8_t *plane, int64_t stride) {
  const Component *component = &jpeg->component[i];
  const uint16_t *all_steps = jpeg->frame.steps[jpeg->frame.component[i].quantisation];
  int16_t steps[BLOCK] = {0}, unknown[BLOCK] = {0}, doubled[BLOCK] = {0};
  int are_unknown = 0;
  __m256i doubt = _mm256_setzero_si256();
  for (int k = 0; k < BLOCK; k++) {
    if (!(jpeg->kept >> k & 1)) continue;
    steps[jpeg->places[k]] = (int16_t)all_steps[k];
    int low = component->low[k];
    if (k == 0 || low <= 0) continue;
    unknown[jpeg->places[k]] = (int16_t)((1 << low) - 1);
    are_unknown = 1;
  }
  for (int64_t y = 0; y < component->blocks_down; y++) {
    const int16_t *block = component->coefficients + y * component->stride * side * side;
    const uint64_t *filled = component->filled + y * component->stride;
    uint8_t *to = plane + y * side * stride;
    for (int x = 0; x < component->blocks_across; x++, block += side * side, to += side) {
      if (side == 1 || !(filled[x] & jpeg->kept)) {
        uint8_t sample;
        transform_1x1(block, steps, &sample, &doubt);
        for (int row = 0; row < side; row++) __builtin_memset(to + row * stride, sample, (size_t)side);
      } else if (are_unknown) {
        centre(block, unknown, side * side, doubled);
        transform(side, doubled, steps, 1, to, stride, &doubt);
      } else {
        transform(side, block, steps, 0, to, stride, &doubt);
      }
    }
  }
  return _mm256_testz_si256(doubt, doubt);
}

static int write_planes(Progression *jpeg, JpegDecode *call) {
  int64_t strides[COMPONENTS], side = jpeg->side;
  size_t size = SLACK, offsets[COMPONENTS] = {0};
  for (int i = 0; i < jpeg->frame.components; i++) {
    const Component *component = &jpeg->component[i];
    strides[i] = (component->stride * side + STRIDE_ALIGNMENT - 1) & -STRIDE_ALIGNMENT;
    offsets[i] = size;
    size += (size_t)(strides[i] * jpeg->mcus_down * component->down * side) + SLACK;
  }
  uint8_t *block = malloc(size);
  if (!block) return 0;
  for (int i = 0; i < jpeg->frame.components; i++) {
    uint8_t *plane = block + offsets[i];
    int good = side == 1   ? transform_component(jpeg, i, 1, plane, strides[i])
               : side == 2 ? transform_component(jpeg, i, 2, plane, strides[i])
               : side == 4 ? transform_component(jpeg, i, 4, plane, strides[i])
                           : transform_component(jpeg, i, 8, plane, strides[i]);
    if (!good) {
      free(block);
      return 0;
    }
  }
  int has_chroma = jpeg->frame.components > 1;
  call->block = block;
  call->across = has_chroma ? jpeg->component[0].across : 0;
  call->down = has_chroma ? jpeg->component[0].down : 0;
  call->luma = block + offsets[0];
  call->cb = has_chroma ? block + offsets[1] : NULL;
  call->cr = has_chroma ? block + offsets[2] : NULL;
  call->luma_stride = strides[0];
  call->chroma_stride = has_chroma ? strides[1] : 0;
  return 1;
}

// Tells whether each kept coefficient had a scan. libjpeg-turbo estimates those that are missing.
static int is_complete(const Progression *jpeg) {
  for (int i = 0; i < jpeg->frame.components; i++)
    for (int k = 0; k < BLOCK; k++)
      if (jpeg->kept >> k & 1 && jpeg->component[i].low[k] == NO_SCAN) return 0;
  return 1;
}

EXPORT int32_t edgepix_jpeg_decode_progressive(JpegDecode *call) {
  Progression *jpeg = malloc(sizeof *jpeg);
  if (!jpeg) return 1;
  memset(jpeg, 0, sizeof *jpeg);
  keep(jpeg, (int)(SIDE / call->denominator));
  int good = read(jpeg, call) && is_complete(jpeg) && write_planes(jpeg, call);
  free(jpeg->memory);
  free(jpeg);
  return !good;
}
