// What Swift cannot call of curses: macros with casts, variadic functions, globals that it takes for
// unsafe. Each function is one of ncurses(3X) under our prefix.
#ifndef LIVENSTORE_NCURSES_SHIM_H
#define LIVENSTORE_NCURSES_SHIM_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <wchar.h>
// term.h names every capability by a macro; these collide with ordinary words.
#undef lines
#undef columns
#undef buttons
#undef tab

typedef struct { wchar_t text[4]; int width; int attributes; int pair; } cn_cell;

// newterm, not initscr: initscr ends the process where TERM is unknown.
static inline int cn_open(const char *terminal) {
  // These would override the real size.
  unsetenv("LINES"), unsetenv("COLUMNS");
  SCREEN *screen = newterm(terminal, stdout, stdin);
  if (!screen) return 0;
  set_term(screen);
  return 1;
}
static inline int cn_can_move(void) {
  char *move = tigetstr("cup"), *clear = tigetstr("clear");
  return move && move != (char *)-1 && clear && clear != (char *)-1;
}
static inline void cn_prepare(void) {
  cbreak(), noecho(), nonl();
  // Until it has come back from endwin once, curses writes out what it has at every move of the cursor (6.4,
  // mvcur): seventy small writes a screen. Before there are colours, coming back leaves the palette alone.
  endwin(), doupdate();
  keypad(stdscr, TRUE), nodelay(stdscr, TRUE), meta(stdscr, TRUE);
  leaveok(stdscr, FALSE), idlok(stdscr, TRUE);
  set_escdelay(25);
  // terminfo lists one form of these; terminals send the other as well.
  define_key("\033[H", KEY_HOME), define_key("\033[F", KEY_END);
  define_key("\033[1~", KEY_HOME), define_key("\033[4~", KEY_END);
  define_key("\033[A", KEY_UP), define_key("\033[B", KEY_DOWN);
  define_key("\033[C", KEY_RIGHT), define_key("\033[D", KEY_LEFT);
  // Reports of the mouse are read as they come: curses takes one form for each terminal only.
  define_key(NULL, KEY_MOUSE);
  define_key("\033[200~", KEY_MAX + 1), define_key("\033[201~", KEY_MAX + 2);
}
static inline int cn_start_color(void) {
  if (!has_colors() || start_color() != OK) return 0;
  use_default_colors();
  return COLORS;
}
static inline int cn_use_default_colors(void) { return use_default_colors() == OK; }
static inline int cn_pair_limit(void) { return COLOR_PAIRS < 256 ? COLOR_PAIRS : 256; }
static inline int cn_init_pair(int pair, int foreground, int background) {
  return init_pair((short)pair, (short)foreground, (short)background) == OK;
}
static inline int cn_width(void) { return getmaxx(stdscr); }
static inline int cn_height(void) { return getmaxy(stdscr); }
static inline void cn_resize(int height, int width) { resizeterm(height, width); }

enum { CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16 };
static inline attr_t cn_attributes(int flags) {
  attr_t attributes = A_NORMAL;
  if (flags & CN_BOLD) attributes |= A_BOLD;
  if (flags & CN_DIM) attributes |= A_DIM;
#ifdef A_ITALIC
  if (flags & CN_ITALIC) attributes |= A_ITALIC;
#endif
  if (flags & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (flags & CN_REVERSE) attributes |= A_REVERSE;
  return attributes;
}
static inline void cn_put(int y, int x, const wchar_t *text, const cn_cell *style) {
  cchar_t cell;
  attr_t attributes = cn_attributes(style->attributes);
  if (setcchar(&cell, text, attributes, (short)style->pair, 0) != OK) {
    // A mark that the C library takes for a character.
    wchar_t alone[] = {text[0], 0};
    setcchar(&cell, alone, attributes, (short)style->pair, 0);
  }
  mvwadd_wchnstr(stdscr, y, x, &cell, 1);
}
// Writes a row of cells; right halves of wide characters (width 0) are left out by the caller. Curses goes
// by the C library's widths: a character of another one would move the rest of the row.
static inline void cn_put_row(int y, const cn_cell *cells, int count) {
  int x = 0;
  for (int i = 0; i < count; x += cells[i++].width) {
    if (wcwidth(cells[i].text[0]) == cells[i].width) {
      cn_put(y, x, cells[i].text, &cells[i]);
      continue;
    }
    cn_put(y, x, MB_CUR_MAX > 1 ? L"\xFFFD" : L"?", &cells[i]);
    if (cells[i].width == 2) cn_put(y, x + 1, L" ", &cells[i]);
  }
}
static inline void cn_show(int y, int x, int visible) {
  curs_set(visible ? 1 : 0);
  if (visible) wmove(stdscr, y, x);
  wnoutrefresh(stdscr), doupdate();
}
static inline void cn_forget(void) { clearok(curscr, TRUE); }
// A key: 0 none, 1 character, 2 key code.
static inline int cn_read(unsigned *value) {
  wint_t character = 0;
  int kind = wget_wch(stdscr, &character);
  *value = (unsigned)character;
  return kind == ERR ? 0 : kind == KEY_CODE_YES ? 2 : 1;
}
static inline int cn_paste_start(void) { return KEY_MAX + 1; }
static inline int cn_paste_end(void) { return KEY_MAX + 2; }
static inline const char *cn_key_name(int code) { return keyname(code); }
static inline void cn_write(const char *bytes) { fputs(bytes, stdout), fflush(stdout); }
static inline void cn_leave(void) { endwin(); }
static inline void cn_return(void) { reset_prog_mode(), clearok(curscr, TRUE); }
// UTF-8 if the locale has it, or C.UTF-8 has; 0 means ASCII only.
static inline int cn_set_locale(void) {
  setlocale(LC_ALL, "");
  setlocale(LC_NUMERIC, "C");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return 0;
}
#endif
