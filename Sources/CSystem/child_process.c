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

// The group of the command that runs; it is not in ours, so signals that end us are handed on to it.
static volatile pid_t running_group;

static void hand_on(int signal_number) {
  if (running_group > 0) kill(-running_group, SIGKILL);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void hand_on_signals(pid_t group) {
  static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  running_group = group;
  for (size_t index = 0; index < sizeof ending / sizeof *ending; index++) {
    struct sigaction now;
    if (sigaction(ending[index], 0, &now) == 0 && now.sa_handler == SIG_DFL) signal(ending[index], hand_on);
  }
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
  if (failure == 0) return hand_on_signals(child), child;
  close_all(ours, 3);
  errno = failure;
  return -1;
}

int livenstore_child_has_ended(int child, int32_t *status) {
  siginfo_t information = {0};
  // It stays to be waited for, so that its number, and its group's, are nobody else's.
  if (waitid(P_PID, child, &information, WEXITED | WNOHANG | WNOWAIT) != 0) return *status = 0, 1;
  if (information.si_pid == 0) return 0;
  *status = information.si_code == CLD_EXITED ? information.si_status : 128 + information.si_status;
  return 1;
}

void livenstore_end_child(int child) {
  int status;
  kill(-child, SIGKILL);
  running_group = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
}
