// JPEG by libjpeg-turbo, from and to planes of luma and chroma in the full range of JFIF.
#include "edgepix.h"
#include "jpeg_shorten.h"
#include "turbojpeg.h"

enum { PLANES = 3, STRIDE_ALIGNMENT = 32, SLACK = 64, LARGE = 1 << 16 };

static int64_t aligned(int width) { return (width + STRIDE_ALIGNMENT - 1) & -STRIDE_ALIGNMENT; }

// Allocates one block for all planes, which are freed together.
static int allocate(JpegDecode *call, int width, int height, int sampling) {
  int planes = sampling == TJSAMP_GRAY ? 1 : PLANES;
  size_t size = SLACK, offsets[PLANES];
  int64_t strides[PLANES] = {0};
  for (int i = 0; i < planes; i++) {
    strides[i] = aligned(tj3YUVPlaneWidth(i, width, sampling));
    offsets[i] = size;
    size += (size_t)strides[i] * (size_t)tj3YUVPlaneHeight(i, height, sampling) + SLACK;
  }
  uint8_t *block = malloc(size);
  if (!block) return 1;
  call->block = block;
  call->luma = block + offsets[0];
  call->cb = planes > 1 ? block + offsets[1] : NULL;
  call->cr = planes > 1 ? block + offsets[2] : NULL;
  call->luma_stride = strides[0];
  call->chroma_stride = strides[1];
  return 0;
}

static int decode(tjhandle jpeg, JpegDecode *call) {
  const uint8_t *bytes = call->bytes;
  size_t length = (size_t)call->length;
  if (tj3Set(jpeg, TJPARAM_STOPONWARNING, 1) || tj3Set(jpeg, TJPARAM_SCANLIMIT, (int)call->max_scans)) return 1;
  if (tj3DecompressHeader(jpeg, bytes, length)) return 1;
  int sampling = tj3Get(jpeg, TJPARAM_SUBSAMP), space = tj3Get(jpeg, TJPARAM_COLORSPACE);
  int width = tj3Get(jpeg, TJPARAM_JPEGWIDTH), height = tj3Get(jpeg, TJPARAM_JPEGHEIGHT);
  if (width != call->width || height != call->height) return 1;
  if (sampling == TJSAMP_UNKNOWN || (space != TJCS_YCbCr && space != TJCS_GRAY)) return 1;
  tjscalingfactor scale = {1, (int)call->denominator};
  if (tj3SetScalingFactor(jpeg, scale)) return 1;
  if (allocate(call, TJSCALED(width, scale), TJSCALED(height, scale), sampling)) return 1;
  int has_chroma = sampling != TJSAMP_GRAY;
  call->across = has_chroma ? tjMCUWidth[sampling] / 8 : 0;
  call->down = has_chroma ? tjMCUHeight[sampling] / 8 : 0;
  uint8_t *planes[PLANES] = {call->luma, call->cb, call->cr};
  int strides[PLANES] = {(int)call->luma_stride, (int)call->chroma_stride, (int)call->chroma_stride};
  if (!tj3DecompressToYUVPlanes8(jpeg, bytes, length, planes, strides)) return 0;
  free(call->block);
  call->block = NULL;
  return 1;
}

// Fails if anything is unusual, including a warning. Java then uses a different decoder.
EXPORT int32_t edgepix_jpeg_decode(JpegDecode *call) {
  tjhandle jpeg = tj3Init(TJINIT_DECOMPRESS);
  if (!jpeg) return 1;
  int failed = decode(jpeg, call);
  tj3Destroy(jpeg);
  return failed;
}

// Recodes an arithmetic-coded JPEG with Huffman codes, without loss. Fails if anything is unusual.
EXPORT int32_t edgepix_jpeg_recode(JpegRecode *call) {
  tjhandle jpeg = tj3Init(TJINIT_TRANSFORM);
  if (!jpeg) return 1;
  tjtransform same = {.op = TJXOP_NONE};
  uint8_t *result = NULL;
  size_t length = 0;
  int failed = tj3Set(jpeg, TJPARAM_STOPONWARNING, 1) || tj3Set(jpeg, TJPARAM_SCANLIMIT, (int)call->max_scans) ||
               tj3Transform(jpeg, call->bytes, (size_t)call->length, 1, &result, &length, &same);
  tj3Destroy(jpeg);
  call->result = result;
  call->result_length = (int64_t)length;
  if (failed) free(result);
  return failed;
}

// Repeats the last column and row of a plane with odd sides, because 2x2 blocks extend beyond them.
static void pad_to_even(uint8_t *plane, int64_t stride, int width, int height) {
  if (width & 1)
    for (int y = 0; y < height; y++) plane[y * stride + width] = plane[y * stride + width - 1];
  if (height & 1) memcpy(plane + height * stride, plane + (height - 1) * stride, (size_t)width + (width & 1));
}

// Replaces the result by one with the shortest codes.
static void shorten(JpegEncode *call) {
  uint8_t *shortened = edgepix_jpeg_shorten(call->result, call->result_length, &call->result_length);
  if (!shortened) return;
  free(call->result);
  call->result = shortened;
}

// Small pictures get their codes from libjpeg-turbo, which is faster for them.
EXPORT int32_t edgepix_jpeg_encode(JpegEncode *call) {
  tjhandle jpeg = tj3Init(TJINIT_COMPRESS);
  if (!jpeg) return 1;
  int width = (int)call->width, height = (int)call->height;
  const uint8_t *planes[PLANES] = {call->luma, call->cb, call->cr};
  int strides[PLANES] = {(int)call->luma_stride, (int)call->chroma_stride, (int)call->chroma_stride};
  uint8_t *result = NULL;
  size_t length = 0;
  pad_to_even(call->luma, call->luma_stride, width, height);
  int is_large = (int64_t)width * height >= LARGE;
  int failed = tj3Set(jpeg, TJPARAM_QUALITY, (int)call->quality) ||
               tj3Set(jpeg, TJPARAM_SUBSAMP, (int)call->sampling) || tj3Set(jpeg, TJPARAM_OPTIMIZE, !is_large) ||
               tj3CompressFromYUVPlanes8(jpeg, planes, width, strides, height, &result, &length);
  tj3Destroy(jpeg);
  call->result = result;
  call->result_length = (int64_t)length;
  if (failed) free(result);
  if (!failed && is_large) shorten(call);
  return failed;
}

EXPORT int32_t edgepix_jpeg_to_rgb(JpegToRgb *call) {
  tjhandle jpeg = tj3Init(TJINIT_DECOMPRESS);
  if (!jpeg) return 1;
  const uint8_t *planes[PLANES] = {call->luma, call->cb, call->cr};
  int strides[PLANES] = {(int)call->luma_stride, (int)call->chroma_stride, (int)call->chroma_stride};
  int failed = tj3Set(jpeg, TJPARAM_SUBSAMP, TJSAMP_444) ||
               tj3DecodeYUVPlanes8(jpeg, planes, strides, call->rgb, (int)call->width, 0, (int)call->height, TJPF_RGB);
  tj3Destroy(jpeg);
  return failed;
}

EXPORT int32_t edgepix_jpeg_to_planes(JpegToPlanes *call) {
  tjhandle jpeg = tj3Init(TJINIT_COMPRESS);
  if (!jpeg) return 1;
  uint8_t *planes[PLANES] = {call->luma, call->cb, call->cr};
  int strides[PLANES] = {(int)call->luma_stride, (int)call->chroma_stride, (int)call->chroma_stride};
  int failed = tj3Set(jpeg, TJPARAM_SUBSAMP, (int)call->sampling) ||
               tj3EncodeYUVPlanes8(jpeg, call->samples, (int)call->width, 0, (int)call->height,
                                   call->bands == 4 ? TJPF_RGBX : TJPF_RGB, planes, strides);
  tj3Destroy(jpeg);
  return failed;
}
