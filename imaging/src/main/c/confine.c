// Limits what drawing may use. Files can still be opened for reading, because fonts are only looked up at the first
// text.
#include "svg.h"

typedef struct {
  uint64_t soft, hard;
} Limit;

typedef struct {
  uint16_t code;
  uint8_t if_true, if_false;
  uint32_t operand;
} Instruction; // struct sock_filter

typedef struct {
  uint16_t length;
  const Instruction *instructions;
} Program; // struct sock_fprog

int getrlimit(int resource, Limit *limit);
int setrlimit(int resource, const Limit *limit);
int prctl(int option, ...);
void (*signal(int number, void (*handler)(int)))(int);

enum { CPU = 0, FILE_SIZE = 1, CORE = 4, OPEN_FILES = 7, ADDRESSES = 9 }; // RLIMIT_*
enum { SET_SECCOMP = 22, NO_NEW_PRIVILEGES = 38, FILTER = 2 };            // of prctl
enum { FILE_TOO_LARGE = 25 };                                             // SIGXFSZ
enum { MAX_FILES = 32 };

#define IGNORED ((void (*)(int))1)

// Berkeley packet filter over struct seccomp_data: the number of the system call is at offset 0, and the architecture
// at offset 4.
enum { LOAD = 0x20, EQUAL = 0x15, AT_LEAST = 0x35, ANSWER = 0x06 };
enum { X86_64 = 0xC000003E, X32 = 0x40000000, ALLOWED = 0x7FFF0000, NOT_PERMITTED = 0x00050001 };
enum {
  SOCKET = 41, CONNECT = 42, FORK = 57, VFORK = 58, EXECVE = 59, KILL = 62, PTRACE = 101, READ_PROCESS = 310,
  WRITE_PROCESS = 311, EXECVEAT = 322, IO_URING = 425
};

static const Instruction FORBIDDEN[] = {
  {LOAD, 0, 0, 4},
  {EQUAL, 0, 13, X86_64},
  {LOAD, 0, 0, 0},
  {AT_LEAST, 11, 0, X32},
  {EQUAL, 10, 0, SOCKET},
  {EQUAL, 9, 0, CONNECT},
  {EQUAL, 8, 0, FORK},
  {EQUAL, 7, 0, VFORK},
  {EQUAL, 6, 0, EXECVE},
  {EQUAL, 5, 0, KILL},
  {EQUAL, 4, 0, PTRACE},
  {EQUAL, 3, 0, READ_PROCESS},
  {EQUAL, 2, 0, WRITE_PROCESS},
  {EQUAL, 1, 0, EXECVEAT},
  {EQUAL, 0, 1, IO_URING},
  {ANSWER, 0, 0, NOT_PERMITTED},
  {ANSWER, 0, 0, ALLOWED},
};

static int limit(int resource, uint64_t max) {
  Limit current;
  if (getrlimit(resource, &current)) return 1;
  uint64_t lower = current.hard < max ? current.hard : max;
  return setrlimit(resource, &(Limit){lower, lower});
}

int confine(uint64_t address_bytes, uint64_t seconds) {
  signal(FILE_TOO_LARGE, IGNORED); // fontconfig writes to stderr, which may be a file
  if (limit(CPU, seconds) || limit(FILE_SIZE, 0) || limit(CORE, 0) || limit(OPEN_FILES, MAX_FILES) ||
      limit(ADDRESSES, address_bytes) || prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)) {
    return 1;
  }
  Program program = {sizeof FORBIDDEN / sizeof *FORBIDDEN, FORBIDDEN};
  prctl(SET_SECCOMP, FILTER, &program, 0, 0); // a second line of defence, which emulated machines lack
  return 0;
}
