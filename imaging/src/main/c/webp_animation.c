// Animated WebP by libwebp's animation encoder, which stores the part of each frame that differs from the previous one.
#include "edgepix.h"
#include "webp/encode.h"
#include "webp/mux.h"

EXPORT int32_t edgepix_webp_animation_start(WebpAnimationStart *call) {
  WebPAnimEncoderOptions options;
  if (!WebPAnimEncoderOptionsInit(&options)) return 1;
  options.anim_params.loop_count = (int)call->loops;
  options.anim_params.bgcolor = 0;
  options.kmax = 0; // no key frames except the first
  options.allow_mixed = (int)call->mixed;
  call->encoder = WebPAnimEncoderNew((int)call->width, (int)call->height, &options);
  return !call->encoder;
}

EXPORT int32_t edgepix_webp_animation_add(WebpAnimationAdd *call) {
  WebPConfig config;
  WebPPicture picture;
  if (!WebPConfigInit(&config) || !WebPPictureInit(&picture)) return 1;
  int bands = (int)call->bands;
  config.quality = (float)call->quality;
  config.method = (int)call->effort;
  picture.width = (int)call->width;
  picture.height = (int)call->height;
  picture.use_argb = 1;
  int failed = !(bands == 4 ? WebPPictureImportRGBA(&picture, call->samples, picture.width * bands)
                            : WebPPictureImportRGB(&picture, call->samples, picture.width * bands)) ||
               !WebPAnimEncoderAdd(call->encoder, &picture, (int)call->timestamp, &config);
  WebPPictureFree(&picture);
  return failed;
}

EXPORT int32_t edgepix_webp_animation_finish(WebpAnimationFinish *call) {
  WebPData data = {NULL, 0};
  if (!WebPAnimEncoderAdd(call->encoder, NULL, (int)call->timestamp, NULL) ||
      !WebPAnimEncoderAssemble(call->encoder, &data)) {
    return 1;
  }
  call->result = data.bytes;
  call->result_length = (int64_t)data.size;
  return 0;
}

EXPORT int32_t edgepix_webp_animation_end(WebpAnimationEnd *call) {
  WebPAnimEncoderDelete(call->encoder);
  return 0;
}
