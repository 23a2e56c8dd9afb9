// edgepix.h declares what libwebp's header needs from this one.
#pragma once
#include <stddef.h>
