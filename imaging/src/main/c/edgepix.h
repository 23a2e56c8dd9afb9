// Declarations for the functions that Java calls. Each function takes a pointer to the struct of its parameters, and
// returns 0, or 1 if it failed. There is only one signature, so that call.c can call all of them.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "calls.h"

#define EXPORT __attribute__((visibility("default")))

// Declared here, so that the build does not need the C library's headers.
void *malloc(size_t size);
void free(void *block);
void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
void *memset(void *to, int value, size_t count);
int posix_memalign(void **block, size_t alignment, size_t size);
