#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

extern char **environ;

static struct termios saved_modes;
static volatile sig_atomic_t armed;
static int held_errors = -1, real_errors = -1;
static int signal_pipe[2] = {-1, -1};

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
#define COUNT(array) (int)(sizeof(array) / sizeof(*(array)))

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written, count -= (size_t)written;
  }
}

static void release_errors(void) {
  if (held_errors < 0) return;
  char buffer[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(held_errors, buffer, sizeof buffer, offset)) > 0) {
    write_all(real_errors, buffer, (size_t)count);
    offset += count;
  }
  dup2(real_errors, STDERR_FILENO);
  close(held_errors), close(real_errors);
  held_errors = real_errors = -1;
}

static void restore(void) {
  if (!armed) return;
  armed = 0;
  // Paste off, mouse off, colours off, cursor on, alternate screen off.
  static const char bytes[] = "\033[?2004l\033[?1000l\033[?1006l\033[0m\033[?25h\033[?1049l\r";
  write_all(STDOUT_FILENO, bytes, sizeof bytes - 1);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  release_errors();
}

static void on_crash(int signal_number) {
  restore();
  // The fault repeats and reaches the system's own handling; raised signals do not, so raise again.
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void hold_errors(void) {
#ifdef __linux__
  held_errors = memfd_create("errors", MFD_CLOEXEC);
#endif
  if (held_errors < 0) return;
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_errors < 0 || !isatty(STDERR_FILENO)) {
    // Errors that go to a file disturb no screen.
    close(held_errors);
    if (real_errors >= 0) close(real_errors);
    held_errors = real_errors = -1;
    return;
  }
  dup2(held_errors, STDERR_FILENO);
}

void terminal_guard_arm(void) {
  static int registered;
  tcgetattr(STDIN_FILENO, &saved_modes);
  static char stack[64 << 10];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  for (int i = 0; i < COUNT(crashes); i++) {
    struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigaction(crashes[i], &action, NULL);
  }
  hold_errors();
  armed = 1;
  if (!registered) registered = 1, atexit(restore);
}

void terminal_guard_disarm(void) {
  if (!armed) return;
  armed = 0;
  release_errors();
  for (int i = 0; i < COUNT(crashes); i++) signal(crashes[i], SIG_DFL);
}

static void on_signal(int signal_number) {
  int kept = errno;
  char byte = (char)signal_number;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* full: a signal of this kind waits already */ }
  errno = kept;
}

static int open_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  return 0;
}

static void handle(int signal_number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigaction(signal_number, &action, NULL);
}

int terminal_signals_open(void) {
  if (open_pipe(signal_pipe) != 0) return -1;
  for (int i = 0; i < COUNT(watched); i++) handle(watched[i], on_signal);
  return signal_pipe[0];
}

int terminal_signals_next(void) {
  char byte;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

void terminal_signals_close(void) {
  for (int i = 0; i < COUNT(watched); i++) handle(watched[i], SIG_DFL);
  close(signal_pipe[0]), close(signal_pipe[1]);
}

void terminal_stop(void) {
  handle(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  handle(SIGTSTP, on_signal);
}

static pid_t spawn_on_terminal(const char *command, const char *argument) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // Its errors are for the screen that it has to itself.
  if (real_errors >= 0) posix_spawn_file_actions_adddup2(&actions, real_errors, STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all, none;
  sigfillset(&all), sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  char *arguments[] = {"sh", "-c", (char *)command, "sh", (char *)argument, 0};
  pid_t child = -1;
  if (posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ) != 0) child = -1;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return child;
}

int terminal_run(const char *command, const char *argument) {
  handle(SIGINT, SIG_IGN), handle(SIGQUIT, SIG_IGN), handle(SIGTSTP, SIG_DFL);
  int status = 127 << 8;
  pid_t child = spawn_on_terminal(command, argument);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  handle(SIGINT, on_signal), handle(SIGQUIT, SIG_DFL), handle(SIGTSTP, on_signal);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void terminal_end_by(int signal_number) {
  restore();
  handle(signal_number, SIG_DFL);
  raise(signal_number);
}

int terminal_wake_open(int ends[2]) { return open_pipe(ends); }

void terminal_wake(int end) {
  if (write(end, "w", 1) < 0) { /* full: a wake-up waits already */ }
}

void terminal_wake_drain(int end) {
  char buffer[256];
  while (read(end, buffer, sizeof buffer) > 0) {}
}

int terminal_wait(int input, int signals, int wake, int timeout_milliseconds) {
  struct pollfd requests[3] = {{input, POLLIN, 0}, {signals, POLLIN, 0}, {wake, POLLIN, 0}};
  if (poll(requests, 3, timeout_milliseconds) <= 0) return 0;
  int ready = 0;
  for (int i = 0; i < 3; i++) {
    if (requests[i].revents & POLLIN) ready |= 1 << i;
  }
  if (requests[0].revents & (POLLHUP | POLLERR | POLLNVAL) && !(ready & 1)) ready |= 8;
  return ready;
}

int terminal_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *width = size.ws_col, *height = size.ws_row;
  return 1;
}

int terminal_is_terminal(int descriptor) { return isatty(descriptor); }

const char *terminal_environment(const char *name) { return getenv(name); }
