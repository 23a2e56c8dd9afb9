// The program that draws an SVG in its own process.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Irrevocably limits the process to what drawing needs. Returns 0 on success.
int confine(uint64_t address_bytes, uint64_t seconds);
