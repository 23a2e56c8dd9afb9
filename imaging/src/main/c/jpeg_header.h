// The header of a baseline JPEG (ITU T.81, annex B), as far as our decoder knows it.
#pragma once

#include "jpeg_huffman.h"

enum { COMPONENTS = 3, TABLES = 4 };

typedef struct {
  int name;
  int across; // sampling factors
  int down;
  int quantisation; // number of the table; dc and ac likewise
  int dc;
  int ac;
} JpegComponent;

typedef struct {
  int width;
  int height;
  int components;
  JpegComponent component[COMPONENTS];
  uint16_t steps[TABLES][BLOCK]; // of quantisation, in zigzag order; all 0 if there is no such table
  HuffmanCodes dc[TABLES];       // limits[16] is 0 if there is no such table
  HuffmanCodes ac[TABLES];
  int restart_interval; // in MCUs; 0: none
  const uint8_t *data;  // of the scan
} JpegFrame;

// Reads the segments up to the data of the only scan. Returns 0 if anything is unusual.
int edgepix_jpeg_read_frame(const uint8_t *file, const uint8_t *end, JpegFrame *frame);
