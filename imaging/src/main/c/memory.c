// Memory outside Java's heap.
#include "edgepix.h"

enum { ALIGNMENT = 64 };

EXPORT int32_t edgepix_allocate(Allocate *call) {
  return posix_memalign(&call->block, ALIGNMENT, (size_t)call->size) != 0;
}

EXPORT int32_t edgepix_free(Free *call) {
  free(call->block);
  return 0;
}
