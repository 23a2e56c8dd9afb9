// Animated WebP by libwebp's own encoder of animations, which stores of each frame what differs from the one before.
#include "edgepix.h"
#include "webp/encode.h"
#include "webp/mux.h"

// a[0..1]: width, height; a[2]: how often it is played, 0 for without end; a[3]: 1 where frames are coded without loss
// if that is shorter; a[4], out: the encoder.
EXPORT int32_t edgepix_webp_animation_start(slot *a) {
  WebPAnimEncoderOptions options;
  if (!WebPAnimEncoderOptionsInit(&options)) return 1;
  options.anim_params.loop_count = (int)a[2];
  options.anim_params.bgcolor = 0;
  options.kmax = 0; // no key frames but the first
  options.allow_mixed = (int)a[3];
  a[4] = address(WebPAnimEncoderNew((int)a[0], (int)a[1], &options));
  return !a[4];
}

// Takes the next frame.
// a[0]: the encoder; a[1]: RGB or RGBA, rows without gaps; a[2]: its bands; a[3..4]: width, height; a[5]: its number;
// a[6]: quality; a[7]: effort, 0 to 6.
EXPORT int32_t edgepix_webp_animation_add(slot *a) {
  WebPConfig config;
  WebPPicture picture;
  if (!WebPConfigInit(&config) || !WebPPictureInit(&picture)) return 1;
  int bands = (int)a[2];
  config.quality = (float)a[6];
  config.method = (int)a[7];
  picture.width = (int)a[3];
  picture.height = (int)a[4];
  picture.use_argb = 1;
  int failed = !(bands == 4 ? WebPPictureImportRGBA(&picture, at(a[1]), picture.width * bands)
                            : WebPPictureImportRGB(&picture, at(a[1]), picture.width * bands)) ||
               !WebPAnimEncoderAdd(at(a[0]), &picture, (int)a[5], &config);
  WebPPictureFree(&picture);
  return failed;
}

// a[0]: the encoder; a[1]: how many frames there are; a[2..3], out: bytes, length.
EXPORT int32_t edgepix_webp_animation_finish(slot *a) {
  WebPData data = {NULL, 0};
  if (!WebPAnimEncoderAdd(at(a[0]), NULL, (int)a[1], NULL) || !WebPAnimEncoderAssemble(at(a[0]), &data)) return 1;
  a[2] = address(data.bytes);
  a[3] = (slot)data.size;
  return 0;
}

// a[0]: the encoder.
EXPORT int32_t edgepix_webp_animation_end(slot *a) {
  WebPAnimEncoderDelete(at(a[0]));
  return 0;
}
