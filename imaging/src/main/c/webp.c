// WebP by libwebp, from and to planes of luma and chroma in the narrow range of BT.601.
#include "edgepix.h"
#include "webp/decode.h"
#include "webp/encode.h"

enum { METHOD = 4 };

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

static int configure(WebPConfig *config, int64_t quality, int64_t method) {
  if (!WebPConfigInit(config)) return 1;
  config->quality = (float)quality;
  config->method = (int)method;
  return 0;
}

EXPORT int32_t edgepix_webp_encode(WebpEncode *call) {
  WebPConfig config;
  WebPPicture picture;
  if (configure(&config, call->quality, METHOD) || !WebPPictureInit(&picture)) return 1;
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
  if (configure(&config, call->quality, call->method) || !WebPPictureInit(&picture)) return 1;
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

// A sample of a row that no picture has.
static uint8_t unlikely(int64_t at) {
  return (uint8_t)(at * 101 + 13);
}

// Decodes the available rows of a truncated still picture. libwebp reports an error after the last one, and leaves all
// other samples as they were. Fails if not even the first row can be decoded.
EXPORT int32_t edgepix_webp_part(WebpPart *call) {
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) return 1;
  int64_t bands = call->bands, stride = call->width * bands;
  config.output.colorspace = bands == 4 ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = call->samples;
  config.output.u.RGBA.stride = (int)stride;
  config.output.u.RGBA.size = (size_t)stride * (size_t)call->height;
  for (int64_t i = 0; i < stride; i++) call->samples[i] = unlikely(i);
  WebPDecode(call->bytes, (size_t)call->length, &config);
  int64_t same = 0;
  while (same < stride && call->samples[same] == unlikely(same)) same++;
  return same == stride;
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
