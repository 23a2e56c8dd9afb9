// The parts of the frames of an animation that differ from what viewers already see.
#include "edgepix.h"

enum { BANDS = 4 };

static int distance(int a, int b) {
  return a < b ? b - a : a - b;
}

// Tells whether two pixels look alike. Colours count less where they are less opaque.
static int is_alike(const uint8_t *one, const uint8_t *other, int64_t difference) {
  uint32_t both[2];
  memcpy(both, one, BANDS);
  memcpy(both + 1, other, BANDS);
  if (both[0] == both[1]) return 1;
  if (one[3] != other[3]) return 0;
  int most = distance(one[0], other[0]);
  for (int band = 1; band < 3; band++) {
    int more = distance(one[band], other[band]);
    if (more > most) most = more;
  }
  return most * one[3] <= difference * 255;
}

EXPORT int32_t edgepix_webp_change(WebpChange *call) {
  static const uint8_t nothing[BANDS];
  call->left = call->width;
  call->top = call->height;
  call->right = call->bottom = 0;
  call->blends = 1;
  for (int64_t y = 0; y < call->height; y++) {
    const uint8_t *was = call->shown + y * call->width * BANDS, *is = call->samples + y * call->width * BANDS;
    int cleared_row = y >= call->cleared_top && y < call->cleared_bottom;
    int64_t first = call->width, last = -1;
    for (int64_t x = 0; x < call->width; x++, was += BANDS, is += BANDS) {
      int cleared = cleared_row && x >= call->cleared_left && x < call->cleared_right;
      if (is_alike(cleared ? nothing : was, is, call->difference)) continue;
      if (last < 0) first = x;
      last = x;
      call->blends &= is[3] == 255;
    }
    if (last < 0) continue;
    if (first < call->left) call->left = first;
    if (last + 1 > call->right) call->right = last + 1;
    if (y < call->top) call->top = y;
    call->bottom = y + 1;
  }
  return 0;
}

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

EXPORT int32_t edgepix_webp_cut(WebpCut *call) {
  call->kept = 0;
  int64_t columns = call->right - call->left, rows = call->bottom - call->top;
  for (int64_t top = 0; top < rows; top += call->block) {
    for (int64_t left = 0; left < columns; left += call->block) {
      int64_t bottom = least(top + call->block, rows), right = least(left + call->block, columns);
      int keep = call->blend;
      for (int64_t y = top; keep && y < bottom; y++) {
        int64_t at = ((call->top + y) * call->width + call->left + left) * BANDS;
        for (int64_t x = left; keep && x < right; x++, at += BANDS) {
          keep = is_alike(call->shown + at, call->samples + at, call->difference);
        }
      }
      for (int64_t y = top; y < bottom; y++) {
        int64_t at = ((call->top + y) * call->width + call->left + left) * BANDS;
        uint8_t *to = call->part + (y * columns + left) * BANDS;
        for (int64_t x = left; x < right; x++, at += BANDS, to += BANDS) {
          memcpy(to, call->samples + at, BANDS);
          // Changed pixels are opaque if the part is blended.
          if (keep || (call->blend && to[3] < 255)) {
            memset(to, 0, BANDS);
            call->kept++;
          } else if (call->show) {
            memcpy(call->shown + at, to, BANDS);
          }
        }
      }
    }
  }
  return 0;
}
