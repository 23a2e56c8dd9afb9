// Decodes PNG to planes, two rows at a time. No whole picture is kept: planes are halved while it is decoded.
#include "alpha.h"
#include "png_colour.h"
#include "png_inflate.h"
#include "png_plane.h"
#include "png_unfilter.h"

enum { MAX_SIDE = 1 << 24, MAX_FILTER = 4, SPAN = 1 << 17, SLACK = 128, RGB = 3, RGBA = 4, PLANES = 7 };

typedef struct {
  Inflater inflater;
  int64_t row_size;  // with the filter
  int64_t remaining; // bytes to inflate
  uint8_t *window, *window_end;
  uint8_t *next, *inflated; // rows that are inflated, but not restored yet
  uint8_t *restored[4];     // two pairs of rows, used in turns
  uint8_t *pixels[4];       // likewise; the same rows if they need no conversion
  Plane planes[PLANES];     // luma, Cb, Cr; red, green, blue, alpha
} Decoder;

// Gives parts of the memory to the decoder, unless it is NULL. Returns the size of all parts.
static size_t divide(Decoder *decoder, const PngDecode *call, uint8_t *memory) {
  size_t size = 0;
#define PART(pointer, bytes) (pointer = memory ? memory + size : NULL, size += ((size_t)(bytes) + 63) & ~(size_t)63)
  int width = (int)call->width, height = (int)call->height, halvings = (int)call->halvings;
  int64_t row = decoder->row_size + SLACK, span = 2 * row > SPAN ? 2 * row : SPAN;
  PART(decoder->window, INFLATE_HISTORY + span + INFLATE_SLACK);
  decoder->window_end = decoder->window + INFLATE_HISTORY + span;
  for (int i = 0; i < 4; i++) PART(decoder->restored[i], row);
  for (int i = 0; i < 4; i++) {
    decoder->pixels[i] = decoder->restored[i];
    if (call->bands < RGB) PART(decoder->pixels[i], (int64_t)width * call->colours + SLACK);
  }
#undef PART
  for (int i = 0; i < PLANES; i++) {
    int halved = i == 1 || i == 2;
    int times = halved ? halvings > 0 ? halvings - 1 : 0 : halvings;
    if (decoder->planes[i].plane)
      size += plane_start(&decoder->planes[i], halved ? (width + 1) / 2 : width,
                          halved ? (height + 1) / 2 : height, times, memory ? memory + size : NULL);
  }
  return size;
}

static int start(Decoder *decoder, const PngDecode *call) {
  uint8_t *planes[PLANES] = {call->luma, call->cb, call->cr, call->red, call->green, call->blue, call->alpha};
  int64_t strides[PLANES] = {call->luma_stride, call->chroma_stride, call->chroma_stride,
                             call->stride,      call->stride,        call->stride,        call->stride};
  for (int i = 0; i < PLANES; i++) {
    decoder->planes[i].plane = planes[i];
    decoder->planes[i].stride = strides[i];
  }
  decoder->row_size = 1 + (call->width * call->bands * call->depth + 7) / 8;
  decoder->remaining = decoder->row_size * call->height;
  return inflate_start(&decoder->inflater, call->data, (size_t)call->length);
}

// Inflates until the given number of bytes follow the next row. Returns 1 if they are missing.
static int inflate_rows(Decoder *decoder, int64_t size) {
  while (decoder->inflated - decoder->next < size) {
    int64_t unread = decoder->next - decoder->window, back = decoder->inflated - decoder->window - INFLATE_HISTORY;
    if (back > unread) back = unread;
    if (back > 0 && decoder->next + size > decoder->window_end) {
      memmove(decoder->window, decoder->window + back, (size_t)(decoder->inflated - decoder->window - back));
      decoder->next -= back;
      decoder->inflated -= back;
    }
    int64_t room = decoder->window_end - decoder->inflated;
    const uint8_t *end = decoder->inflated + (room < decoder->remaining ? room : decoder->remaining);
    uint8_t *inflated = inflate_to(&decoder->inflater, decoder->window, decoder->inflated, end);
    if (!inflated) return 1;
    decoder->remaining -= inflated - decoder->inflated;
    decoder->inflated = inflated;
  }
  return 0;
}

static void store_luma(Decoder *decoder, uint8_t *const *rows, int count, int width) {
  Plane *planes = decoder->planes;
  for (int i = 0; i < count; i++) {
    colour_luma(rows[i], width, plane_row(&planes[0]));
    plane_advance(&planes[0]);
  }
  uint8_t *both[] = {rows[0], rows[count - 1]};
  colour_chroma(both, width, plane_row(&planes[1]), plane_row(&planes[2]));
  plane_advance(&planes[1]);
  plane_advance(&planes[2]);
}

static void store_colours(Decoder *decoder, uint8_t *const *rows, int count, int width, int colours) {
  Plane *planes = decoder->planes + 3;
  for (int i = 0; i < count; i++) {
    split_row(rows[i], colours, width, plane_row(&planes[0]), plane_row(&planes[1]), plane_row(&planes[2]),
              plane_row(&planes[3]));
    for (int k = 0; k < 4; k++) plane_advance(&planes[k]);
  }
}

// Restores the next rows and converts them to pixels. Returns 1 if they are missing or damaged.
static int read_rows(Decoder *decoder, const PngDecode *call, int64_t y, int count) {
  const uint8_t *filtered[] = {decoder->next, decoder->next + decoder->row_size};
  int pair = (int)(y & 2);
  uint8_t **restored = decoder->restored + pair, **pixels = decoder->pixels + pair;
  const uint8_t *above = decoder->restored[3 - pair];
  int64_t size = decoder->row_size - 1;
  int step = (int)((call->bands * call->depth + 7) / 8), depth = (int)call->depth, colours = (int)call->colours;
  for (int i = 0; i < count; i++)
    if (*filtered[i] > MAX_FILTER) return 1;
  if (count == 2)
    unfilter_pair(filtered, above, restored, size, step);
  else
    unfilter(filtered[0], above, restored[0], size, step);
  for (int i = 0; i < count; i++) {
    if (call->bands == 1) colour_expand(restored[i], call->width, depth, call->table, colours, pixels[i]);
    if (call->bands == 2) colour_expand_grey_alpha(restored[i], call->width, pixels[i]);
  }
  decoder->next += count * decoder->row_size;
  return 0;
}

static int decode(Decoder *decoder, PngDecode *call) {
  int width = (int)call->width, colours = (int)call->colours;
  const uint8_t *before = NULL;
  for (int64_t y = 0; y < call->height; y += 2) {
    int count = call->height - y < 2 ? 1 : 2;
    uint8_t **rows = decoder->pixels + (y & 2);
    if (inflate_rows(decoder, count * decoder->row_size) || read_rows(decoder, call, y, count)) return 1;
    for (int i = 0; colours == RGB && i < count; i++) {
      call->repeats += colour_repeats(rows[i], width, before);
      before = rows[i] + (int64_t)(width - 1) * RGB;
    }
    if (call->luma) store_luma(decoder, rows, count, width);
    if (call->red) store_colours(decoder, rows, count, width, colours);
    call->rows = y + count;
    if (call->rows == call->probe && 2 * call->repeats >= call->rows * width) return 0;
  }
  return 0;
}

static int is_valid(const PngDecode *call) {
  int depths = call->bands == 1 ? call->depth == 1 || call->depth == 2 || call->depth == 4 || call->depth == 8
                                : call->bands >= 2 && call->bands <= RGBA && call->depth == 8;
  int colours = call->bands == 2   ? call->colours == RGBA
                : call->bands == 1 ? call->table && (call->colours == RGB || call->colours == RGBA)
                                   : call->colours == call->bands;
  return depths && colours && call->width > 0 && call->height > 0 && call->width <= MAX_SIDE &&
         call->height <= MAX_SIDE && call->halvings >= 0 && call->halvings <= MAX_HALVINGS &&
         !(call->luma && call->colours != RGB);
}

// Fails if rows are missing, their filters are unknown, or the compressed data is damaged. Checksums are not read.
EXPORT int32_t edgepix_png_decode(PngDecode *call) {
  Decoder *decoder = is_valid(call) ? malloc(sizeof *decoder) : NULL;
  if (!decoder) return 1;
  uint8_t *memory = NULL;
  int failed = start(decoder, call);
  if (!failed) memory = malloc(divide(decoder, call, NULL) + SLACK);
  if (memory) {
    divide(decoder, call, memory);
    decoder->next = decoder->inflated = decoder->window;
    memset(decoder->restored[3], 0, (size_t)decoder->row_size + SLACK);
    failed = decode(decoder, call);
  }
  free(memory);
  free(decoder);
  return failed || !memory;
}
