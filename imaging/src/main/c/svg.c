// Draws a part of one SVG: it comes on standard input, its samples go to standard output.
//   edgepix-svg BYTES SECONDS WHOLE_WIDTH WHOLE_HEIGHT LEFT TOP WIDTH HEIGHT
// BYTES is how much address space it may use, SECONDS how much processor time; then come the size that the SVG states and
// the part of it that is drawn, in pixels. Exit status: 0, or one of those below, or the signal by which it went over a limit.
#include "svg.h"

typedef struct VipsImage VipsImage;

enum { CANNOT_START = 1, BROKEN = 2, NOT_DRAWN = 3 };

long strtol(const char *text, char **end, int base);
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
int vips_extract_area(VipsImage *in, VipsImage **out, int left, int top, int width, int height, ...);
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

// CSS has 96 dots an inch, of which libvips makes 96 / 72 pixels.
static int draw(void *svg, size_t length, const int area[6]) {
  VipsImage *whole = NULL, *image = NULL;
  if (vips_svgload_buffer(svg, length, &whole, "dpi", 96.0, "scale", 72.0 / 96.0, NULL)) return BROKEN;
  if (vips_image_get_width(whole) != area[0] || vips_image_get_height(whole) != area[1]) return BROKEN;
  if (vips_extract_area(whole, &image, area[2], area[3], area[4], area[5], NULL)) return NOT_DRAWN;
  size_t size;
  void *samples = vips_image_get_bands(image) == 4 ? vips_image_write_to_memory(image, &size) : NULL;
  return samples ? output(samples, size) : NOT_DRAWN;
}

static int run(int count, char **arguments, char **environment) {
  (void)environment;
  if (count != 9) return CANNOT_START;
  uint64_t bytes = (uint64_t)strtol(arguments[1], NULL, 10), seconds = (uint64_t)strtol(arguments[2], NULL, 10);
  if (confine(bytes, seconds) || start()) return CANNOT_START;
  int area[6];
  for (int i = 0; i < 6; i++) area[i] = (int)strtol(arguments[3 + i], NULL, 10);
  size_t length;
  uint8_t *svg = input(&length);
  if (!svg) return NOT_DRAWN;
  return draw(svg, length, area);
}

__attribute__((used)) static void begin(long *stack) {
  _exit(__libc_start_main(run, (int)stack[0], (char **)(stack + 1), NULL, NULL, NULL, stack));
}

// The kernel leaves the count of arguments, and behind it the arguments, where the stack pointer points.
__attribute__((naked)) void _start(void) { __asm__("mov %rsp, %rdi\n\tand $-16, %rsp\n\tcall begin"); }
