// A plane that is filled row by row, and halved on the way. Only 8 rows of each size are kept, except for the result.
#include "png_plane.h"

#include "halve.h"

enum { KEPT = 8, TAPS = 6 };

size_t plane_start(Plane *plane, int width, int height, int halvings, uint8_t *memory) {
  size_t size = sizeof(int16_t) * ((size_t)width + HALVE_SCRATCH + 32);
  plane->scratch = (int16_t *)memory;
  plane->halvings = halvings;
  plane->rows = 0;
  for (int i = 0; i < halvings; i++) {
    int64_t stride = (width + 63) & ~31;
    plane->levels[i] = (Halving){memory ? memory + size : NULL, stride, width, height, 0, 0};
    size += (size_t)stride * KEPT;
    width = (width + 1) / 2;
    height = (height + 1) / 2;
  }
  return (size + 63) & ~(size_t)63;
}

static uint8_t *row_at(Plane *plane, int level) {
  if (level == plane->halvings) return plane->plane + plane->rows * plane->stride;
  Halving *halving = &plane->levels[level];
  return halving->rows + halving->received % KEPT * halving->stride;
}

uint8_t *plane_row(Plane *plane) { return row_at(plane, 0); }

static void advance(Plane *plane, int level) {
  if (level == plane->halvings) {
    plane->rows++;
    return;
  }
  Halving *halving = &plane->levels[level];
  halving->received++;
  int lines = (halving->height + 1) / 2, last = halving->height - 1;
  while (halving->halved < lines && (halving->received > last || halving->received > 2 * halving->halved + 3)) {
    const uint8_t *rows[TAPS];
    for (int k = 0; k < TAPS; k++) {
      int row = 2 * halving->halved - 2 + k;
      row = row < 0 ? 0 : row < last ? row : last;
      rows[k] = halving->rows + row % KEPT * halving->stride;
    }
    halve_rows(rows, halving->width, row_at(plane, level + 1), plane->scratch);
    halving->halved++;
    advance(plane, level + 1);
  }
}

void plane_advance(Plane *plane) { advance(plane, 0); }
