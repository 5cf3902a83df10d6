"""Runs the programs of the crash laboratory as their users do, and reads their exit status and last line.

  crash_test.py kills MODE N | replay POINTS | control
"""

import os
import pathlib
import re
import subprocess
import sys

OUT = pathlib.Path(os.environ["PSM_OUT_DIR"])
SKIPPED = 77
HANG_S = 14000


def run(program, *options):
    """Exit status and last line; a program that may not trace here skips the test."""
    done = subprocess.run(
        [OUT / program, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        timeout=HANG_S, check=False,
    )
    print(f"{program} {' '.join(options)}\n{done.stdout}", flush=True)
    if done.returncode == SKIPPED:
        sys.exit(SKIPPED)
    return done.returncode, done.stdout.rstrip().splitlines()[-1]


def expect(condition, what):
    if not condition:
        sys.exit(what)


def count(name, line):
    return int(re.search(rf"\b{name} (\d+)", line).group(1))


def number_of(what, line):
    return int(re.search(rf"\b(\d+) {what}", line).group(1))


def kills(mode, number):
    status, last = run("kill_campaign", f"--kills={number}", f"--mode={mode}")
    expect(last.startswith(f"{number} kills, "), "the last line does not count the kills")
    expect(number_of("inside an operation", last) >= int(number) // 2, "most kills met no operation")
    expect(number_of("operations acknowledged", last) >= int(number), "hardly anything was acknowledged")
    expect(status == 0, "something was lost")


def replay(points):
    status, last = run("power_cut_replay", f"--points={points}")
    wanted = 1000 if points == "all" else int(points) * 9 // 10  # none before the first profile is begun
    expect(number_of("points x 6 models", last) >= wanted, "too few points")
    expect(number_of("operations acknowledged", last) > 0, "nothing was acknowledged")
    expect(status == 0, "something was lost")


def control():
    """Bare NSS loses what psm keeps: the laboratory sees it."""
    status, last = run("kill_campaign", "--kills=40", "--control=bare")
    expect(status == 1 and count("half-made", last) + count("trust lost", last) > 0, "no kill harmed bare NSS")
    status, last = run("power_cut_replay", "--points=120", "--models=directory,kept", "--control=bare")
    expect(status == 1 and count("directory", last) > count("kept", last), "no power cut harmed bare NSS")
    for wrong in (
        ["kill_campaign", "--mode=sometimes"],
        ["kill_campaign", "--control=bear"],
        ["power_cut_replay", "--models=all,none"],
        ["power_cut_replay", "--control=bear"],
    ):
        status, _ = run(*wrong)
        expect(status == 2, f"{wrong}: exit status {status}")


PARTS = {"kills": kills, "replay": replay, "control": control}
PARTS[sys.argv[1]](*sys.argv[2:])
