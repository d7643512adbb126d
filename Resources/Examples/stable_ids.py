"""Ids for events that are made anew each time: the same for the same source, in the order of their times.

An id is a ULID: milliseconds, then which event of that millisecond it is, then a hash of what it came from.
"""
import datetime
import hashlib

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class StableIDs:
    def __init__(self):
        self.counts = {}

    def id(self, time, source):
        """An id for a time as RFC 3339 has it; call it in the order of the events."""
        moment = datetime.datetime.fromisoformat(time.replace("Z", "+00:00"))
        milliseconds = max(0, round(moment.timestamp() * 1000))
        count = self.counts[milliseconds] = self.counts.get(milliseconds, 0) + 1
        digest = hashlib.sha256(source.encode("utf-8", "replace")).digest()
        number = milliseconds << 80 | (count & 0xFFFF) << 64 | int.from_bytes(digest[:8], "big")
        return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
