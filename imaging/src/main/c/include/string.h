// What libwebp's header wants of it is in edgepix.h.
#pragma once
#include <stddef.h>
