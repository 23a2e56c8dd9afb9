// Draws a part of one SVG. Reads the SVG from standard input, and writes RGBA samples to standard output.
//   edgepix-svg BYTES SECONDS WHOLE_WIDTH WHOLE_HEIGHT LEFT TOP WIDTH HEIGHT
// BYTES limits the address space, and SECONDS the processor time. WHOLE_WIDTH and WHOLE_HEIGHT are the size that the
// SVG must state, and the others are the area to draw, in pixels. The exit status is 0 or one of those below. A signal
// ends the process if a limit is exceeded.
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

// Reads all of standard input. Returns NULL if there is not enough memory, or reading fails.
static uint8_t *input(size_t *length) {
  size_t room = 1 << 16;
  uint8_t *bytes = malloc(room);
  *length = 0;
  while (bytes) {
    ptrdiff_t count = read(0, bytes + *length, room - *length);
    if (count <= 0) return count ? NULL : bytes;
    *length += (size_t)count;
    if (*length == room) bytes = realloc(bytes, room *= 2);
  }
  return NULL;
}

static int output(const void *bytes, size_t length) {
  const uint8_t *from = bytes;
  while (length) {
    ptrdiff_t count = write(1, from, length);
    if (count <= 0) return NOT_DRAWN;
    from += count;
    length -= (size_t)count;
  }
  return 0;
}

typedef struct {
  int whole_width, whole_height; // that the SVG must have
  int left, top, width, height;
} Area;

// CSS has 96 dots per inch, for which libvips scales by 96 / 72. The scale undoes that.
static int draw(void *svg, size_t length, const Area *area) {
  VipsImage *whole = NULL, *image = NULL;
  if (vips_svgload_buffer(svg, length, &whole, "dpi", 96.0, "scale", 72.0 / 96.0, NULL)) return BROKEN;
  int width = vips_image_get_width(whole), height = vips_image_get_height(whole);
  if (width != area->whole_width || height != area->whole_height) return BROKEN;
  if (vips_extract_area(whole, &image, area->left, area->top, area->width, area->height, NULL)) return NOT_DRAWN;
  size_t size;
  void *samples = vips_image_get_bands(image) == 4 ? vips_image_write_to_memory(image, &size) : NULL;
  return samples ? output(samples, size) : NOT_DRAWN;
}

static int number(const char *text) { return (int)strtol(text, NULL, 10); }

static int run(int count, char **arguments, char **environment) {
  (void)environment;
  if (count != 9) return CANNOT_START;
  uint64_t bytes = (uint64_t)strtol(arguments[1], NULL, 10), seconds = (uint64_t)strtol(arguments[2], NULL, 10);
  if (confine(bytes, seconds) || start()) return CANNOT_START;
  Area area = {.whole_width = number(arguments[3]),
               .whole_height = number(arguments[4]),
               .left = number(arguments[5]),
               .top = number(arguments[6]),
               .width = number(arguments[7]),
               .height = number(arguments[8])};
  size_t length;
  uint8_t *svg = input(&length);
  if (!svg) return NOT_DRAWN;
  return draw(svg, length, &area);
}

__attribute__((used)) static void begin(long *stack) {
  _exit(__libc_start_main(run, (int)stack[0], (char **)(stack + 1), NULL, NULL, NULL, stack));
}

// At the start, the stack pointer points to the number of arguments. The arguments follow it.
__attribute__((naked)) void _start(void) { __asm__("mov %rsp, %rdi\n\tand $-16, %rsp\n\tcall begin"); }
