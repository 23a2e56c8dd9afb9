// The program that draws an SVG, in a process of its own.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { SECONDS = 5 };

// Gives up, for good, whatever drawing does not need; 0 where that went well.
int confine(uint64_t address_bytes);
