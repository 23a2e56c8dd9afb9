// Formats by libvips: PNG, AVIF and animated WebP in, PNG, AVIF and GIF out. All other loaders are blocked.
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
int vips_pngload_buffer(void *bytes, size_t length, VipsImage **out, ...);
int vips_heifload_buffer(void *bytes, size_t length, VipsImage **out, ...);
int vips_webpload_buffer(void *bytes, size_t length, VipsImage **out, ...);
int vips_gifsave_buffer(VipsImage *in, void **bytes, size_t *length, ...);
int vips_pngsave_buffer(VipsImage *in, void **bytes, size_t *length, ...);
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
enum { STRIP = 64 }; // rows that are decoded at once
enum { SEQUENTIAL = 1, FAIL_ON_WARNING = 3, GREY = 1, SRGB = 22, UCHAR = 0, USHORT = 2, AV1 = 4, CHROMA_HALVED = 1, CHROMA_WHOLE = 2, KEEP_NOTHING = 0 };

// To be called once, before anything else here.
EXPORT int32_t edgepix_vips_start(slot *a) {
  (void)a;
  setenv("VIPS_WARNING", "0", 1); // else damaged pictures fill the log
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

static int load(const slot *a, VipsImage **out) {
  void *bytes = at(a[0]);
  size_t length = (size_t)a[1];
  return a[2] == AVIF
             ? vips_heifload_buffer(bytes, length, out, "access", SEQUENTIAL, "fail_on", FAIL_ON_WARNING, NULL)
             : vips_pngload_buffer(bytes, length, out, "access", SEQUENTIAL, "fail_on", FAIL_ON_WARNING, NULL);
}

// How many bits of a sample count: of 16-bit samples the upper ones, of 8-bit samples all.
static int depth(const VipsImage *image) {
  int bits;
  if (vips_image_get_format(image) == UCHAR) return 8;
  return vips_image_get_int(image, "bits-per-sample", &bits) || bits < 9 || bits > 16 ? 16 : bits;
}

// a[0..2]: bytes, length, kind; a[3..4], out: width, height as shown, orientation applied; a[5], out: depth.
EXPORT int32_t edgepix_vips_header(slot *a) {
  VipsImage *image = NULL;
  if (load(a, &image)) {
    vips_error_clear();
    return 1;
  }
  a[3] = vips_image_get_width(image);
  a[4] = vips_image_get_height(image);
  a[5] = depth(image);
  g_object_unref(image);
  return 0;
}

// Takes a reference away and gives one back, to the picture as 8-bit sRGB.
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

// A PNG becomes 8-bit sRGB; an AVIF keeps its colours, of more than 8 bits in the upper bits of 16.
// a[0..2]: bytes, length, kind; a[3..7], out: samples without gaps, width, height, bands: 3, or 4 with alpha, depth.
EXPORT int32_t edgepix_vips_decode(slot *a) {
  VipsImage *image = NULL;
  size_t size;
  if (!load(a, &image) && (a[2] == AVIF || (image = srgb(image)))) {
    a[4] = vips_image_get_width(image);
    a[5] = vips_image_get_height(image);
    a[6] = vips_image_get_bands(image);
    a[7] = depth(image);
    int usable = vips_image_get_format(image) == UCHAR || vips_image_get_format(image) == USHORT;
    if (usable) a[3] = address(vips_image_write_to_memory(image, &size));
    g_object_unref(image);
  }
  vips_error_clear();
  return !a[3];
}

// a[0..3]: samples without gaps, width, height, bands: 3, or 4 with straight alpha; a[4]: quality; a[5]: effort, 0 to 9;
// a[6]: 1 where chroma is halved; a[7..8], out: bytes, length.
EXPORT int32_t edgepix_vips_encode_avif(slot *a) {
  int width = (int)a[1], height = (int)a[2], bands = (int)a[3];
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *plain = vips_image_new_from_memory(at(a[0]), (size_t)width * height * bands, width, height, bands, UCHAR);
  VipsImage *image = NULL;
  int failed = !plain || vips_copy(plain, &image, "interpretation", SRGB, NULL) ||
               vips_heifsave_buffer(image, &bytes, &length, "Q", (int)a[4], "effort", (int)a[5], "compression", AV1,
                                    "subsample_mode", a[6] ? CHROMA_HALVED : CHROMA_WHOLE, "bitdepth", 8, "keep", KEEP_NOTHING, NULL);
  if (image) g_object_unref(image);
  if (plain) g_object_unref(plain);
  vips_error_clear();
  a[7] = address(bytes);
  a[8] = (slot)length;
  return failed;
}

// a[0..3]: samples without gaps, width, height, bands: 1 or 3, and 1 more with straight alpha; a[4]: 1 where a filter is
// chosen for each row, else none is used; a[5..6], out: bytes, length.
EXPORT int32_t edgepix_vips_encode_png(slot *a) {
  int width = (int)a[1], height = (int)a[2], bands = (int)a[3];
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *plain = vips_image_new_from_memory(at(a[0]), (size_t)width * height * bands, width, height, bands, UCHAR);
  VipsImage *image = NULL;
  int failed = !plain || vips_copy(plain, &image, "interpretation", bands < 3 ? GREY : SRGB, NULL) ||
               vips_pngsave_buffer(image, &bytes, &length, "compression", a[4] ? LEVEL_FILTERED : LEVEL,
                                   "filter", a[4] ? ALL_FILTERS : NO_FILTER, "keep", KEEP_NOTHING, NULL);
  if (image) g_object_unref(image);
  if (plain) g_object_unref(plain);
  vips_error_clear();
  a[5] = address(bytes);
  a[6] = (slot)length;
  return failed;
}

// Opens an animated WebP, whose frames lie below each other, as 8-bit sRGB.
// a[0..1]: bytes, which must stay, length; a[2]: how many frames are wanted; a[3..5], out: width, height of all,
// bands: 3, or 4 with straight alpha; a[6..7], out: picture, region.
EXPORT int32_t edgepix_vips_open(slot *a) {
  VipsImage *image = NULL;
  int failed = vips_webpload_buffer(at(a[0]), (size_t)a[1], &image, "n", (int)a[2], "access", SEQUENTIAL, "fail_on",
                                    FAIL_ON_WARNING, NULL);
  if (!failed && (image = srgb(image))) {
    a[3] = vips_image_get_width(image);
    a[4] = vips_image_get_height(image);
    a[5] = vips_image_get_bands(image);
    a[6] = address(image);
    a[7] = address(vips_region_new(image));
  }
  vips_error_clear();
  return !a[7];
}

// Decodes rows, which come from top to bottom.
// a[0]: region; a[1..4]: width, bands, first row, how many; a[5]: where they go, without gaps.
EXPORT int32_t edgepix_vips_rows(slot *a) {
  int64_t stride = a[1] * a[2];
  uint8_t *to = at(a[5]);
  for (int64_t y = 0; y < a[4]; y += STRIP) {
    int64_t rows = a[4] - y < STRIP ? a[4] - y : STRIP;
    size_t length = 0;
    uint8_t *strip = vips_region_fetch(at(a[0]), 0, (int)(a[3] + y), (int)a[1], (int)rows, &length);
    int whole = strip && length == (size_t)(rows * stride);
    if (whole) memcpy(to + y * stride, strip, length);
    g_free(strip);
    if (!whole) {
      vips_error_clear();
      return 1;
    }
  }
  return 0;
}

// a[0..1]: picture, region.
EXPORT int32_t edgepix_vips_close(slot *a) {
  g_object_unref(at(a[1]));
  g_object_unref(at(a[0]));
  return 0;
}

// a[0..2]: RGBA of frames below each other, without gaps, their width and height; a[3]: how many; a[4]: an int32 each,
// for how many milliseconds it is shown, a multiple of 10; a[5]: how often all are played, 0 for without end;
// a[6]: effort, 1 to 10; a[7..8], out: bytes, length.
EXPORT int32_t edgepix_vips_encode_gif(slot *a) {
  int width = (int)a[1], height = (int)(a[2] * a[3]);
  size_t length = 0;
  void *bytes = NULL;
  VipsImage *plain = vips_image_new_from_memory(at(a[0]), (size_t)width * height * 4, width, height, 4, UCHAR);
  VipsImage *image = NULL;
  int failed = !plain || vips_copy(plain, &image, "interpretation", SRGB, NULL);
  if (!failed) {
    vips_image_set_int(image, "page-height", (int)a[2]);
    vips_image_set_int(image, "loop", (int)a[5]);
    vips_image_set_array_int(image, "delay", at(a[4]), (int)a[3]);
    failed = vips_gifsave_buffer(image, &bytes, &length, "effort", (int)a[6], "keep_duplicate_frames", 1, "keep",
                                 KEEP_NOTHING, NULL);
  }
  if (image) g_object_unref(image);
  if (plain) g_object_unref(plain);
  vips_error_clear();
  a[7] = address(bytes);
  a[8] = (slot)length;
  return failed;
}
