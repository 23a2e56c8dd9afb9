// What Java calls: every function takes one array of 64-bit slots, which holds what goes in and what comes out, and
// answers 0, or 1 where it could not do it. One shape of call is all that Java has to prepare for.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

typedef int64_t slot;

// Of the C library, whose headers are not needed to build this.
void *malloc(size_t size);
void free(void *block);
void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memset(void *to, int value, size_t count);
int posix_memalign(void **block, size_t alignment, size_t size);

static inline void *at(slot address) { return (void *)(uintptr_t)address; }

static inline slot address(const void *pointer) { return (slot)(uintptr_t)pointer; }
