// The compiler brings stdint.h and needs no more of a C library than this.
#include <stdint.h>
