// Gives the terminal back whatever happens: signals, traps, exit. Everything that runs in a handler is
// async-signal-safe (signal-safety(7)); endwin(3X) is not.
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

// Remembers the terminal's modes and holds standard error back until the guard is disarmed.
void terminal_guard_arm(void);
// Lets go: what came on standard error meanwhile is written out.
void terminal_guard_disarm(void);

// A descriptor that becomes readable when one of WINCH TERM HUP INT TSTP CONT comes; -1 on failure.
int terminal_signals_open(void);
// The next signal, 0 if there is none.
int terminal_signals_next(void);
void terminal_signals_close(void);
// Stops the process as ^Z does and returns when it goes on.
void terminal_stop(void);
// Runs `sh -c COMMAND sh ARGUMENT` on the terminal, which has been given back, and waits for its end; returns its
// exit status as a shell gives it, 127 where it cannot be started. Keys that make signals act on the command, and
// ^Z on both; other signals wait in the descriptor of terminal_signals_open.
int terminal_run(const char *command, const char *argument);
// Ends the process by the signal's default action.
void terminal_end_by(int signal);

// A pipe that makes poll(2) return; write end in [1].
int terminal_wake_open(int ends[2]);
void terminal_wake(int end);
void terminal_wake_drain(int end);

// Waits until one of three descriptors is readable; returns a bit each (1, 2, 4), 8 for a hang-up of
// the first, 0 after the time-out.
int terminal_wait(int input, int signals, int wake, int timeout_milliseconds);
int terminal_size(int *width, int *height);
int terminal_is_terminal(int descriptor);
const char *terminal_environment(const char *name);
#endif
