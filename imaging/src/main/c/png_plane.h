// A plane that is filled row by row, and halved on the way.
#pragma once

#include "edgepix.h"

enum { MAX_HALVINGS = 20 };

typedef struct {
  uint8_t *rows; // the last 8
  int64_t stride;
  int width, height; // before halving
  int received, halved; // rows of the input and of the result
} Halving;

typedef struct {
  uint8_t *plane; // of the result; NULL if it is not wanted
  int64_t stride;
  int rows; // that are complete
  int halvings;
  int16_t *scratch;
  Halving levels[MAX_HALVINGS];
} Plane;

// Prepares a plane whose input has the given sides. Returns the bytes of memory that it needs, and uses the memory
// unless it is NULL.
size_t plane_start(Plane *plane, int width, int height, int halvings, uint8_t *memory);

// Returns where the next row of the input must be written, with room for a multiple of 16 samples.
uint8_t *plane_row(Plane *plane);

// Continues after that row was written.
void plane_advance(Plane *plane);
