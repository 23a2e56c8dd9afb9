// The coefficients of a progressive JPEG, and the scans that contain them (ITU T.81, annex G).
#pragma once

#include "jpeg_header.h"

enum { BAND_LOOK = 10, NO_SCAN = -1 };

// Codes of bands. Each entry contains a code, and the number after it if both fit: from the low bits, the number of bits
// of both, or 0 if the number does not fit (8); the number of bits of the code, or 0 if it does not fit (8); and the
// number (16).
typedef struct {
  uint32_t entries[1 << BAND_LOOK];
  uint8_t symbols[1 << BAND_LOOK];
} BandTable;

typedef struct {
  int across; // sampling factors
  int down;
  int blocks_across; // with a part of the picture
  int blocks_down;
  int64_t stride;        // blocks in a row, in whole MCUs
  int16_t *coefficients; // kept ones of all blocks
  uint64_t *filled;      // for each block, a bit for each AC coefficient that is not 0, in zigzag order
  int8_t low[BLOCK];     // the bits that no scan contained so far, in zigzag order; NO_SCAN
} Component;

typedef struct {
  JpegFrame frame;
  Component component[COMPONENTS];
  int mcus_across;
  int mcus_down;
  int side;              // the lowest side x side coefficients are kept
  uint64_t kept;         // a bit for each of them, in zigzag order
  uint8_t places[BLOCK]; // of each kept coefficient in its block, by position in zigzag order
  void *memory;          // of all blocks
  BitWindow window;
} Progression;

typedef struct {
  int components;
  Component *component[COMPONENTS];
  const HuffmanCodes *dc[COMPONENTS];
  const HuffmanCodes *ac;
  int first; // coefficient, in zigzag order
  int last;
  int refined; // the bits that an earlier scan left out; 0 in a first scan (Ah)
  int low;     // the bits that this scan leaves out (Al)
} Scan;

// Reads the data of a scan at window.next. Returns 0 if it is damaged.
int edgepix_scan_read(Progression *jpeg, const Scan *scan);
