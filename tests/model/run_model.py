"""Checks gate.pml with Spin: the protocol as it is has no error in any state; each guard that is
taken out makes one."""

import pathlib
import re
import subprocess
import sys
import tempfile
import time

MODEL = pathlib.Path(__file__).resolve().parent / "gate.pml"
MEMORY_MB = 3500
TIME_S = 120

# Name, definitions, and what Spin must say: nothing, or what is violated.
RUNS = [
    ("asymmetric", [], None),
    ("fallback", ["MODE2"], None),
    ("no heavy fence", ["NO_HEAVY_FENCE"], "assertion violated"),
    ("no wake check", ["NO_WAKE_CHECK"], "invalid end state"),
    ("plain-store wake", ["PLAIN_STORE_WAKE"], "invalid end state"),
    ("nested refused", ["NESTED_REFUSED"], "assertion violated"),
    ("fallback without polling", ["MODE2", "FALLBACK_WITHOUT_POLLING"], "invalid end state"),
]


def run(command, folder):
    return subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=TIME_S,
        check=False,
    )


def check(definitions):
    """What Spin found (None: nothing, in a complete search) and how many states it saw."""
    with tempfile.TemporaryDirectory() as folder:
        made = run(["spin", "-a", *(f"-D{d}" for d in definitions), str(MODEL)], folder)
        if made.returncode == 0:
            options = ["-O2", "-DSAFETY", "-DCOLLAPSE", f"-DMEMLIM={MEMORY_MB}"]
            made = run(["gcc", *options, "-o", "pan", "pan.c"], folder)
        if made.returncode != 0:
            return "not built: " + made.stdout, "0"
        output = run(["./pan", "-m1000000", "-w24", "-n"], folder).stdout
    states = re.search(r"(\S+) states, stored", output)
    error = re.search(r"^pan:1: (.*)", output, re.M)
    if error:
        found = error.group(1)
    elif "errors: 0" in output and "Search not completed" not in output:
        found = None
    else:
        found = "not completed: " + output
    return found, states.group(1) if states else "0"


def main():
    failed = False
    for name, definitions, expected in RUNS:
        begun = time.monotonic()
        found, states = check(definitions)
        good = found == expected if None in (found, expected) else found.startswith(expected)
        took = time.monotonic() - begun
        verdict = "ok  " if good else "FAIL"
        print(f"{verdict} {name}: {found or 'no error'}, {states} states, {took:.1f} s", flush=True)
        failed |= not good
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
