"""Runs the static checks, builds each configuration and runs its tests.

Started by tools/test, which has set up the machine.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import fnmatch
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import static_checks

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PARALLEL = 2
BUILD_TIMEOUT_S = 3600
GDB_TIMEOUT_S = 60
NSS_TIMEOUT_S = 60
# What was killed ends at once, unless the kernel does not let it.
KILL_TIMEOUT_S = 60
TAIL_LINES = 60
SKIP_STATUS = 77
# GoogleTest leaves with 1 when a case fails; the sanitizers are told to use a status of their own.
SANITIZER_STATUS = {66: "ThreadSanitizer reported an error", 67: "AddressSanitizer or LeakSanitizer reported an error"}

BUILDS = ["debug", "release", "asan", "tsan"]
LONG_BUILDS = BUILDS + ["clang-debug", "clang-release", "gcc-lto", "clang-lto"]

SANITIZER_ENVIRONMENT = {
    "asan": {
        "ASAN_OPTIONS": "exitcode=67:detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1:"
        "check_initialization_order=1",
        "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    },
    # die_after_fork=0: a forked child may take NSS up again, which starts threads.
    "tsan": {"TSAN_OPTIONS": "halt_on_error=0:exitcode=66:second_deadlock_stack=1:die_after_fork=0"},
}

# What --nss=DIR has to hold. A softoken that needs an SQLite of its own has to bring it.
NSS_LIBRARIES = ["nss3", "nssutil3", "ssl3", "smime3", "softokn3"]
# Prints the version of the NSS that a process gets, and where its libraries lie; fails if they do not work together.
NSS_IN_USE = """
import ctypes, os, re
nss, util = ctypes.CDLL("libnss3.so"), ctypes.CDLL("libnssutil3.so")
for more in ("libssl3.so", "libsmime3.so"):
    ctypes.CDLL(more)
if nss.NSS_NoDB_Init(None) != 0:
    raise SystemExit(f"NSS_NoDB_Init failed: error {util.PORT_GetError_Util()}")
nss.NSS_GetVersion.restype = ctypes.c_char_p
paths = set(re.findall(r"/.*/lib(?:nss3|nssutil3|ssl3|smime3|softokn3)\\.so$", open("/proc/self/maps").read(), re.M))
print(nss.NSS_GetVersion().decode(), *sorted({os.path.dirname(path) for path in paths}), sep="\\n")
"""

# What tools/gn/test.gni leaves out of a test's entry.
TEST_DEFAULTS = {"builds": [], "timeout_s": 120, "long": False, "exclusive": False, "args": [], "env": []}

# What one test came to: counts of cases, and (case, reason) pairs to name.
Outcome = collections.namedtuple("Outcome", "passed failures skips log")


class Reporter:
    """Keeps the counts; prints one progress line on a terminal, one line for each finished test otherwise."""

    def __init__(self):
        self.passed = 0
        self.failures = []
        self.skips = []
        self._terminal = sys.stdout.isatty()
        self._running = {}
        self._lock = threading.Lock()

    def start(self, name):
        with self._lock:
            self._running[name] = time.monotonic()
            self._progress()

    def finish(self, name, outcome):
        with self._lock:
            seconds = time.monotonic() - self._running.pop(name)
            self.passed += outcome.passed
            self.failures += [f"{name}: {case}" for case, _ in outcome.failures]
            self.skips += [f"{name}: {case} ({reason})" for case, reason in outcome.skips]
            if outcome.failures:
                self._print(f"FAIL  {name}  {seconds:.1f} s")
                for case, reason in outcome.failures:
                    self._print(f"      {case}: {reason}")
                lines = outcome.log.rstrip().splitlines()
                if len(lines) > TAIL_LINES:
                    self._print(f"    | ... {len(lines) - TAIL_LINES} lines more before these")
                for line in lines[-TAIL_LINES:]:
                    self._print(f"    | {line}")
            elif not self._terminal:
                skipped = f", {len(outcome.skips)} skipped" if outcome.skips else ""
                self._print(f"ok    {name}  {outcome.passed} passed{skipped}  {seconds:.1f} s")
            self._progress()

    def stage(self, text):
        with self._lock:
            self._print(text)

    def _print(self, line):
        print(("\r\x1b[K" if self._terminal else "") + line, flush=True)

    def _progress(self):
        if self._terminal:
            line = f"{self.passed} passed, {len(self.failures)} failed  {' '.join(self._running)}"
            print("\r\x1b[K" + line[: shutil.get_terminal_size().columns - 1], end="", flush=True)

    def summary(self):
        with self._lock:
            if self._terminal:
                print("\r\x1b[K", end="")
            for heading, names in (("skipped", self.skips), ("failed", self.failures)):
                for name in names:
                    print(f"{heading}: {name}")
            last = f"{self.passed} passed, {len(self.failures)} failed"
            print(last + (f", {len(self.skips)} skipped" if self.skips else ""), flush=True)
        return 0 if self.passed and not self.failures else 1


def stacks_of(pid):
    """Where the threads of a hanging process are, if gdb is there to tell."""
    gdb = shutil.which("gdb")
    if not gdb:
        return "(install gdb to see where it hung)"
    command = [gdb, "-p", str(pid), "-batch", "-nx"]
    command += ["-ex", "set debuginfod enabled off", "-ex", "thread apply all bt 12"]
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=GDB_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "(gdb did not answer)"
    return done.stdout


_groups = set()


def kill_group(group):
    """Kills all of a process group that is left."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def stop_everything(signal_number, _frame):
    """On Ctrl-C: the tests have process groups of their own, so the terminal does not reach them."""
    for group in list(_groups):
        kill_group(group)
    os._exit(128 + signal_number)


def run_process(command, timeout_s, log_path, env, show_stacks=True):
    """Runs a command in a process group of its own. Returns its status, or None after a time-out."""
    with open(log_path, "wb") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        _groups.add(process.pid)
        try:
            status = process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            status = None
            if show_stacks:
                log.write(stacks_of(process.pid).encode())
        finally:
            # Also what the test left behind: a child that outlives its test is stopped with it.
            kill_group(process.pid)
            process.wait(KILL_TIMEOUT_S)
            _groups.discard(process.pid)
    return status


def describe(status, timeout_s):
    if status is None:
        return f"no end after {timeout_s} s"
    if status < 0:
        return f"crashed with {signal.Signals(-status).name}"
    return SANITIZER_STATUS.get(status, f"exit status {status}")


def skip_reason(case, log):
    """Why a case was skipped, from the output: GoogleTest 1.12 keeps it out of its report."""
    begun = r"^\[ RUN      \] " + re.escape(case)
    found = re.search(begun + r"\n.*?: Skipped\n(.*?)\n\[  SKIPPED \]", log, re.M | re.S)
    return " ".join(found.group(1).split()) if found and found.group(1).strip() else "no reason given"


def gtest_outcome(status, timeout_s, report, log):
    """Counts the cases of a GoogleTest program from its report or, if it never wrote one, from its output."""
    if report.exists():
        passed, failures, skips = 0, [], []
        for suite in json.loads(report.read_text())["testsuites"]:
            for case in suite["testsuite"]:
                name = f"{suite['name']}.{case['name']}"
                if case.get("failures"):
                    failures.append((name, case["failures"][0]["failure"].splitlines()[0]))
                elif case["result"] == "SKIPPED":
                    skips.append((name, skip_reason(name, log)))
                elif case["status"] == "RUN":
                    passed += 1
                else:
                    skips.append((name, "disabled"))
        if status not in (0, 1) or (status == 1 and not failures):
            failures.append(("the program", describe(status, timeout_s)))
        if not (passed or failures or skips):
            failures.append(("no case", "the program ran no test"))
        return Outcome(passed, failures, skips, log)

    def named(kind):
        return dict.fromkeys(re.findall(r"^\[" + kind + r"\] ([\w/]+\.[\w/]+)", log, re.M))

    passed, failed, skipped = named("       OK "), named("  FAILED  "), named("  SKIPPED ")
    begun = named(" RUN      ")
    unfinished = [name for name in begun if name not in passed and name not in failed and name not in skipped]
    total = re.search(r"^\[==========\] Running (\d+) tests?", log, re.M)
    lost = int(total.group(1)) - len(begun) if total else 0
    reason = describe(status, timeout_s) + (f"; {lost} cases not run" if lost else "")
    failures = [(name, "failed") for name in failed]
    failures.append((unfinished[-1] if unfinished else "the program", reason))
    return Outcome(len(passed), failures, [(name, skip_reason(name, log)) for name in skipped], log)


def without_address_randomisation():
    """What to put before a command of a tsan build.

    clang 14's ThreadSanitizer cannot map its shadow where the kernel randomises more than 28 bits.
    """
    bits = pathlib.Path("/proc/sys/vm/mmap_rnd_bits")
    try:
        needed = int(bits.read_text()) > 28
    except OSError:
        needed = False
    return ["setarch", "-R"] if needed else []


def with_nss(folder, env):
    """The environment in which a program takes its NSS from `folder`, if one is given: NSS keeps its ABI."""
    if not folder:
        return env
    more = {"LD_LIBRARY_PATH": ":".join(filter(None, [str(folder), env.get("LD_LIBRARY_PATH")])), "PSM_NSS": str(folder)}
    return dict(env, **more)


class UnusableNss(Exception):
    pass


def nss_in_use(folder):
    """(version, folder) of the NSS that the tests get, which has to be that of `folder` if one is given."""
    missing = [f"lib{name}.so" for name in NSS_LIBRARIES if folder and not (folder / f"lib{name}.so").is_file()]
    if missing:
        raise UnusableNss(f"no {', '.join(missing)} in {folder}; tools/setup --newer-nss prints a folder with them")
    command = ["/usr/bin/python3", "-c", NSS_IN_USE]
    try:
        done = subprocess.run(
            command,
            env=with_nss(folder, os.environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=NSS_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnusableNss(f"the NSS of {folder or 'this machine'} hangs in NSS_NoDB_Init") from error
    version, *folders = done.stdout.splitlines() or ["no answer"]
    if done.returncode or (folder and [pathlib.Path(used) for used in folders] != [folder]):
        raise UnusableNss(f"the NSS of {folder or 'this machine'} cannot be used: {done.stdout.strip()}")
    return version, ", ".join(folders)


def run_test(test, build, case_filter, nss):
    out = ROOT / "out" / build
    logs = out / "test_logs"
    logs.mkdir(exist_ok=True)
    log_path = logs / f"{test['name']}.log"
    env = with_nss(nss, dict(os.environ, PSM_BUILD=build, PSM_OUT_DIR=str(out), PSM_ROOT=str(ROOT)))
    env.update(SANITIZER_ENVIRONMENT.get(build, {}))
    env.update(pair.split("=", 1) for pair in test["env"])
    prefix = without_address_randomisation() if build == "tsan" else []

    with tempfile.TemporaryDirectory(prefix="psm-", ignore_cleanup_errors=True) as scratch:
        os.chmod(scratch, 0o755)  # tests of read-only profiles give up root's rights
        env.update(TMPDIR=scratch, TEST_TMPDIR=scratch)
        report = pathlib.Path(scratch) / "gtest-report.json"
        if test["kind"] == "gtest":
            command = [str(out / test["program"]), f"--gtest_output=json:{report}"]
            if case_filter:
                command.append(f"--gtest_filter={case_filter}")
        else:
            interpreter = "/usr/bin/python3" if test["program"].endswith(".py") else "/bin/bash"
            command = [interpreter, str(ROOT / test["program"])]
        status = run_process(prefix + command + test["args"], test["timeout_s"], log_path, env)
        log = log_path.read_text(errors="replace")

        if test["kind"] == "gtest":
            return gtest_outcome(status, test["timeout_s"], report, log)
    if status == 0:
        return Outcome(1, [], [], log)
    if status == SKIP_STATUS:
        return Outcome(0, [], [(test["name"], log.strip().splitlines()[-1] if log.strip() else "no reason given")], log)
    return Outcome(0, [(test["name"], describe(status, test["timeout_s"]))], [], log)


def guarded(function, *arguments):
    """An error of the runner itself is a failed test, never a lost one."""
    try:
        return function(*arguments)
    except Exception as error:  # pylint: disable=broad-except
        return Outcome(0, [("the test runner", f"{type(error).__name__}: {error}")], [], "")


def run_all(reporter, jobs):
    """Runs (name, exclusive, function, arguments...) jobs: two at a time, then the exclusive ones alone."""

    def one(name, function, *arguments):
        reporter.start(name)
        reporter.finish(name, guarded(function, *arguments))

    for exclusive, workers in ((False, PARALLEL), (True, 1)):
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            chosen = [(name, *call) for name, is_exclusive, *call in jobs if is_exclusive == exclusive]
            submitted = [pool.submit(one, *job) for job in chosen]
        for future in submitted:
            future.result()  # raises what reporting it came to


def build_outcome(build):
    log_path = ROOT / "out" / f"{build}.build_log"
    command = [str(ROOT / "tools" / "build"), build]
    status = run_process(command, BUILD_TIMEOUT_S, log_path, os.environ, show_stacks=False)
    # A build that works is no test passed; one that does not is a failure.
    failures = [] if status == 0 else [("build", describe(status, BUILD_TIMEOUT_S))]
    return Outcome(0, failures, [], log_path.read_text(errors="replace"))


def test_build(reporter, build, options):
    name_filter, _, case_filter = options.filter.partition(":")
    name = f"{build}/build"
    reporter.start(name)
    outcome = guarded(build_outcome, build)
    reporter.finish(name, outcome)
    if outcome.failures:
        return
    manifest = json.loads((ROOT / "out" / build / "test_manifest.json").read_text())
    tests = [{**TEST_DEFAULTS, **entry} for entry in manifest]
    chosen = [
        test
        for test in tests
        if (not test["builds"] or build in test["builds"])
        and (options.long or not test["long"])
        and fnmatch.fnmatch(test["name"], name_filter)
        and (not case_filter or test["kind"] == "gtest")
    ]
    # The longest first, so that the two workers end together.
    chosen.sort(key=lambda test: -test["timeout_s"])
    run_all(reporter, [(f"{build}/{t['name']}", t["exclusive"], run_test, t, build, case_filter, options.nss) for t in chosen])


def static_check(check):
    problems = check()
    return Outcome(0 if problems else 1, [("check", "reported what follows")] if problems else [], [], problems)


def parse_options():
    parser = argparse.ArgumentParser(prog="tools/test")
    parser.add_argument("--long", action="store_true", help="also the long tests, and every build")
    parser.add_argument("--build", help=f"builds to test, with commas between (default {','.join(BUILDS)})")
    parser.add_argument(
        "--filter",
        default="*",
        help="only tests whose name matches NAME[:GTEST_FILTER]; checks are static/...",
    )
    parser.add_argument(
        "--nss",
        metavar="DIR",
        type=pathlib.Path,
        help="run the tests on the NSS whose libraries are in DIR",
    )
    parser.add_argument("--keep-going", action="store_true", help="go on to the next build after a failure")
    options = parser.parse_args()
    options.nss = options.nss and options.nss.resolve()
    if options.build:
        options.builds = options.build.split(",")
    else:
        options.builds = LONG_BUILDS if options.long else BUILDS
    return options


def main():
    options = parse_options()
    reporter = Reporter()
    try:
        reporter.stage("NSS {} of {}".format(*nss_in_use(options.nss)))
    except UnusableNss as error:
        reporter.stage(f"tools/test: {error}\n0 passed, 1 failed")
        return 1
    (ROOT / "out").mkdir(exist_ok=True)
    signal.signal(signal.SIGINT, stop_everything)
    signal.signal(signal.SIGTERM, stop_everything)
    jobs = [
        (f"static/{name}", False, static_check, check)
        for name, check in static_checks.CHECKS.items()
        if fnmatch.fnmatch(f"static/{name}", options.filter)
    ]
    run_all(reporter, jobs)
    for build in options.builds:
        if reporter.failures and not options.keep_going:
            reporter.stage(f"stopped before {build}: --keep-going goes on after a failure")
            break
        test_build(reporter, build, options)
    return reporter.summary()


if __name__ == "__main__":
    sys.exit(main())
