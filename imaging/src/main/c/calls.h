// The parameters of the functions that Java calls. Each function has a struct of the same name in CamelCase.
//
// Every field has 64 bits, a pointer or an int64_t, and its own line. So no compiler adds padding, and Java can pass an
// array. Calls.java lists the same fields in the same order, and CallsTest compares the two. The function sets the
// fields below "out", and Java sets all others.
#pragma once

#include <stdint.h>

_Static_assert(sizeof(void *) == sizeof(int64_t), "pointers must be as large as the other fields");

// memory.c

typedef struct {
  int64_t size;
  // out
  void *block;
} Allocate;

typedef struct {
  void *block; // from allocate, or from a codec
} Free;

// jpeg.c, jpeg_baseline.c, jpeg_progressive.c; samplings are libjpeg-turbo's TJSAMP.

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  int64_t width; // that the header must state; height likewise
  int64_t height;
  int64_t denominator; // 1, 2, 4 or 8: the sides are divided by it, rounded up
  int64_t max_scans;
  // out
  int64_t across; // columns of luma that share a sample of chroma; 0 for grey; down likewise
  int64_t down;
  void *block; // to be freed; contains all planes
  uint8_t *luma;
  uint8_t *cb; // NULL for grey; cr likewise
  uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
} JpegDecode;

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  int64_t max_scans;
  // out
  uint8_t *result;
  int64_t result_length;
} JpegRecode;

typedef struct {
  uint8_t *luma; // with room for an even number of columns and rows
  uint8_t *cb;   // ignored for grey; cr likewise
  uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
  int64_t width;
  int64_t height;
  int64_t sampling; // 4:4:4, 4:2:0 or grey
  int64_t quality;
  // out
  uint8_t *result;
  int64_t result_length;
} JpegEncode;

typedef struct {
  const uint8_t *luma; // all planes have the same width and height
  const uint8_t *cb;
  const uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
  int64_t width;
  int64_t height;
  uint8_t *rgb; // rows without gaps
} JpegToRgb;

typedef struct {
  const uint8_t *samples; // rows without gaps
  int64_t bands;          // 3 or 4; the fourth is ignored
  int64_t width;
  int64_t height;
  int64_t sampling; // 4:4:4 or 4:2:0
  uint8_t *luma;
  uint8_t *cb;
  uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
} JpegToPlanes;

// webp.c

typedef struct {
  uint8_t *luma;
  uint8_t *cb; // half as wide and high; cr likewise
  uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
  int64_t width;
  int64_t height;
  int64_t quality;
  // out
  uint8_t *result;
  int64_t result_length;
} WebpEncode;

typedef struct {
  const uint8_t *samples; // RGB or RGBA, rows without gaps
  int64_t bands;
  int64_t width;
  int64_t height;
  int64_t quality;  // or effort, if lossless
  int64_t method;   // 0 to 6; the last is the slowest
  int64_t lossless; // 0 or 1
  int64_t sharp;    // 1: halves chroma so that luma compensates for it
  // out
  uint8_t *result;
  int64_t result_length;
} WebpEncodeRgb;

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  uint8_t *luma;
  uint8_t *cb;
  uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
  int64_t luma_size;
  int64_t chroma_size; // of one plane
} WebpDecode;

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  int64_t width;
  int64_t height;
  int64_t bands;
  uint8_t *samples; // RGB or RGBA, rows without gaps
} WebpPart;

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  // out
  int64_t width;
  int64_t height;
  int64_t has_alpha;
  int64_t has_animation;
  int64_t format; // 1: lossy, 2: lossless, 0: both or unknown
} WebpFeatures;

// webp_animation.c; samples are RGBA with straight alpha, rows without gaps.

typedef struct {
  const uint8_t *shown; // the canvas after the previous frames
  const uint8_t *samples; // the canvas with this frame
  int64_t width;
  int64_t height;
  int64_t difference; // the most by which samples may differ and still look alike
  int64_t cleared_left; // the part of shown that is taken as transparent
  int64_t cleared_top;
  int64_t cleared_right;
  int64_t cleared_bottom;
  // out
  int64_t left; // of the smallest rectangle with all changes; top likewise
  int64_t top;
  int64_t right; // 0 if there are no changes; bottom likewise
  int64_t bottom;
  int64_t blends; // 1: all changed pixels are opaque
} WebpChange;

typedef struct {
  uint8_t *shown;
  const uint8_t *samples;
  int64_t width;
  int64_t difference;
  int64_t left;
  int64_t top;
  int64_t right;
  int64_t bottom;
  int64_t blend; // 1: blocks without changes become transparent
  int64_t block; // the width and height of blocks
  int64_t show;  // 1: copies what is not transparent to shown
  uint8_t *part; // room for the rectangle
  // out
  int64_t kept; // the pixels that became transparent
} WebpCut;

// png.c; planes have room for a multiple of 16 columns.

typedef struct {
  const uint8_t *data; // the zlib stream, followed by 8 readable bytes
  int64_t length;
  int64_t width;
  int64_t height;
  int64_t bands;        // of the stored pixels, 1 to 4
  int64_t depth;        // bits of a stored sample: 8, or 1, 2 or 4 for one band
  const uint8_t *table; // RGBA of each sample, if there is one band
  int64_t colours;      // 3, or 4 with alpha
  int64_t halvings;     // of luma and of the colours; chroma is halved at least once
  int64_t probe;        // even number of rows after which decoding ends if half of their pixels are repeats; or 0
  uint8_t *luma;        // NULL if not wanted, or if there is alpha
  uint8_t *cb;
  uint8_t *cr;
  int64_t luma_stride;
  int64_t chroma_stride;
  uint8_t *red; // multiplied by alpha, like green and blue; NULL if not wanted
  uint8_t *green;
  uint8_t *blue;
  uint8_t *alpha;
  int64_t stride;
  // out
  int64_t rows;    // that were decoded
  int64_t repeats; // pixels of RGB that are equal to the one before them
} PngDecode;

// resample.c and halve.c; every row that is read must be followed by 16 readable bytes.

typedef struct {
  const uint8_t *plane;
  int64_t stride;
  int64_t width;
  int64_t height;
  const int32_t *column_starts;  // first column that each output reads; padded to a multiple of 8 outputs
  const int16_t *column_weights; // column_taps weights for each output
  int64_t column_taps;           // a multiple of 8
  int64_t columns;
  const int32_t *row_starts;
  const int16_t *row_weights;
  int64_t row_taps; // a multiple of 2
  int64_t rows;
  int64_t bias;    // added to each output, with 20 fractional bits; includes the half for rounding
  uint8_t *result; // rows padded to 8 samples
  int64_t result_stride;
  int16_t *scratch; // room for width + column_taps + 16 sums
} Resample;

typedef struct {
  const uint8_t *plane;
  int64_t stride;
  int64_t width;
  int64_t height;
  int64_t across;  // 1: halves the width
  int64_t down;    // 1: halves the height
  uint8_t *result; // rows padded to 8 samples
  int64_t result_stride;
  int16_t *scratch; // room for width + 64 sums
} Halve;

typedef struct {
  const uint8_t *plane;
  int64_t stride;
  int64_t width; // of the result; height likewise
  int64_t height;
  int64_t swap_sides; // before the flips
  int64_t flip_x;
  int64_t flip_y;
  uint8_t *result;
  int64_t result_stride;
} Turn;

typedef struct {
  const uint8_t *plane;
  int64_t stride;
  int64_t width;
  int64_t height;
  int64_t difference; // 1 to 255
  // out
  int64_t count;
} Steps;

// alpha.c

typedef struct {
  const uint8_t *samples; // RGB, or RGBA with straight alpha, rows without gaps
  int64_t bands;
  int64_t width;
  int64_t height;
  uint8_t *red;
  uint8_t *green;
  uint8_t *blue;
  uint8_t *alpha;
  int64_t stride; // of each plane
} Split;

typedef struct {
  const uint8_t *red;
  const uint8_t *green;
  const uint8_t *blue;
  const uint8_t *alpha;
  int64_t stride; // of each plane
  int64_t width;
  int64_t height;
  uint8_t *samples; // room for RGBA, rows without gaps
} Join;

typedef struct {
  const uint8_t *samples; // rows without gaps
  int64_t bands;
  int64_t pixels;
  // out
  int64_t count;
} Repeats;

// vips.c; samples have no gaps between rows, and alpha is straight.

typedef struct {
  int64_t unused;
} VipsStart;

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  int64_t format; // PNG or AVIF
  // out
  int64_t width; // after the orientation; height likewise
  int64_t height;
  int64_t depth; // significant bits of a sample
} VipsHeader;

typedef struct {
  const uint8_t *bytes;
  int64_t length;
  int64_t format; // PNG or AVIF
  // out
  void *samples; // of 16 bits if the depth is over 8
  int64_t width;
  int64_t height;
  int64_t bands;
  int64_t depth;
} VipsDecode;

typedef struct {
  const uint8_t *samples;
  int64_t bands; // 1 or 3
  int64_t width;
  int64_t height;
  int64_t quality;
  int64_t halved; // 1: 2x2 pixels share a sample of chroma; 0: none do
  // out
  uint8_t *result;
  int64_t result_length;
} VipsEncodeJpeg;

typedef struct {
  const uint8_t *samples;
  int64_t bands; // 3, or 4 with alpha
  int64_t width;
  int64_t height;
  int64_t quality;
  int64_t effort; // 0 to 9
  // out
  uint8_t *result;
  int64_t result_length;
} VipsEncodeAvif;

typedef struct {
  const uint8_t *samples;
  int64_t bands; // 1 or 3, or one more with alpha
  int64_t width;
  int64_t height;
  int64_t filtered; // 1: chooses a filter for each row; 0: uses none
  // out
  uint8_t *result;
  int64_t result_length;
} VipsEncodePng;

typedef struct {
  const uint8_t *samples; // RGBA, frame below frame
  int64_t width;
  int64_t height; // of one frame
  int64_t frames;
  const int32_t *delays; // of each frame, in milliseconds, a multiple of 10
  int64_t loops;         // 0: forever
  int64_t effort;        // 1 to 10
  // out
  uint8_t *result;
  int64_t result_length;
} VipsEncodeGif;

typedef struct {
  const uint8_t *bytes; // must stay valid until the picture is closed
  int64_t length;
  int64_t frames;
  // out
  void *image;
  void *region;
  int64_t width;
  int64_t height; // of all frames, one below the other
  int64_t bands;  // 3, or 4 with alpha
} VipsOpen;

typedef struct {
  void *region;
  int64_t width;
  int64_t bands;
  int64_t first_row; // rows must be read from top to bottom
  int64_t rows;
  uint8_t *samples;
} VipsRows;

typedef struct {
  void *image;
  void *region;
} VipsClose;
