// The program that draws an SVG, in a process of its own.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Gives up, for good, whatever drawing does not need; 0 where that went well.
int confine(uint64_t address_bytes, uint64_t seconds);
