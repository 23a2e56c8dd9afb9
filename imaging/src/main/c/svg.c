// Draws one SVG: it comes on standard input, its size and samples go to standard output.
//   edgepix-svg BYTES SECONDS SCALE
// BYTES is how much address space it may use, SECONDS how much processor time, SCALE how much of the drawing's own size it is drawn at. With scale 0 it
// only tells the size. Exit status: 0, or one of those below, or the signal by which it went over a limit.
#include "svg.h"

typedef struct VipsImage VipsImage;

enum { CANNOT_START = 1, BROKEN = 2, NOT_DRAWN = 3 };

long strtol(const char *text, char **end, int base);
double strtod(const char *text, char **end);
int setenv(const char *name, const char *value, int overwrite);
void *malloc(size_t size);
void *realloc(void *block, size_t size);
ptrdiff_t read(int file, void *to, size_t size);
ptrdiff_t write(int file, const void *from, size_t size);
_Noreturn void _exit(int status);
int __libc_start_main(int (*run)(int, char **, char **), int count, char **arguments, void (*before)(void),
                      void (*after)(void), void (*loader)(void), void *stack);

int vips_init(const char *program);
void vips_concurrency_set(int threads);
void vips_cache_set_max(int operations);
void vips_operation_block_set(const char *name, int state);
int vips_svgload_buffer(void *bytes, size_t length, VipsImage **out, ...);
int vips_image_get_width(const VipsImage *image);
int vips_image_get_height(const VipsImage *image);
int vips_image_get_bands(const VipsImage *image);
void *vips_image_write_to_memory(VipsImage *image, size_t *size);

static int start(void) {
  setenv("VIPS_WARNING", "0", 1);
  if (vips_init("edgepix-svg")) return 1;
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_operation_block_set("VipsForeignLoad", 1);
  vips_operation_block_set("VipsForeignLoadSvgBuffer", 0);
  return 0;
}

// All that comes; NULL where that cannot be held.
static uint8_t *input(size_t *length) {
  size_t room = 1 << 16;
  uint8_t *bytes = malloc(room);
  *length = 0;
  while (bytes) {
    ptrdiff_t came = read(0, bytes + *length, room - *length);
    if (came <= 0) return came ? NULL : bytes;
    *length += (size_t)came;
    if (*length == room) bytes = realloc(bytes, room *= 2);
  }
  return NULL;
}

static int output(const void *bytes, size_t length) {
  const uint8_t *from = bytes;
  while (length) {
    ptrdiff_t went = write(1, from, length);
    if (went <= 0) return NOT_DRAWN;
    from += went;
    length -= (size_t)went;
  }
  return 0;
}

static VipsImage *load(void *svg, size_t length, double scale) {
  VipsImage *image = NULL;
  return vips_svgload_buffer(svg, length, &image, "scale", scale, NULL) ? NULL : image;
}

// libvips takes sides it cannot hold for 1. Where that 1 is true, it vanishes at this scale.
static int is_beyond(void *svg, size_t length, int width, int height) {
  if (width > 1 && height > 1) return 0;
  int longer = width > height ? width : height;
  return load(svg, length, 0.6 / (longer > 2 ? longer : 2)) != NULL;
}

static int tell(void *svg, size_t length) {
  VipsImage *image = load(svg, length, 1);
  if (!image) return BROKEN;
  int32_t size[] = {vips_image_get_width(image), vips_image_get_height(image)};
  if (is_beyond(svg, length, size[0], size[1])) size[0] = size[1] = INT32_MAX;
  return output(size, sizeof size);
}

static int draw(void *svg, size_t length, double scale) {
  VipsImage *image = load(svg, length, scale);
  if (!image) return BROKEN;
  size_t size;
  void *samples = vips_image_get_bands(image) == 4 ? vips_image_write_to_memory(image, &size) : NULL;
  if (!samples) return NOT_DRAWN;
  int32_t sides[] = {vips_image_get_width(image), vips_image_get_height(image)};
  int failed = output(sides, sizeof sides);
  return failed ? failed : output(samples, size);
}

static int run(int count, char **arguments, char **environment) {
  (void)environment;
  if (count != 4) return CANNOT_START;
  uint64_t bytes = (uint64_t)strtol(arguments[1], NULL, 10), seconds = (uint64_t)strtol(arguments[2], NULL, 10);
  if (confine(bytes, seconds) || start()) return CANNOT_START;
  double scale = strtod(arguments[3], NULL);
  size_t length;
  uint8_t *svg = input(&length);
  if (!svg) return NOT_DRAWN;
  return scale > 0 ? draw(svg, length, scale) : tell(svg, length);
}

__attribute__((used)) static void begin(long *stack) {
  _exit(__libc_start_main(run, (int)stack[0], (char **)(stack + 1), NULL, NULL, NULL, stack));
}

// The kernel leaves the count of arguments, and behind it the arguments, where the stack pointer points.
__attribute__((naked)) void _start(void) { __asm__("mov %rsp, %rdi\n\tand $-16, %rsp\n\tcall begin"); }
