"""Runs profile_switch_runner as its users do, and reads its exit status and its figures.

  runner_test.py usage | modes | chaos | control | signal | campaign
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

RUNNER = pathlib.Path(os.environ["PSM_OUT_DIR"]) / "profile_switch_runner"
SLOW = os.environ["PSM_BUILD"] in ("asan", "tsan")
MODES = ("coordinated", "never", "toggle")
CHAOS = ("leak", "block", "veto", "prompt", "destroy", "flip", "self", "badtarget", "fork")
# The kinds with another process, and what each must have looked at over the three modes.
CHAOS_OF_OTHERS = {
    "secondprocess": {
        "open in another process",
        "written by two processes",
        "waited for another process's lock",
        "gave up on another process's lock",
    },
    "corrupt": {"a database cut in half", "a database missing", "a database with two indexes swapped"},
    "kill": {"acknowledged by a killed process"},
}
HANG_S = 1500


def run(*arguments, environment=None):
    command = [str(RUNNER), *arguments]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=HANG_S,
        check=False, env=dict(os.environ, **(environment or {})),
    )
    return done.returncode, done.stdout


def expect(condition, what, output=""):
    if not condition:
        sys.exit(f"{output}\n{what}")


def run_script(*arguments):
    """A run that holds all its guarantees; returns its figures."""
    with tempfile.TemporaryDirectory() as folder:
        figures = pathlib.Path(folder) / "figures.json"
        status, output = run(*arguments, f"--json={figures}")
        expect(status == 0, f"{arguments}: exit status {status}", output)
        expect(output.rstrip().endswith("PASS"), f"{arguments}: the last line is not PASS", output)
        return json.loads(figures.read_text()), output


def usage():
    for wrong in (
        ["--mode=sometimes"],
        ["--chaos=leak,storm"],
        ["--control=cooked"],
        ["--switches=many"],
        ["--switches=-1"],
        ["--threads=0"],
        ["--profiles=0"],
        ["--no-such-option=1"],
        ["switch"],
        ["--json"],
        ["--profile-dir=/nonexistent/profiles"],
    ):
        status, output = run(*wrong)
        expect(status == 2, f"{wrong}: exit status {status}", output)
        expect("profile_switch_runner: " in output, f"{wrong}: says nothing", output)
    a_role_that_is_none()
    status, output = run("--help")
    expect(status == 0, f"--help: exit status {status}", output)
    for option in ("mode", "profiles", "switches", "duration", "threads", "seed", "chaos", "control", "json", "profile-dir"):
        expect(f"--{option}=" in output, f"--help does not name --{option}", output)


def modes():
    switches = 60 if SLOW else 300
    for mode in MODES:
        figures, output = run_script(f"--mode={mode}", f"--switches={switches}")
        expect(figures["switches"] >= switches and figures["held"], f"{mode}: {figures['switches']} switches", output)
        ways = figures["ways"]
        expect(("by shutdown" in ways) == (mode != "never"), f"{mode}: went {list(ways)}", output)
        expect(("by slot" in ways) == (mode != "coordinated"), f"{mode}: went {list(ways)}", output)
        used = sum(count > 0 for count in figures["operations"].values())
        expect(used >= 15, f"{mode}: only {used} kinds of operation were used", output)
        expect(figures["refusals"]["handle of an earlier profile"] > 0, f"{mode}: no stale handle was tried", output)


def profiles_are_used_again():
    with tempfile.TemporaryDirectory() as folder:
        first, _ = run_script("--switches=20", "--profiles=4", f"--profile-dir={folder}")
        again, output = run_script("--switches=20", "--mode=never", f"--profile-dir={folder}")
        expect(len(first["profiles"]) == len(again["profiles"]) == 4, "the profiles were not found again", output)
        expect(any(profile["has_password"] for profile in again["profiles"]), "none has a password", output)
        expect(any(profile["made_by"] == "certutil" for profile in again["profiles"]), "none is certutil's", output)


def chaos():
    profiles_are_used_again()
    for mode in MODES:
        for kind in CHAOS:
            figures, output = run_script(f"--mode={mode}", f"--chaos={kind}", f"--switches={15 if SLOW else 40}")
            expect(figures["chaos_events"].get(kind, 0) > 0, f"{mode}, {kind}: it never came to that", output)
        run_script(f"--mode={mode}", "--chaos=all", f"--switches={40 if SLOW else 100}", "--seed=7")
    chaos_of_others()


def chaos_of_others():
    for kind, expected in CHAOS_OF_OTHERS.items():
        checked = set()
        for seed, mode in enumerate(MODES, start=1):
            figures, _ = run_script(f"--mode={mode}", f"--chaos={kind}", "--switches=50", f"--seed={seed}")
            checked |= {what for what, count in figures["checked"].items() if count > 0}
        expect(expected <= checked, f"{kind}: only {sorted(checked)} was looked at")


def a_role_that_is_none():
    for arguments in (["--role=guest"], ["--role=locker"], ["--role=host", "/nonexistent", "more"]):
        status, output = run(*arguments)
        expect(status == 1 and "profile_switch_runner" in output, f"{arguments}: exit status {status}", output)


def control():
    for mode in MODES:
        status, output = run(f"--mode={mode}", "--control=raw", "--switches=500")
        expect(status == 1, f"{mode}: bare NSS left with {status}", output)
        expect("bare NSS:" in output and "FAIL" in output, f"{mode}: says nothing of bare NSS", output)


def a_signal_ends_it_early():
    for number in (signal.SIGINT, signal.SIGTERM):
        with subprocess.Popen([str(RUNNER), "--duration=600"], stdout=subprocess.PIPE, text=True) as process:
            time.sleep(3)
            process.send_signal(number)
            output, _ = process.communicate(timeout=HANG_S)
            expect(process.returncode == 0, f"{number!r}: exit status {process.returncode}", output)
            expect("stopped early" in output, f"{number!r}: no summary", output)


def campaign():
    for mode in MODES:
        run_script(f"--mode={mode}", "--switches=10000", "--seed=2")
        run_script(f"--mode={mode}", "--switches=2000", "--seed=3", "--chaos=all", "--profiles=5")


PARTS = {
    "usage": usage,
    "modes": modes,
    "chaos": chaos,
    "control": control,
    "signal": a_signal_ends_it_early,
    "campaign": campaign,
}
PARTS[sys.argv[1]]()
