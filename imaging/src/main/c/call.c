// The native method of Java that calls all other functions. Its name and parameters are those of JNI.
#include "edgepix.h"

EXPORT int32_t Java_io_edgepix_imaging_foreign_NativeCall_call(void *environment, void *type, int64_t function,
                                                               int64_t call) {
  (void)environment;
  (void)type;
  return ((int32_t(*)(void *))function)((void *)call);
}
