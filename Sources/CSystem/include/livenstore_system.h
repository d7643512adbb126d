// The system calls that Swift's C library modules lack or import badly, as plain functions.
// Each returns what the call returns and leaves errno to the caller.
#ifndef LIVENSTORE_SYSTEM_H
#define LIVENSTORE_SYSTEM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <pthread.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// mallopt(3) where there is one: blocks of a mebibyte are the system's again when they are freed.
static inline void livenstore_return_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

// malloc_trim(3) where there is one: what is free goes back to the system.
static inline void livenstore_return_free_blocks(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

// open(2) with O_TMPFILE: a file without a name; -1 and EOPNOTSUPP where there is none.
static inline int livenstore_open_unnamed(int folder, mode_t mode) {
#ifdef O_TMPFILE
  return openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
#else
  (void)folder, (void)mode;
  errno = EOPNOTSUPP;
  return -1;
#endif
}

// linkat(2) of a descriptor: gives an unnamed file its name and fails with EEXIST if it is taken.
static inline int livenstore_name_descriptor(int descriptor, int folder, const char *name) {
#ifdef AT_EMPTY_PATH
  if (linkat(descriptor, "", folder, name, AT_EMPTY_PATH) == 0) return 0;
  if (errno != ENOENT && errno != EPERM) return -1;
  // Without CAP_DAC_READ_SEARCH older kernels refuse AT_EMPTY_PATH; the /proc way needs none.
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  return linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW);
#else
  (void)descriptor, (void)folder, (void)name;
  errno = EOPNOTSUPP;
  return -1;
#endif
}

static inline int livenstore_open(int folder, const char *name, int flags, mode_t mode) {
  return openat(folder, name, flags | O_CLOEXEC, mode);
}

// O_NONBLOCK: a FIFO among the events must not stop the reader. O_NOFOLLOW: nothing leaves the folder.
static inline int livenstore_open_event(int folder, const char *name) {
  return openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

static inline int livenstore_open_folder(int folder, const char *name, int follow) {
  return openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW));
}

// renameat2(2) with RENAME_NOREPLACE; where there is none, a check and a rename.
static inline int livenstore_move(int folder, const char *name, int new_folder, const char *new_name) {
#ifdef RENAME_NOREPLACE
  if (renameat2(folder, name, new_folder, new_name, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
#endif
  struct stat status;
  if (fstatat(new_folder, new_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return -1;
  }
  return renameat(folder, name, new_folder, new_name);
}

// On Apple's systems fsync leaves the bytes in the drive's cache; F_FULLFSYNC does not.
static inline int livenstore_sync(int descriptor) {
#ifdef F_FULLFSYNC
  if (fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
#endif
  return fsync(descriptor);
}

static inline int livenstore_sync_everything(int descriptor) {
#ifdef __linux__
  return syncfs(descriptor);
#else
  (void)descriptor;
  errno = EOPNOTSUPP;
  return -1;
#endif
}

// Inode and length of a name, without its times: who asks an ext4 or XFS of Linux 6.13 for those makes
// the next write to the file store a new one (multigrain timestamps), which costs more than the question.
static inline int livenstore_identity(int folder, const char *name, uint64_t *inode, uint64_t *size) {
#ifdef STATX_INO
  struct statx status;
  if (statx(folder, name, AT_SYMLINK_NOFOLLOW, STATX_INO | STATX_SIZE, &status) != 0) return -1;
  *inode = status.stx_ino, *size = status.stx_size;
#else
  struct stat status;
  if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return -1;
  *inode = (uint64_t)status.st_ino, *size = (uint64_t)status.st_size;
#endif
  return 0;
}

static inline uint32_t livenstore_current_user(void) { return (uint32_t)geteuid(); }

static inline uint64_t livenstore_free_bytes(int descriptor) {
  struct statvfs status;
  return fstatvfs(descriptor, &status) == 0 ? (uint64_t)status.f_bavail * status.f_frsize : 0;
}

// A file above RLIMIT_FSIZE is an error to report, not the end of the process.
static inline void livenstore_ignore_file_size_signal(void) { signal(SIGXFSZ, SIG_IGN); }

static inline int livenstore_unlink(int folder, const char *name) { return unlinkat(folder, name, 0); }

static inline const char *livenstore_entry_name(const struct dirent *entry) { return entry->d_name; }
static inline int livenstore_entry_is_link(const struct dirent *entry) {
  return entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
}
static inline int livenstore_entry_is_folder(const struct dirent *entry) {
  return entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN;
}
static inline int livenstore_entry_is_file(const struct dirent *entry) {
  return entry->d_type == DT_REG || entry->d_type == DT_UNKNOWN;
}

static inline int64_t livenstore_modified_nanoseconds(const struct stat *status) {
#ifdef __APPLE__
  return (int64_t)status->st_mtimespec.tv_sec * 1000000000 + status->st_mtimespec.tv_nsec;
#else
  return (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
#endif
}

// What sits under the store, as a name that a person knows; NULL where only a number is known.
static inline const char *livenstore_file_system_name(int descriptor) {
#ifdef __linux__
  struct statfs status;
  if (fstatfs(descriptor, &status) != 0) return 0;
  switch ((uint32_t)status.f_type) {
    case 0xEF53: return "ext4";
    case 0x58465342: return "XFS";
    case 0x9123683E: return "btrfs";
    case 0x01021994: return "tmpfs";
    case 0x4d44: return "FAT";
    case 0x2011BAB0: return "exFAT";
    case 0x6969: return "NFS";
    case 0xFF534D42: case 0xFE534D42: return "SMB";
    case 0x65735546: return "FUSE";
    case 0x794c7630: return "overlayfs";
    case 0x01021997: return "9p";
  }
#else
  (void)descriptor;
#endif
  return 0;
}

static inline uint64_t livenstore_free_inodes(int descriptor) {
  struct statvfs status;
  return fstatvfs(descriptor, &status) == 0 ? (uint64_t)status.f_favail : UINT64_MAX;
}

// CRC-32C (Castagnoli, RFC 3720 appendix B.4), by the processor where it has an instruction for it.
uint32_t livenstore_crc32c(uint32_t crc, const void *bytes, size_t count);

// Says of each 64-byte row of a ledger whether its checksum holds; seeds are kind << 32 | checksum by name.
void livenstore_check_rows(const void *rows, size_t count, const uint64_t *seeds, size_t seed_count,
                           uint8_t *states);

// Starts `sh -c COMMAND`; gives its process and our ends of its standard input, output and error.
int livenstore_spawn_shell(const char *command, int ours[3]);

// Whether a child has ended; its exit status as a shell gives it. It is not waited for yet.
int livenstore_child_has_ended(int child, int32_t *status);

// Kills a child's group, whatever is left of it, and waits for the child.
void livenstore_end_child(int child);

// Names a thread for debuggers, 15 bytes at most.
static inline void livenstore_name_thread(pthread_t thread, const char *name) {
#ifdef __linux__
  pthread_setname_np(thread, name);
#else
  (void)thread, (void)name;
#endif
}
#endif
