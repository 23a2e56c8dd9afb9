// WebP by libwebp, from and to planes of luma and chroma in the narrow range of BT.601.
#include "edgepix.h"
#include "webp/decode.h"
#include "webp/encode.h"

static int encode(WebPPicture *picture, const WebPConfig *config, uint8_t **result, int64_t *length) {
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  picture->writer = WebPMemoryWrite;
  picture->custom_ptr = &writer;
  int failed = !WebPEncode(config, picture);
  if (failed) WebPMemoryWriterClear(&writer);
  *result = writer.mem;
  *length = (int64_t)writer.size;
  return failed;
}

static int configure(WebPConfig *config, int64_t quality) {
  if (!WebPConfigInit(config)) return 1;
  config->quality = (float)quality;
  config->method = 4;
  return 0;
}

EXPORT int32_t edgepix_webp_encode(WebpEncode *call) {
  WebPConfig config;
  WebPPicture picture;
  if (configure(&config, call->quality) || !WebPPictureInit(&picture)) return 1;
  picture.width = (int)call->width;
  picture.height = (int)call->height;
  picture.colorspace = WEBP_YUV420;
  picture.y = call->luma;
  picture.u = call->cb;
  picture.v = call->cr;
  picture.y_stride = (int)call->luma_stride;
  picture.uv_stride = (int)call->chroma_stride;
  int failed = encode(&picture, &config, &call->result, &call->result_length);
  WebPPictureFree(&picture);
  return failed;
}

EXPORT int32_t edgepix_webp_encode_rgb(WebpEncodeRgb *call) {
  WebPConfig config;
  WebPPicture picture;
  if (configure(&config, call->quality) || !WebPPictureInit(&picture)) return 1;
  int bands = (int)call->bands;
  config.lossless = (int)call->lossless;
  config.use_sharp_yuv = (int)call->sharp;
  picture.use_argb = call->lossless || call->sharp;
  picture.width = (int)call->width;
  picture.height = (int)call->height;
  int failed = !(bands == 4 ? WebPPictureImportRGBA(&picture, call->samples, picture.width * bands)
                            : WebPPictureImportRGB(&picture, call->samples, picture.width * bands));
  failed = failed || encode(&picture, &config, &call->result, &call->result_length);
  WebPPictureFree(&picture);
  return failed;
}

// Decodes a still, lossy picture without alpha.
EXPORT int32_t edgepix_webp_decode(WebpDecode *call) {
  return !WebPDecodeYUVInto(call->bytes, (size_t)call->length, call->luma, (size_t)call->luma_size,
                            (int)call->luma_stride, call->cb, (size_t)call->chroma_size, (int)call->chroma_stride,
                            call->cr, (size_t)call->chroma_size, (int)call->chroma_stride);
}

// Decodes the available rows of a truncated still picture.
EXPORT int32_t edgepix_webp_part(WebpPart *call) {
  int bands = (int)call->bands, stride = (int)call->width * bands;
  WebPIDecoder *decoder = WebPINewRGB(bands == 4 ? MODE_RGBA : MODE_RGB, call->samples,
                                      (size_t)stride * (size_t)call->height, stride);
  if (!decoder) return 1;
  WebPIAppend(decoder, call->bytes, (size_t)call->length); // fails after the last available row
  int rows = 0;
  const uint8_t *known = WebPIDecGetRGB(decoder, &rows, NULL, NULL, NULL);
  WebPIDelete(decoder);
  call->rows = rows;
  return !known;
}

EXPORT int32_t edgepix_webp_features(WebpFeatures *call) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(call->bytes, (size_t)call->length, &features) != VP8_STATUS_OK) return 1;
  call->width = features.width;
  call->height = features.height;
  call->has_alpha = features.has_alpha;
  call->has_animation = features.has_animation;
  call->format = features.format;
  return 0;
}
