// WebP by libwebp, from and to planes of luma, chroma and alpha on the narrow scale of BT.601.
#include "edgepix.h"
#include "webp/decode.h"
#include "webp/encode.h"

enum { LOSSLESS = 1, SHARP = 2 };

static int encode(WebPPicture *picture, int quality, int mode, slot *a) {
  WebPConfig config;
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  picture->writer = WebPMemoryWrite;
  picture->custom_ptr = &writer;
  int failed = !WebPConfigInit(&config);
  config.quality = (float)quality;
  config.method = 4;
  config.lossless = mode == LOSSLESS;
  config.use_sharp_yuv = mode == SHARP;
  failed = failed || !WebPEncode(&config, picture);
  if (failed) WebPMemoryWriterClear(&writer);
  a[0] = address(writer.mem);
  a[1] = (slot)writer.size;
  return failed;
}

// a[0..3]: luma, two of chroma, alpha or 0; a[4..6]: strides of luma, chroma, alpha; a[7..8]: width, height;
// a[9]: quality; a[10..11], out: bytes, length.
EXPORT int32_t edgepix_webp_encode(slot *a) {
  WebPPicture picture;
  if (!WebPPictureInit(&picture)) return 1;
  picture.width = (int)a[7];
  picture.height = (int)a[8];
  picture.colorspace = a[3] ? WEBP_YUV420A : WEBP_YUV420;
  picture.y = at(a[0]);
  picture.u = at(a[1]);
  picture.v = at(a[2]);
  picture.a = at(a[3]);
  picture.y_stride = (int)a[4];
  picture.uv_stride = (int)a[5];
  picture.a_stride = (int)a[6];
  int failed = encode(&picture, (int)a[9], 0, a + 10);
  WebPPictureFree(&picture);
  return failed;
}

// a[0]: RGB or RGBA, rows without gaps; a[1]: its bands; a[2..3]: width, height; a[4]: quality, or effort where
// a[5] is 1, for lossless; it is 2 for chroma that is halved so that luma makes up for it; a[6..7], out: bytes, length.
EXPORT int32_t edgepix_webp_encode_rgb(slot *a) {
  WebPPicture picture;
  if (!WebPPictureInit(&picture)) return 1;
  int bands = (int)a[1], mode = (int)a[5];
  picture.use_argb = mode != 0;
  picture.width = (int)a[2];
  picture.height = (int)a[3];
  int failed = !(bands == 4 ? WebPPictureImportRGBA(&picture, at(a[0]), picture.width * bands)
                            : WebPPictureImportRGB(&picture, at(a[0]), picture.width * bands));
  failed = failed || encode(&picture, (int)a[4], mode, a + 6);
  WebPPictureFree(&picture);
  return failed;
}

// Of a still, lossy picture without alpha.
// a[0..1]: bytes, length; a[2..3]: luma and its stride; a[4..6]: two of chroma and their stride;
// a[7]: bytes of luma, a[8]: of one of chroma.
EXPORT int32_t edgepix_webp_decode(slot *a) {
  return !WebPDecodeYUVInto(at(a[0]), (size_t)a[1], at(a[2]), (size_t)a[7], (int)a[3], at(a[4]), (size_t)a[8],
                            (int)a[6], at(a[5]), (size_t)a[8], (int)a[6]);
}

// Of a still picture that is cut short.
// a[0..1]: bytes, length; a[2]: room for RGB or RGBA, rows without gaps; a[3]: bands; a[4..5]: width, height;
// a[6], out: how many rows there are.
EXPORT int32_t edgepix_webp_part(slot *a) {
  int bands = (int)a[3], stride = (int)a[4] * bands;
  WebPIDecoder *decoder =
      WebPINewRGB(bands == 4 ? MODE_RGBA : MODE_RGB, at(a[2]), (size_t)stride * (size_t)a[5], stride);
  if (!decoder) return 1;
  WebPIAppend(decoder, at(a[0]), (size_t)a[1]); // what it says of the rest does not matter
  int rows = 0;
  const uint8_t *known = WebPIDecGetRGB(decoder, &rows, NULL, NULL, NULL);
  WebPIDelete(decoder);
  a[6] = rows;
  return !known;
}

// a[0..1]: bytes, length; a[2..6], out: width, height, has alpha, has animation, 1 for lossy or 2 for lossless.
EXPORT int32_t edgepix_webp_features(slot *a) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(at(a[0]), (size_t)a[1], &features) != VP8_STATUS_OK) return 1;
  a[2] = features.width;
  a[3] = features.height;
  a[4] = features.has_alpha;
  a[5] = features.has_animation;
  a[6] = features.format;
  return 0;
}
