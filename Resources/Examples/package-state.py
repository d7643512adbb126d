#!/usr/bin/env python3
"""Replays the demo's package streams: an event a line in, the state after it a line out.

  livenstore replay .build/demo-store package-git --steps --reducer 'python3 Resources/Examples/package-state.py'
"""
import json
import sys

state = {"package": "", "version": "", "releases": 0, "closed": 0, "urgency": None}
for line in sys.stdin:
    event = json.loads(line)
    payload = event["payload"]
    if event["type"] == "PackageReleased":
        state.update(package=payload["package"], version=payload["version"])
        state["releases"] += 1
    elif event["type"] == "BugClosed":
        state["closed"] += 1
    elif event["type"] == "UrgencySet":
        state["urgency"] = payload["urgency"]
    print(json.dumps(state))
