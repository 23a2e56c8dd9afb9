#include "edgepix.h"

// a[0]: bytes in, address out.
EXPORT int32_t edgepix_allocate(slot *a) {
  void *block;
  if (posix_memalign(&block, 64, (size_t)a[0])) return 1;
  a[0] = address(block);
  return 0;
}

// a[0]: an address that was allocated here or came out of a codec.
EXPORT int32_t edgepix_free(slot *a) {
  free(at(a[0]));
  return 0;
}
