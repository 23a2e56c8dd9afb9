// The header of a JPEG (ITU T.81, annex B), as far as our decoders know it.
#pragma once

#include "jpeg_huffman.h"

enum { COMPONENTS = 3, TABLES = 4 };
enum { SOF0 = 0xC0, SOF1 = 0xC1, SOF2 = 0xC2, SOI = 0xD8, SOS = 0xDA };

typedef struct {
  int name;
  int across; // sampling factors
  int down;
  int quantisation; // number of the table; dc and ac likewise
  int dc;
  int ac;
} JpegComponent;

typedef struct {
  int process; // SOF0, SOF1 or SOF2
  int width;
  int height;
  int components;
  JpegComponent component[COMPONENTS];
  uint16_t steps[TABLES][BLOCK]; // of quantisation, in zigzag order; all 0 if there is no such table
  HuffmanCodes dc[TABLES];       // limits[16] is 0 if there is no such table
  HuffmanCodes ac[TABLES];
  int restart_interval; // in MCUs; 0: none
  int adobe;            // the colour transform of Adobe's marker, or that of YCC
  const uint8_t *data;  // of the scan
} JpegFrame;

// Begins to read a header. Returns the first segment; NULL if it is not that of a JPEG.
const uint8_t *edgepix_jpeg_begin(const uint8_t *file, const uint8_t *end, JpegFrame *frame);

// Returns the end of a segment; NULL if it is not complete.
const uint8_t *edgepix_jpeg_segment_end(const uint8_t *segment, const uint8_t *end);

// Reads a segment that is no scan header. Returns 0 if anything is unusual.
int edgepix_jpeg_read_segment(const uint8_t *segment, const uint8_t *end, JpegFrame *frame);

// Tells whether the frame is grey, or luma and chroma with common sampling factors.
int edgepix_jpeg_is_common(const JpegFrame *frame);

// Reads the segments of a baseline JPEG up to the data of the only scan. Returns 0 if anything is unusual.
int edgepix_jpeg_read_frame(const uint8_t *file, const uint8_t *end, JpegFrame *frame);
