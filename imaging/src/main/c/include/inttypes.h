// The compiler provides stdint.h. Nothing else of this header is needed.
#include <stdint.h>
