// A command of the shell with pipes to its standard input, output and error.
#include "livenstore_system.h"
#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

static int pipe_of_ours(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  return fcntl(ends[0], F_SETFD, FD_CLOEXEC) | fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
}

static void close_all(const int *ends, int count) {
  for (int index = 0; index < count; index++) if (ends[index] >= 0) close(ends[index]);
}

int livenstore_spawn_shell(const char *command, int ours[3]) {
  // In, out, error: the child's end and ours.
  int ends[6] = {-1, -1, -1, -1, -1, -1};
  for (int index = 0; index < 3; index++)
    if (pipe_of_ours(ends + index * 2) != 0) return close_all(ends, 6), -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], 0);
  posix_spawn_file_actions_adddup2(&actions, ends[3], 1);
  posix_spawn_file_actions_adddup2(&actions, ends[5], 2);
  // Signals that we ignore would be ignored by the command, and by what it starts.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  // A group of its own: what the command starts ends with it.
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  char *arguments[] = {"sh", "-c", (char *)command, 0};
  pid_t child = -1;
  int failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[0]), close(ends[3]), close(ends[5]);
  ours[0] = ends[1], ours[1] = ends[2], ours[2] = ends[4];
  if (failure == 0) return child;
  close_all(ours, 3);
  errno = failure;
  return -1;
}

int livenstore_end_child(int child, int by_force) {
  int status = 0;
  if (by_force) kill(-child, SIGKILL);
  while (waitpid(child, &status, 0) < 0) if (errno != EINTR) return 0;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
