"""A program on a terminal of ours: keys in, bytes out, and a screen made of the bytes."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unicodedata

SEQUENCE = re.compile(r"\x1b(?:\[([0-?]*)[ -/]*([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|[ -/]*[0-~])")


class Screen:
    """What a terminal shows after some bytes; enough of one for what curses sends to xterm-256color."""

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.clear()
        self.pending = ""

    def clear(self):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.x = self.y = 0
        self.top, self.bottom = 0, self.rows - 1
        self.last = " "

    def text(self):
        return "\n".join("".join(row) for row in self.cells)

    def row(self, y):
        return "".join(self.cells[y])

    def feed(self, data):
        text, place = self.pending + data.decode("utf-8", "replace"), 0
        self.pending = ""
        while place < len(text):
            if text[place] != "\x1b":
                self.put(text[place])
                place += 1
                continue
            match = SEQUENCE.match(text, place)
            if not match:
                if len(text) - place < 64:
                    self.pending = text[place:]
                    return
                place += 1
                continue
            self.obey(match)
            place = match.end()

    def put(self, character):
        code = ord(character)
        if code == 13:
            self.x = 0
        elif code == 10:
            self.scroll_down() if self.y == self.bottom else self.move(self.y + 1, self.x)
        elif code == 8:
            self.x = max(0, self.x - 1)
        elif code == 9:
            self.x = min(self.columns - 1, self.x // 8 * 8 + 8)
        elif code >= 32 and unicodedata.category(character) not in ("Mn", "Me"):
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if self.x + width > self.columns:
                self.x, self.y = 0, min(self.rows - 1, self.y + 1)
            self.cells[self.y][self.x] = self.last = character
            if width == 2 and self.x + 1 < self.columns:
                self.cells[self.y][self.x + 1] = ""
            self.x += width

    def move(self, y, x):
        self.y, self.x = max(0, min(self.rows - 1, y)), max(0, min(self.columns - 1, x))

    def scroll_down(self, count=1):
        for _ in range(min(count, self.rows)):
            del self.cells[self.top]
            self.cells.insert(self.bottom, [" "] * self.columns)

    def scroll_up(self, count=1):
        for _ in range(min(count, self.rows)):
            del self.cells[self.bottom]
            self.cells.insert(self.top, [" "] * self.columns)

    def obey(self, match):
        final = match.group(2)
        if final is None:
            if match.group(0) == "\x1bM":
                self.scroll_up() if self.y == self.top else self.move(self.y - 1, self.x)
            return
        if match.group(1)[:1] in "<=>?" and match.group(1):
            return
        numbers = [int(word) if word else 0 for word in (match.group(1) or "").split(";")]
        first = numbers[0] or 1
        row = self.cells[self.y]
        x = min(self.x, self.columns - 1)
        if final in "Hf":
            self.move(first - 1, (numbers[1] or 1) - 1 if len(numbers) > 1 else 0)
        elif final in "ABCDGd":
            y, x = {"A": (self.y - first, x), "B": (self.y + first, x), "C": (self.y, x + first), "D": (self.y, x - first),
                    "G": (self.y, first - 1), "d": (first - 1, x)}[final]
            self.move(y, x)
        elif final == "J":
            if numbers[0] == 2:
                self.cells = [[" "] * self.columns for _ in range(self.rows)]
            else:
                row[x:] = [" "] * (self.columns - x)
                for y in range(self.y + 1, self.rows):
                    self.cells[y] = [" "] * self.columns
        elif final == "K":
            start, end = (0, x + 1) if numbers[0] == 1 else (x, self.columns) if numbers[0] == 0 else (0, self.columns)
            row[start:end] = [" "] * (end - start)
        elif final == "X":
            row[x:x + first] = [" "] * min(first, self.columns - x)
        elif final == "P":
            del row[x:x + first]
            row += [" "] * (self.columns - len(row))
        elif final == "@":
            row[x:x] = [" "] * first
            del row[self.columns:]
        elif final == "b":
            for _ in range(first):
                self.put(self.last)
        elif final in "LM":
            top, self.top = self.top, self.y
            self.scroll_up(first) if final == "L" else self.scroll_down(first)
            self.top = top
        elif final == "S":
            self.scroll_down(first)
        elif final == "T":
            self.scroll_up(first)
        elif final == "r":
            # What was sent before a change of the size may name rows that are gone.
            self.bottom = min(self.rows, numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.top = min(self.bottom, (numbers[0] or 1) - 1)
            self.move(0, 0)


class Program:
    """A program that has a terminal of its own, from its start to its end."""

    def __init__(self, words, rows=40, columns=140, cwd=None, **variables):
        environment = dict({**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}, **variables)
        self.parent, self.terminal = pty.openpty()
        self.screen = Screen(rows, columns)
        self.resize(rows, columns)
        self.before = termios.tcgetattr(self.terminal)

        def own_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.start = time.monotonic()
        self.process = subprocess.Popen([str(word) for word in words], stdin=self.terminal, stdout=self.terminal,
                                        stderr=self.terminal, env=environment, cwd=cwd,
                                        preexec_fn=own_terminal)

    def resize(self, rows, columns):
        fcntl.ioctl(self.parent, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.__init__(rows, columns)

    def send(self, keys):
        os.write(self.parent, keys if isinstance(keys, bytes) else keys.encode("utf-8", "surrogateescape"))

    def read(self, seconds):
        """The next piece of output, put on the screen; empty if none comes within the time."""
        if not select.select([self.parent], [], [], max(0, seconds))[0]:
            return b""
        part = os.read(self.parent, 65_536)
        self.screen.feed(part)
        return part

    def read_until_quiet(self, quiet, limit=20):
        """Output until none comes for some time, and when the last of it came."""
        output, last, deadline = b"", None, time.monotonic() + limit
        while time.monotonic() < deadline:
            part = self.read(quiet)
            if not part:
                break
            output, last = output + part, time.monotonic()
        return output, last

    def wait_for(self, shows, limit=60):
        """Seconds until the screen shows what a function of its text looks for; None if it never does."""
        begin = time.monotonic()
        while time.monotonic() - begin < limit:
            if shows(self.screen):
                return time.monotonic() - begin
            self.read(0.05)
        return None

    def processor_ticks(self):
        fields = open("/proc/%d/stat" % self.process.pid).read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def memory(self, name="VmHWM"):
        """A line of the process's status, in MiB."""
        for line in open("/proc/%d/status" % self.process.pid):
            if line.startswith(name + ":"):
                return int(line.split()[1]) / 1_024
        return 0

    def is_terminal_restored(self):
        return termios.tcgetattr(self.terminal) == self.before

    def end(self, keys="Q", limit=20):
        """Ends the program with keys, or by force; what it still sent, and its exit status."""
        output = b""
        try:
            if self.process.poll() is None:
                self.send(keys)
            deadline = time.monotonic() + limit
            while self.process.poll() is None and time.monotonic() < deadline:
                output += self.read(0.02)
        finally:
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        while part := self.read(0):
            output += part
        return output, self.process.returncode

    def close(self):
        os.close(self.parent)
        os.close(self.terminal)
