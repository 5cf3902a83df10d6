"""Runs kill_campaign as its users do, and reads its exit status and last line.

  crash_test.py kills MODE N | control
"""

import os
import pathlib
import re
import subprocess
import sys

OUT = pathlib.Path(os.environ["PSM_OUT_DIR"])
HANG_S = 14000


def run(program, *options):
    done = subprocess.run(
        [OUT / program, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        timeout=HANG_S, check=False,
    )
    print(f"{program} {' '.join(options)}\n{done.stdout}", flush=True)
    return done.returncode, done.stdout.rstrip().splitlines()[-1]


def expect(condition, what):
    if not condition:
        sys.exit(what)


def count(name, line):
    return int(re.search(rf"\b{name} (\d+)", line).group(1))


def kills(mode, number):
    status, last = run("kill_campaign", f"--kills={number}", f"--mode={mode}")
    expect(last.startswith(f"{number} kills, "), "the last line does not count the kills")
    expect(status == 0, "something was lost")


def control():
    """Bare NSS loses what psm keeps: the laboratory sees it."""
    status, last = run("kill_campaign", "--kills=40", "--control=bare")
    expect(status == 1 and count("half-made", last) + count("trust lost", last) > 0, "no kill harmed bare NSS")
    status, _ = run("kill_campaign", "--mode=sometimes")
    expect(status == 2, f"a wrong mode: exit status {status}")


PARTS = {"kills": kills, "control": control}
PARTS[sys.argv[1]](*sys.argv[2:])
