// Formats by libvips.
#include "edgepix.h"
