// The program that draws an SVG, in a process of its own.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Limits the process, irrevocably, to what drawing needs. Returns 0 on success.
int confine(uint64_t address_bytes, uint64_t seconds);
