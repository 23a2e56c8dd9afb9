// JPEG by libjpeg-turbo, from and to planes of luma and chroma on the full scale of JFIF.
#include "edgepix.h"
#include "turbojpeg.h"

enum { PLANES = 3, STRIDE_ALIGNMENT = 32, SLACK = 64 };

static slot aligned(int width) { return (width + STRIDE_ALIGNMENT - 1) & -STRIDE_ALIGNMENT; }

// One allocation for all planes: they live and die together.
static int allocate(slot *a, int width, int height, int sampling) {
  int planes = sampling == TJSAMP_GRAY ? 1 : PLANES;
  size_t size = SLACK;
  size_t offsets[PLANES];
  for (int i = 0; i < planes; i++) {
    a[8 + i] = aligned(tj3YUVPlaneWidth(i, width, sampling));
    offsets[i] = size;
    size += (size_t)a[8 + i] * (size_t)tj3YUVPlaneHeight(i, height, sampling) + SLACK;
  }
  uint8_t *block = malloc(size);
  if (!block) return 1;
  for (int i = 0; i < planes; i++) a[5 + i] = address(block + offsets[i]);
  a[4] = address(block);
  return 0;
}

static int decode(tjhandle jpeg, slot *a) {
  const uint8_t *bytes = at(a[0]);
  size_t length = (size_t)a[1];
  if (tj3Set(jpeg, TJPARAM_STOPONWARNING, 1) || tj3Set(jpeg, TJPARAM_SCANLIMIT, (int)a[13])) return 1;
  if (tj3DecompressHeader(jpeg, bytes, length)) return 1;
  int sampling = tj3Get(jpeg, TJPARAM_SUBSAMP), space = tj3Get(jpeg, TJPARAM_COLORSPACE);
  if (tj3Get(jpeg, TJPARAM_JPEGWIDTH) != a[11] || tj3Get(jpeg, TJPARAM_JPEGHEIGHT) != a[12]) return 1;
  if (sampling == TJSAMP_UNKNOWN || (space != TJCS_YCbCr && space != TJCS_GRAY)) return 1;
  tjscalingfactor scale = {1, (int)a[2]};
  if (tj3SetScalingFactor(jpeg, scale)) return 1;
  if (allocate(a, TJSCALED((int)a[11], scale), TJSCALED((int)a[12], scale), sampling)) return 1;
  a[3] = sampling;
  uint8_t *planes[PLANES] = {at(a[5]), at(a[6]), at(a[7])};
  int strides[PLANES] = {(int)a[8], (int)a[9], (int)a[10]};
  if (!tj3DecompressToYUVPlanes8(jpeg, bytes, length, planes, strides)) return 0;
  free(at(a[4]));
  a[4] = 0;
  return 1;
}

// Fails where anything at all is unusual; another decoder then has the word.
// a[0..2]: bytes, length, and 1, 2, 4 or 8 by which it is decoded smaller.
// a[11..12]: the width and height that it must have; a[13]: how many scans it may have.
// a[3..10], out: sampling (TJSAMP), what to free, planes, strides.
EXPORT int32_t edgepix_jpeg_decode(slot *a) {
  tjhandle jpeg = tj3Init(TJINIT_DECOMPRESS);
  if (!jpeg) return 1;
  int failed = decode(jpeg, a);
  tj3Destroy(jpeg);
  return failed;
}

// Brings an arithmetic-coded JPEG into Huffman codes, without loss. Fails where anything at all is unusual.
// a[0..1]: bytes and length; a[2]: how many scans it may have; a[3..4], out: bytes, length.
EXPORT int32_t edgepix_jpeg_recode(slot *a) {
  tjhandle jpeg = tj3Init(TJINIT_TRANSFORM);
  if (!jpeg) return 1;
  tjtransform same = {.op = TJXOP_NONE};
  uint8_t *bytes = NULL;
  size_t length = 0;
  int failed = tj3Set(jpeg, TJPARAM_STOPONWARNING, 1) || tj3Set(jpeg, TJPARAM_SCANLIMIT, (int)a[2]) ||
               tj3Transform(jpeg, at(a[0]), (size_t)a[1], 1, &bytes, &length, &same);
  tj3Destroy(jpeg);
  a[3] = address(bytes);
  a[4] = (slot)length;
  if (failed) free(bytes);
  return failed;
}

static int prepare(tjhandle jpeg, const slot *a) {
  return tj3Set(jpeg, TJPARAM_QUALITY, (int)a[9]) || tj3Set(jpeg, TJPARAM_SUBSAMP, (int)a[8]) ||
         tj3Set(jpeg, TJPARAM_OPTIMIZE, 1);
}

// Blocks of two by two reach over an odd side.
static void even(uint8_t *plane, int64_t stride, int width, int height) {
  if (width & 1)
    for (int y = 0; y < height; y++) plane[y * stride + width] = plane[y * stride + width - 1];
  if (height & 1) memcpy(plane + height * stride, plane + (height - 1) * stride, (size_t)width + (width & 1));
}

// a[0..5]: planes and strides, luma with room for an even number of columns and rows; a[6..7]: width, height;
// a[8]: TJSAMP, 4:4:4, 4:2:0 or grey; a[9]: quality; a[10..11], out: bytes, length.
EXPORT int32_t edgepix_jpeg_encode(slot *a) {
  tjhandle jpeg = tj3Init(TJINIT_COMPRESS);
  if (!jpeg) return 1;
  const uint8_t *planes[PLANES] = {at(a[0]), at(a[1]), at(a[2])};
  int strides[PLANES] = {(int)a[3], (int)a[4], (int)a[5]};
  uint8_t *bytes = NULL;
  size_t length = 0;
  even(at(a[0]), a[3], (int)a[6], (int)a[7]);
  int failed = prepare(jpeg, a) ||
               tj3CompressFromYUVPlanes8(jpeg, planes, (int)a[6], strides, (int)a[7], &bytes, &length);
  tj3Destroy(jpeg);
  a[10] = address(bytes);
  a[11] = (slot)length;
  if (failed) free(bytes);
  return failed;
}

// a[0..5]: planes of equal size and strides; a[6..7]: width, height; a[8]: where RGB goes, rows without gaps.
EXPORT int32_t edgepix_jpeg_to_rgb(slot *a) {
  tjhandle jpeg = tj3Init(TJINIT_DECOMPRESS);
  if (!jpeg) return 1;
  const uint8_t *planes[PLANES] = {at(a[0]), at(a[1]), at(a[2])};
  int strides[PLANES] = {(int)a[3], (int)a[4], (int)a[5]};
  int failed = tj3Set(jpeg, TJPARAM_SUBSAMP, TJSAMP_444) ||
               tj3DecodeYUVPlanes8(jpeg, planes, strides, at(a[8]), (int)a[6], 0, (int)a[7], TJPF_RGB);
  tj3Destroy(jpeg);
  return failed;
}

// a[0]: samples without gaps; a[1..2]: width, height; a[3..8]: planes and strides; a[9]: bands of the samples, 3, or 4 of
// which the last has no meaning; a[10]: TJSAMP, 4:4:4 or 4:2:0.
EXPORT int32_t edgepix_jpeg_to_planes(slot *a) {
  tjhandle jpeg = tj3Init(TJINIT_COMPRESS);
  if (!jpeg) return 1;
  uint8_t *planes[PLANES] = {at(a[3]), at(a[4]), at(a[5])};
  int strides[PLANES] = {(int)a[6], (int)a[7], (int)a[8]};
  int failed = tj3Set(jpeg, TJPARAM_SUBSAMP, (int)a[10]) ||
               tj3EncodeYUVPlanes8(jpeg, at(a[0]), (int)a[1], 0, (int)a[2], a[9] == 4 ? TJPF_RGBX : TJPF_RGB, planes, strides);
  tj3Destroy(jpeg);
  return failed;
}
