"""Shows that gate_stress passes with the gate as it is and notices each guard that is taken out.

Stores that pass loads are looked for where nothing slows them down, so not in the tsan build, which
does not see a missing heavy fence either: all is atomic. It alone sees the wake by a plain
store, as a data race; otherwise the system call after that store, a full fence, hides it. The model
in tests/model/ knows all five.
"""

import os
import pathlib
import subprocess
import sys
import time

BUDGET_S = 60
TSAN = os.environ["PSM_BUILD"] == "tsan"
OUT = pathlib.Path(os.environ["PSM_OUT_DIR"])
TSAN_STATUS = 66

PACED = ["--mode=seqcst", "--threads=1", "--paced"]
HEALTHY = [["--threads=1"], ["--threads=4"], ["--mode=seqcst", "--threads=4"], PACED]
HEALTHY_S = 3

# Guard, options, and the exit statuses that mean it was noticed.
IN_EVERY_BUILD = [
    ("no_wake_check", ["--threads=2"], {1}),
    ("nested_refused", ["--threads=2"], {1}),
]
WITHOUT_TSAN = [
    ("no_heavy_fence", ["--threads=1"], {1}),
    ("fallback_without_polling", PACED, {1}),
]
WITH_TSAN = [
    ("plain_store_wake", ["--threads=2"], {TSAN_STATUS}),
]


def run(program, options, seconds):
    env = dict(os.environ)
    if TSAN:
        env["TSAN_OPTIONS"] = f"halt_on_error=1:exitcode={TSAN_STATUS}"
    command = [str(OUT / program), f"--seconds={seconds}", *options]
    begun = time.monotonic()
    done = subprocess.run(
        command,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=seconds + 60,
        check=False,
    )
    return done.returncode, time.monotonic() - begun, done.stdout.strip()


def main():
    if len(os.sched_getaffinity(0)) < 2:
        print("one processor never shows its stores in the wrong order")
        return 77
    failed = False
    for options in HEALTHY:
        status, _, output = run("gate_stress", options, HEALTHY_S)
        print(f"the gate as it is, {' '.join(options)}: {output}", flush=True)
        failed |= status != 0
    for guard, options, noticed in IN_EVERY_BUILD + (WITH_TSAN if TSAN else WITHOUT_TSAN):
        status, took, output = run(f"gate_stress_{guard}", ["--until-failure", *options], BUDGET_S)
        last = output.splitlines()[-1] if output else ""
        verdict = f"noticed after {took:.1f} s" if status in noticed else f"NOT NOTICED ({status})"
        print(f"{guard}: {verdict}: {last}", flush=True)
        failed |= status not in noticed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
