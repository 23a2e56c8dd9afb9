// Formats by libvips. Reads PNG, AVIF and animated WebP, and writes PNG, AVIF, GIF and JPEG by mozjpeg. All other loaders
// are blocked.
#include "edgepix.h"

typedef struct VipsImage VipsImage;
typedef struct VipsRegion VipsRegion;

int setenv(const char *name, const char *value, int overwrite);
int vips_init(const char *program);
void vips_concurrency_set(int threads);
void vips_cache_set_max(int operations);
void vips_block_untrusted_set(int state);
void vips_operation_block_set(const char *name, int state);
void vips_error_clear(void);
void g_object_unref(void *object);
int vips_pngload_buffer(const void *bytes, size_t length, VipsImage **out, ...);
int vips_heifload_buffer(const void *bytes, size_t length, VipsImage **out, ...);
int vips_webpload_buffer(const void *bytes, size_t length, VipsImage **out, ...);
int vips_gifsave_buffer(VipsImage *in, void **bytes, size_t *length, ...);
int vips_pngsave_buffer(VipsImage *in, void **bytes, size_t *length, ...);
int vips_jpegsave_buffer(VipsImage *in, void **bytes, size_t *length, ...);
int vips_heifsave_buffer(VipsImage *in, void **bytes, size_t *length, ...);
int vips_icc_transform(VipsImage *in, VipsImage **out, const char *profile, ...);
int vips_colourspace(VipsImage *in, VipsImage **out, int space, ...);
int vips_cast_uchar(VipsImage *in, VipsImage **out, ...);
int vips_image_get_width(const VipsImage *image);
int vips_image_get_height(const VipsImage *image);
int vips_image_get_bands(const VipsImage *image);
int vips_image_get_format(const VipsImage *image);
int vips_image_get_int(const VipsImage *image, const char *name, int *out);
size_t vips_image_get_typeof(const VipsImage *image, const char *name);
VipsImage *vips_image_new_from_memory(const void *samples, size_t size, int width, int height, int bands, int format);
void *vips_image_write_to_memory(VipsImage *image, size_t *size);
int vips_copy(VipsImage *in, VipsImage **out, ...);
void vips_image_set_int(VipsImage *image, const char *name, int value);
void vips_image_set_array_int(VipsImage *image, const char *name, const int *array, int count);
VipsRegion *vips_region_new(VipsImage *image);
uint8_t *vips_region_fetch(VipsRegion *region, int left, int top, int width, int height, size_t *length);
void g_free(void *block);

enum { PNG, AVIF };
enum { NO_FILTER = 0x08, ALL_FILTERS = 0xF8, LEVEL = 6, LEVEL_FILTERED = 7 }; // of PNG
enum { QUANT_TABLE = 3 }; // of JPEG
enum { STRIP = 64 }; // rows that are decoded at a time
enum {
  SEQUENTIAL = 1, FAIL_ON_WARNING = 3, GREY = 1, SRGB = 22, UCHAR = 0, USHORT = 2, AV1 = 4,
  CHROMA_HALVED = 1, CHROMA_WHOLE = 2, KEEP_NOTHING = 0
}; // of libvips

// Must be called once, before all other functions in this file.
EXPORT int32_t edgepix_vips_start(VipsStart *call) {
  (void)call;
  setenv("VIPS_WARNING", "0", 1); // damaged pictures would fill the log
  if (vips_init("edgepix")) return 1;
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_block_untrusted_set(1);
  vips_operation_block_set("VipsForeignLoad", 1);
  vips_operation_block_set("VipsForeignLoadPngBuffer", 0);
  vips_operation_block_set("VipsForeignLoadHeifBuffer", 0);
  vips_operation_block_set("VipsForeignLoadWebpBuffer", 0);
  return 0;
}

static int load(const uint8_t *bytes, int64_t length, int64_t format, VipsImage **out) {
  return format == AVIF ? vips_heifload_buffer(bytes, (size_t)length, out, "access", SEQUENTIAL, "fail_on",
                                               FAIL_ON_WARNING, NULL)
                        : vips_pngload_buffer(bytes, (size_t)length, out, "access", SEQUENTIAL, "fail_on",
                                              FAIL_ON_WARNING, NULL);
}

// Returns the number of significant bits of a sample: all 8 of a byte, or the upper ones of 16 bits.
static int depth(const VipsImage *image) {
  int bits;
  if (vips_image_get_format(image) == UCHAR) return 8;
  return vips_image_get_int(image, "bits-per-sample", &bits) || bits < 9 || bits > 16 ? 16 : bits;
}

EXPORT int32_t edgepix_vips_header(VipsHeader *call) {
  VipsImage *image = NULL;
  if (load(call->bytes, call->length, call->format, &image)) {
    vips_error_clear();
    return 1;
  }
  call->width = vips_image_get_width(image);
  call->height = vips_image_get_height(image);
  call->depth = depth(image);
  g_object_unref(image);
  return 0;
}

// Converts to 8-bit sRGB. Releases the given image, and returns a new one, or NULL on failure.
static VipsImage *srgb(VipsImage *image) {
  VipsImage *converted = NULL, *bytes = NULL;
  if (vips_image_get_typeof(image, "icc-profile-data") &&
      !vips_icc_transform(image, &converted, "srgb", "embedded", 1, NULL)) {
    g_object_unref(image);
    image = converted;
  }
  int failed = vips_colourspace(image, &converted, SRGB, NULL);
  g_object_unref(image);
  if (failed) return NULL;
  failed = vips_cast_uchar(converted, &bytes, NULL);
  g_object_unref(converted);
  return failed ? NULL : bytes;
}

// Decodes a PNG to 8-bit sRGB. An AVIF keeps its colours, and stores more than 8 bits in the upper bits of 16.
EXPORT int32_t edgepix_vips_decode(VipsDecode *call) {
  VipsImage *image = NULL;
  size_t size;
  if (!load(call->bytes, call->length, call->format, &image) && (call->format == AVIF || (image = srgb(image)))) {
    call->width = vips_image_get_width(image);
    call->height = vips_image_get_height(image);
    call->bands = vips_image_get_bands(image);
    call->depth = depth(image);
    int usable = vips_image_get_format(image) == UCHAR || vips_image_get_format(image) == USHORT;
    if (usable) call->samples = vips_image_write_to_memory(image, &size);
    g_object_unref(image);
  }
  vips_error_clear();
  return !call->samples;
}

// Wraps samples of 8 bits without copying them. Returns NULL on failure.
static VipsImage *wrap(const uint8_t *samples, int64_t width, int64_t height, int64_t bands, int space) {
  VipsImage *plain = vips_image_new_from_memory(samples, (size_t)(width * height * bands), (int)width, (int)height,
                                                (int)bands, UCHAR);
  if (!plain) return NULL;
  VipsImage *image = NULL;
  int failed = vips_copy(plain, &image, "interpretation", space, NULL);
  g_object_unref(plain);
  return failed ? NULL : image;
}

// Ends an encoding: releases the image, if there is one, and passes the result on.
static int finish(VipsImage *image, int failed, void *bytes, size_t length, uint8_t **result, int64_t *result_length) {
  if (image) g_object_unref(image);
  vips_error_clear();
  *result = bytes;
  *result_length = (int64_t)length;
  return failed;
}

// Encodes a progressive JPEG with the quantisation of mozjpeg. Its table 3 is the one of ImageMagick.
EXPORT int32_t edgepix_vips_encode_jpeg(VipsEncodeJpeg *call) {
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *image = wrap(call->samples, call->width, call->height, call->bands, call->bands < 3 ? GREY : SRGB);
  int failed = !image || vips_jpegsave_buffer(image, &bytes, &length, "Q", (int)call->quality, "subsample_mode",
                                              call->halved ? CHROMA_HALVED : CHROMA_WHOLE, "interlace", 1,
                                              "trellis_quant", 1, "overshoot_deringing", 1, "optimize_scans", 1,
                                              "quant_table", QUANT_TABLE, "keep", KEEP_NOTHING, NULL);
  return finish(image, failed, bytes, length, &call->result, &call->result_length);
}

EXPORT int32_t edgepix_vips_encode_avif(VipsEncodeAvif *call) {
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *image = wrap(call->samples, call->width, call->height, call->bands, SRGB);
  int failed = !image || vips_heifsave_buffer(image, &bytes, &length, "Q", (int)call->quality, "effort",
                                              (int)call->effort, "compression", AV1, "subsample_mode", CHROMA_WHOLE,
                                              "bitdepth", 8, "keep", KEEP_NOTHING, NULL);
  return finish(image, failed, bytes, length, &call->result, &call->result_length);
}

EXPORT int32_t edgepix_vips_encode_png(VipsEncodePng *call) {
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *image = wrap(call->samples, call->width, call->height, call->bands, call->bands < 3 ? GREY : SRGB);
  int failed = !image || vips_pngsave_buffer(image, &bytes, &length, "compression",
                                             call->filtered ? LEVEL_FILTERED : LEVEL, "filter",
                                             call->filtered ? ALL_FILTERS : NO_FILTER, "keep", KEEP_NOTHING, NULL);
  return finish(image, failed, bytes, length, &call->result, &call->result_length);
}

EXPORT int32_t edgepix_vips_encode_gif(VipsEncodeGif *call) {
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *image = wrap(call->samples, call->width, call->height * call->frames, 4, SRGB);
  int failed = !image;
  if (image) {
    vips_image_set_int(image, "page-height", (int)call->height);
    vips_image_set_int(image, "loop", (int)call->loops);
    vips_image_set_array_int(image, "delay", call->delays, (int)call->frames);
    failed = vips_gifsave_buffer(image, &bytes, &length, "effort", (int)call->effort, "keep_duplicate_frames", 1,
                                 "keep", KEEP_NOTHING, NULL);
  }
  return finish(image, failed, bytes, length, &call->result, &call->result_length);
}

// Opens an animated WebP as 8-bit sRGB.
EXPORT int32_t edgepix_vips_open(VipsOpen *call) {
  VipsImage *image = NULL;
  int failed = vips_webpload_buffer(call->bytes, (size_t)call->length, &image, "n", (int)call->frames, "access",
                                    SEQUENTIAL, "fail_on", FAIL_ON_WARNING, NULL);
  if (!failed && (image = srgb(image))) {
    call->width = vips_image_get_width(image);
    call->height = vips_image_get_height(image);
    call->bands = vips_image_get_bands(image);
    call->image = image;
    call->region = vips_region_new(image);
  }
  vips_error_clear();
  return !call->region;
}

// Decodes rows of an animation, a strip at a time, so that libvips does not keep a second copy of a whole frame.
EXPORT int32_t edgepix_vips_rows(VipsRows *call) {
  int64_t stride = call->width * call->bands;
  for (int64_t y = 0; y < call->rows; y += STRIP) {
    int64_t rows = call->rows - y < STRIP ? call->rows - y : STRIP;
    size_t length = 0;
    uint8_t *strip = vips_region_fetch(call->region, 0, (int)(call->first_row + y), (int)call->width, (int)rows, &length);
    int complete = strip && length == (size_t)(rows * stride);
    if (complete) memcpy(call->samples + y * stride, strip, length);
    g_free(strip);
    if (!complete) {
      vips_error_clear();
      return 1;
    }
  }
  return 0;
}

EXPORT int32_t edgepix_vips_close(VipsClose *call) {
  g_object_unref(call->region);
  g_object_unref(call->image);
  return 0;
}
