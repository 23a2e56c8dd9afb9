// What the functions that Java calls have in common: each takes a pointer to the struct of its parameters and returns 0,
// or 1 if it failed. Preparing one shape of call in Java takes as long as decoding a picture, so there is only one.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "calls.h"

#define EXPORT __attribute__((visibility("default")))

// Declared here because the C library's headers are not needed to build this.
void *malloc(size_t size);
void free(void *block);
void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memset(void *to, int value, size_t count);
int posix_memalign(void **block, size_t alignment, size_t size);
