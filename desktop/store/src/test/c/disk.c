/*
 * A disk that remembers, and fails when it is told to. Preloaded into a program, it sees what the program asks of the
 * files under one folder:
 *
 *   DISK_FOLDER   the folder; absolute. All below it is watched, but SQLite's shared memory (-shm), which is no content.
 *   DISK_LOG      where to write what was done, in order; nothing is written without it
 *   DISK_ACK      a file whose writes are acknowledgements: they go into the log between what was done before and after
 *   DISK_CONTROL  a file of eight 64-bit numbers, mapped by both sides, that tells which call shall fail
 *
 * A record of the log: one letter, the handle (32 bits), the place (64 bits), the length (32 bits), the bytes; numbers
 * in the machine's order. The handle is a number of the open file's own, never used again. Letters:
 *
 *   O opened (bytes: path; place: 1 when this made the file, 2 when it emptied it)   D the same of a directory
 *   W written   T cut or grown to the place   S synchronised   F synchronising failed
 *   P a program begins; its handles are its own
 *   R renamed (bytes: from NUL to)   U unlinked   M directory made   X directory removed   A acknowledged
 *
 * Linux with the GNU C library, 64 bits. It calls the kernel itself, so it needs nothing of what it stands before.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 65536
#define EXPORTED __attribute__((visibility("default")))

enum { NOBODY = 0, ACKNOWLEDGEMENTS = UINT32_MAX };
enum { WRITES = 1, SYNCS = 2, CUTS = 4, NAMES = 8 };
enum { MODE, COUNTDOWN, ERROR, KINDS, CALLS, FAILED, TORN, CHANCE, SIZE };
enum { NEVER, ONCE, FOR_EVER, SOMETIMES };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static uint32_t handles[MOST_FILES];
static uint32_t last_handle;
static const char *folder, *acknowledgements;
static size_t folder_length;
static int log_file = -1;
static volatile int64_t *control;

static void record(char what, uint32_t who, int64_t place, const void *bytes, uint32_t length) {
  if (log_file < 0) return;
  char head[17];
  head[0] = what;
  memcpy(head + 1, &who, 4);
  memcpy(head + 5, &place, 8);
  memcpy(head + 13, &length, 4);
  struct iovec whole[2] = {{head, sizeof head}, {(void *) bytes, length}};
  if (syscall(SYS_writev, log_file, whole, 2) != (long) (sizeof head + length)) abort();
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("DISK_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  acknowledgements = getenv("DISK_ACK");
  const char *log = getenv("DISK_LOG");
  if (log) log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  record('P', 0, 0, NULL, 0);
  const char *file = getenv("DISK_CONTROL");
  if (file) {
    int fd = syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC, 0);
    void *mapped = mmap(NULL, SIZE * sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd < 0 || mapped == MAP_FAILED) abort();
    control = mapped;
    syscall(SYS_close, fd);
  }
}

static int watched(const char *path) {
  size_t length = strlen(path);
  return folder && strncmp(path, folder, folder_length) == 0
      && (path[folder_length] == '/' || path[folder_length] == 0)
      && !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static uint32_t handle(int fd) { return fd >= 0 && fd < MOST_FILES ? handles[fd] : NOBODY; }

/* One in so many, by Knuth's generator, whose state the control keeps: the same again in every run. */
static int unlucky(int64_t one_in) {
  control[CHANCE] = (int64_t) ((uint64_t) control[CHANCE] * 6364136223846793005u + 1442695040888963407u);
  return ((uint64_t) control[CHANCE] >> 33) % (uint64_t) one_in == 0;
}

/* Whether this call is one that shall fail; errno says how. */
static int refused(int kind) {
  if (!control || control[MODE] == NEVER || !(control[KINDS] & kind)) return 0;
  int64_t call = ++control[CALLS];
  int64_t chosen = control[COUNTDOWN];
  int fails = control[MODE] == ONCE ? call == chosen : control[MODE] == FOR_EVER ? call >= chosen : unlucky(chosen);
  if (!fails) return 0;
  control[FAILED]++;
  errno = control[ERROR];
  return 1;
}

/* ---- opening and names ------------------------------------------------------------------------------------------- */

static int opened(int at, const char *path, int flags, mode_t mode) {
  int acks = acknowledgements && strcmp(path, acknowledgements) == 0;
  if (!acks && !watched(path)) return syscall(SYS_openat, at, path, flags, mode);
  pthread_mutex_lock(&turn);
  int made = !acks && (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  int fd = made && refused(NAMES) ? -1 : syscall(SYS_openat, at, path, flags, mode);
  if (fd >= 0 && fd < MOST_FILES) {
    int error = errno;
    struct stat found;
    handles[fd] = acks ? ACKNOWLEDGEMENTS : ++last_handle;
    if (!acks) {
      int folder_too = fstat(fd, &found) == 0 && S_ISDIR(found.st_mode);
      record(folder_too ? 'D' : 'O', handles[fd], made ? 1 : flags & O_TRUNC ? 2 : 0, path, strlen(path));
    }
    errno = error;
  }
  pthread_mutex_unlock(&turn);
  return fd;
}

#define OPEN(name, at_parameter, at)                                    \
  EXPORTED int name(at_parameter const char *path, int flags, ...) {    \
    va_list more;                                                       \
    va_start(more, flags);                                              \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0; \
    va_end(more);                                                       \
    return opened(at, path, flags, mode);                               \
  }
#define COMMA ,
OPEN(open, , AT_FDCWD)
OPEN(open64, , AT_FDCWD)
OPEN(openat, int at COMMA, at)
OPEN(openat64, int at COMMA, at)

EXPORTED int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
EXPORTED int creat64(const char *path, mode_t mode) { return creat(path, mode); }

EXPORTED int close(int fd) {
  if (!handle(fd)) return syscall(SYS_close, fd);
  pthread_mutex_lock(&turn);
  handles[fd] = NOBODY;
  int result = syscall(SYS_close, fd);
  pthread_mutex_unlock(&turn);
  return result;
}

/* Does a call about names that the kernel is asked by `ask`, and records it. */
#define NAMED(what, path, bytes, length, ask)   \
  if (!watched(path)) return ask;               \
  pthread_mutex_lock(&turn);                    \
  int result = refused(NAMES) ? -1 : ask;       \
  int error = errno;                            \
  if (result == 0) record(what, 0, 0, bytes, length); \
  errno = error;                                \
  pthread_mutex_unlock(&turn);                  \
  return result;

EXPORTED int unlink(const char *path) {
  NAMED('U', path, path, strlen(path), syscall(SYS_unlinkat, AT_FDCWD, path, 0))
}

EXPORTED int rmdir(const char *path) {
  NAMED('X', path, path, strlen(path), syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR))
}

EXPORTED int unlinkat(int at, const char *path, int flags) {
  NAMED(flags & AT_REMOVEDIR ? 'X' : 'U', path, path, strlen(path), syscall(SYS_unlinkat, at, path, flags))
}

EXPORTED int mkdir(const char *path, mode_t mode) {
  NAMED('M', path, path, strlen(path), syscall(SYS_mkdirat, AT_FDCWD, path, mode))
}

EXPORTED int rename(const char *from, const char *to) {
  char both[2 * 4096];
  size_t first = strlen(from) + 1, length = first + strlen(to);
  if (length >= sizeof both) { errno = ENAMETOOLONG; return -1; }
  memcpy(both, from, first);
  strcpy(both + first, to);
  NAMED('R', to, both, length, syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0))
}

/* ---- content ----------------------------------------------------------------------------------------------------- */

/* A place below 0 is the file's own. */
static ssize_t wrote(int fd, const void *bytes, size_t length, int64_t place) {
  uint32_t who = handle(fd);
  if (!who) return place < 0 ? syscall(SYS_write, fd, bytes, length) : syscall(SYS_pwrite64, fd, bytes, length, place);
  pthread_mutex_lock(&turn);
  ssize_t result;
  if (who == ACKNOWLEDGEMENTS) {
    result = syscall(SYS_write, fd, bytes, length);
    if (result > 0) record('A', who, 0, bytes, result);
    pthread_mutex_unlock(&turn);
    return result;
  }
  struct stat found;
  int moves = place < 0;
  if (moves) {
    int append = fcntl(fd, F_GETFL) & O_APPEND;
    place = append && fstat(fd, &found) == 0 ? found.st_size : syscall(SYS_lseek, fd, 0, SEEK_CUR);
  }
  int fails = refused(WRITES), error = errno;
  size_t asked = fails ? (control[TORN] ? length / 2 : 0) : length;
  result = asked ? syscall(SYS_pwrite64, fd, bytes, asked, place) : 0;
  if (result > 0) {
    if (!fails) error = errno;
    record('W', who, place, bytes, result);
    if (moves && !fails) syscall(SYS_lseek, fd, place + result, SEEK_SET);
  } else if (!fails) {
    error = errno;
  }
  pthread_mutex_unlock(&turn);
  errno = error;
  return fails ? -1 : result;
}

EXPORTED ssize_t write(int fd, const void *bytes, size_t length) { return wrote(fd, bytes, length, -1); }
EXPORTED ssize_t pwrite(int fd, const void *bytes, size_t length, off_t place) { return wrote(fd, bytes, length, place); }
EXPORTED ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t place) { return wrote(fd, bytes, length, place); }

EXPORTED ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!handle(fd)) return syscall(SYS_writev, fd, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    ssize_t one = wrote(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (one < 0) return all ? all : -1;
    all += one;
  }
  return all;
}

EXPORTED int ftruncate(int fd, off_t length) {
  uint32_t who = handle(fd);
  if (!who) return syscall(SYS_ftruncate, fd, length);
  pthread_mutex_lock(&turn);
  int result = refused(CUTS) ? -1 : syscall(SYS_ftruncate, fd, length), error = errno;
  if (result == 0) record('T', who, length, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return result;
}
EXPORTED int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

/* What a failed synchronisation leaves is nowhere: the kernel has marked it clean, and no later one writes it. */
static int synced(int fd, long call) {
  uint32_t who = handle(fd);
  if (!who) return syscall(call, fd);
  pthread_mutex_lock(&turn);
  int result = refused(SYNCS) ? -1 : syscall(call, fd), error = errno;
  record(result == 0 ? 'S' : 'F', who, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return result;
}
EXPORTED int fsync(int fd) { return synced(fd, SYS_fsync); }
EXPORTED int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

/* Copies between files that go past `write`: whoever asks for them writes instead. */
EXPORTED ssize_t sendfile(int out, int in, off_t *from, size_t count) {
  if (!handle(out)) return syscall(SYS_sendfile, out, in, from, count);
  errno = EINVAL;
  return -1;
}
EXPORTED ssize_t sendfile64(int out, int in, off_t *from, size_t count) { return sendfile(out, in, from, count); }
EXPORTED ssize_t copy_file_range(int in, off_t *from, int out, off_t *to, size_t count, unsigned flags) {
  if (!handle(out)) return syscall(SYS_copy_file_range, in, from, out, to, count, flags);
  errno = ENOSYS;
  return -1;
}
