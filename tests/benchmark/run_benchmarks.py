#!/usr/bin/python3
"""Starts each benchmark program many times, in turns, and compares what the launches found.

    tests/benchmark/run_benchmarks.py [--out=out/release] [--launches=20 | --quick] [--json=FILE] [PROGRAM...]

One launch is one sample: where the kernel happens to put a slot or a stack can make a whole process slower, and no
number of repetitions inside that process would show it. So a figure is the median over the launches, with p90 and
maximum beside it. In a launch, a case is the median of its repetitions.

What the figures are:
  1 thread        CPU time for one operation
  2 threads       wall time for one operation of one thread, each on a CPU of its own. Rounds that were preempted do not
                  count if enough others remain; the mark * says that they did not
  8 threads       CPU time for one operation: it leaves sleep out, and so flatters the locks that block
  single events   (drains, evaporations) the median that the program itself reports

Bars are printed, never enforced: a shared machine would fail them at random. Exits with 1 only if a program failed.
"""

import argparse
import json
import operator
import os
import pathlib
import re
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LAUNCH_TIMEOUT_S = 600
# Fewer undisturbed launches than this say less than all launches together.
ENOUGH = 5

# One launch of a program: its options, and whether each case wants a process of its own. The rounds are short, so that
# some of them are not preempted. The cases of drain_benchmark and registry_benchmark need their order.
PROGRAMS = {
    "gate_benchmark": (
        ["--benchmark_min_time=0.005", "--benchmark_repetitions=3", "--benchmark_enable_random_interleaving=true"],
        False,
    ),
    "drain_benchmark": (["--benchmark_min_time=0.005"], False),
    "registry_benchmark": (["--benchmark_min_time=0.005", "--benchmark_repetitions=3"], False),
    "shim_benchmark": (
        ["--benchmark_min_time=0.005", "--benchmark_repetitions=5", "--benchmark_enable_random_interleaving=true"],
        False,
    ),
    "references_benchmark": (
        ["--benchmark_min_time=0.005", "--benchmark_repetitions=5", "--benchmark_enable_random_interleaving=true"],
        False,
    ),
    "tls_benchmark": (
        ["--benchmark_min_time=0.005", "--benchmark_repetitions=3", "--benchmark_enable_random_interleaving=true"],
        False,
    ),
    "profile_switch_benchmark": (["--benchmark_min_time=0.05"], True),
    "durability_benchmark": (["--benchmark_min_time=0.1"], True),
    "database_check_benchmark": (["--benchmark_min_time=0.05"], False),
}

SPIN = "calibration/spin"
# Of shim_benchmark: an accessor, or `slot`; and the same inside a lock.
SHIM_BODY = re.compile(r"(nested_)?(PK11_|SECKEY_)\w+|slot")
# Of tls_benchmark: those short enough for a nanosecond to show.
TLS_METHODS = ("PR_Available", "PR_GetSocketOption", "PR_Seek")
NS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}
CPUS = len(os.sched_getaffinity(0))


def run(command):
    """(what it printed, None), or (None, what went wrong)."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LAUNCH_TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired:
        return None, f"{command[0]}: no end after {LAUNCH_TIMEOUT_S} s"
    except OSError as error:
        return None, f"{command[0]}: {error.strerror}; tools/build release makes it"
    if done.returncode != 0:
        return None, f"{command[0]}: exit status {done.returncode}\n{done.stderr}"
    return done.stdout, None


def case_name(name):
    """A benchmark's name without what Google Benchmark adds to it."""
    return re.sub(r"/(iterations:\d+|manual_time|real_time|repeats:\d+|min_time:[\d.]+)", "", name)


def launch(path, options, case=None):
    """(rounds, None) of one process, a round being (case, nanoseconds, was it preempted); ([], what went wrong)."""
    only = [f"--benchmark_filter=^{re.escape(case)}$"] if case else []
    output, error = run([str(path), "--benchmark_format=json", *options, *only])
    if error:
        return [], error
    rounds = []
    for entry in json.loads(output)["benchmarks"]:
        if entry["run_type"] != "iteration":
            continue
        if entry.get("error_occurred"):
            return [], f"{path.name}: {entry['name']}: {entry['error_message']}"
        name = case_name(entry["name"])
        threads = entry.get("threads", 1)
        if "median_ns" in entry:
            figure = entry["median_ns"]
        elif case:  # whole switches wait for files
            figure = entry["real_time"] * NS[entry["time_unit"]]
        elif threads == 2:  # what Google Benchmark calls real time is for one operation of any thread
            figure = entry["real_time"] * NS[entry["time_unit"]] * threads
        else:
            figure = entry["cpu_time"] * NS[entry["time_unit"]]
        rounds.append((name, figure, threads == 2 and entry.get("preempted", 0) > 0))
    return rounds, None


class Figures:
    """The samples of each case, one for each launch."""

    def __init__(self):
        self._launches = {}

    def add(self, launch_index, rounds):
        for name, figure, disturbed in rounds:
            self._launches.setdefault(name, {}).setdefault(launch_index, []).append((figure, disturbed))

    def names(self, order):
        return sorted(self._launches, key=order.index)

    def bodies(self, pattern):
        """The first parts of the names, of those that match."""
        return sorted({body for body in (name.split("/")[0] for name in self._launches) if re.fullmatch(pattern, body)})

    def by_launch(self, name):
        """The median of each launch, by its index, and whether disturbed rounds had to be counted."""
        launches = self._launches.get(name, {})
        clean = {i: [figure for figure, disturbed in rounds if not disturbed] for i, rounds in launches.items()}
        clean = {i: statistics.median(rounds) for i, rounds in clean.items() if rounds}
        if len(clean) >= min(ENOUGH, len(launches)):
            return clean, False
        return {i: statistics.median(figure for figure, _ in rounds) for i, rounds in launches.items()}, True

    def samples(self, name):
        medians, disturbed = self.by_launch(name)
        return list(medians.values()), disturbed

    def paired(self, combine, a, b):
        """The median over the launches of `combine` of both cases, or None.

        A machine whose clock moves between two speeds moves both cases of a launch, and would move the quotient of two
        medians at random.
        """
        first, second = self.by_launch(a)[0], self.by_launch(b)[0]
        both = [combine(first[i], second[i]) for i in first.keys() & second.keys()]
        return statistics.median(both) if both else None

    def median(self, name):
        samples, _ = self.samples(name)
        return statistics.median(samples) if samples else None

    def summary(self, name):
        samples, disturbed = self.samples(name)
        samples = sorted(samples)
        return {
            "median_ns": statistics.median(samples),
            "p90_ns": samples[min(len(samples) - 1, len(samples) * 9 // 10)],
            "max_ns": samples[-1],
            "min_ns": samples[0],
            "launches": len(samples),
            "disturbed": disturbed,
        }


def peers(name):
    """What a case is compared with: (column, case)."""
    parts = name.split("/")
    if parts[0] in ("empty", "is_fips", "key_slot", "random32"):
        body, threads = parts[0], parts[2]
        return [(gate, f"{body}/{gate}/{threads}") for gate in ("ungated", "gecko_new") if parts[1] != gate]
    if parts[0] in ("churn", "evaporate") and parts[1] == "tracked":
        return [(way, "/".join([parts[0], way, *parts[2:]])) for way in ("unordered_set", "flat_hash_set")]
    if SHIM_BODY.fullmatch(parts[0]) and parts[1] != "raw":
        return [("raw", f"{parts[0]}/raw/{parts[2]}")]
    if parts[0] == "reference" and parts[2] != "gated":
        return [("gated", f"reference/{parts[1]}/gated/{parts[3]}")]
    if parts[0] in ("method", "ping_pong") and parts[2] == "layer":
        return [("nss", f"{parts[0]}/{parts[1]}/nss")]
    if parts[0] == "durability" and parts[2] == "durable":
        return [("bare", f"durability/{parts[1]}/bare")]
    if parts[0] == "ManagedSwitch":
        return [(bare, f"BareSwitch/{bare}/{parts[2]}") for bare in ("InitReadWrite", "GeckosFlags")]
    return []


def readable(ns):
    if ns < 10000:
        return f"{ns:.2f} ns" if ns < 100 else f"{ns:.0f} ns"
    return f"{ns / 1e3:.1f} us" if ns < 1e7 else f"{ns / 1e6:.1f} ms"


def bars(figures):
    """(what is asked, what was found, met) for each bar whose cases were run."""
    found = []

    def median(name):
        return figures.median(name)

    def at_most(text, limit, value, unit):
        if value is not None:
            found.append((text, f"{value:.2f} {unit}", value <= limit))

    def at_least(text, limit, value):
        if value is not None:
            found.append((text, f"{value:.1f}x", value >= limit))

    def ratio(a, b):
        return figures.paired(operator.truediv, a, b)

    for gate in ("gate_entry", "prevention_lock"):
        alone = f"empty/{gate}/threads:1"
        at_most(f"{gate}: enter + leave <= 1.5 ns", 1.5, median(alone), "ns")
        at_least(f"{gate}: >= 20x cheaper than Gecko's lock", 20, ratio("empty/gecko_new/threads:1", alone))
        at_most(f"{gate}: 2 threads <= 1.1x of 1", 1.1, ratio(f"empty/{gate}/threads:2", alone), "x")
        added = figures.paired(operator.sub, f"is_fips/{gate}/threads:1", "is_fips/ungated/threads:1")
        at_most(f"{gate}: around PK11_IsFIPS <= +0.5 ns", 0.5, added, "ns")
        added = ratio(f"key_slot/{gate}/threads:1", "key_slot/ungated/threads:1")
        if added is not None:
            at_most(f"{gate}: around slot get + free <= +10 %", 10, (added - 1) * 100, "%")

    for threads, limit_us in ((1000, 100), (10000, 1000)):
        drained = median(f"drain/idle/{threads}")
        if drained is not None:
            at_most(f"drain of {threads:,} idle threads < {limit_us} us", limit_us, drained / 1e3, "us")

    for threads, limit in ((1, 2), (2, 4)):
        for pattern in ("scoped", "window"):
            case = f"{pattern}/threads:{threads}"
            sets = ("unordered_set", "flat_hash_set")
            faster = [ratio(f"churn/{way}/{case}", f"churn/tracked/{case}") for way in sets]
            if None not in faster:
                text = f"register + unregister ({pattern}, {threads} thread{'s' * (threads > 1)})"
                at_least(f"{text} >= {limit}x faster than the faster set", limit, min(faster))

    def shim(text, limit, bodies, threads):
        # The median over the accessors: each of them gains or loses a cycle with its place.
        ratios = [ratio(f"{body}/wrapper/{threads}", f"{body}/raw/{threads}") for body in figures.bodies(bodies)]
        ratios = [value for value in ratios if value is not None]
        if ratios:
            at_most(f"shim: {text} <= {limit}x raw", limit, statistics.median(ratios), "x")

    shim("an accessor, 1 thread", 1.15, "(PK11|SECKEY)_.*", "threads:1")
    shim("an accessor, 2 threads", 1.15, "(PK11|SECKEY)_.*", "threads:2")
    shim("an accessor inside a lock", 1.05, "nested_.*", "threads:1")
    shim("slot get + free, 1 thread", 1.15, "slot", "threads:1")
    shim("slot get + free, 2 threads that contend", 1.15, "slot", "threads:2")

    added = [figures.paired(operator.sub, f"method/{method}/layer", f"method/{method}/nss") for method in TLS_METHODS]
    if None not in added:
        at_most("TLS layer: a method <= +4 ns", 4, statistics.median(added), "ns")
    for threads in ("one_thread", "two_threads"):
        at_most(
            f"TLS layer: ping-pong of a byte, {threads.replace('_', ' ')}, <= 1.05x",
            1.05,
            ratio(f"ping_pong/{threads}/layer", f"ping_pong/{threads}/nss"),
            "x",
        )
    for call in ("read", "write"):
        drained = median(f"tls_drain/blocked_{call}")
        if drained is not None:
            at_most(f"TLS layer: a blocked {call} is drained in < 50 ms", 50, drained / 1e6, "ms")

    for operation, limit in (("certificate_import", 1.15), ("trust_change", 1.25), ("key_pair", 1.25)):
        durable = ratio(f"durability/{operation}/durable", f"durability/{operation}/bare")
        at_most(f"durable {operation.replace('_', ' ')} <= {limit}x bare NSS", limit, durable, "x")
    for mode in ("coordinated", "never"):
        looked = ratio("preflight/unchanged", f"ManagedSwitch/{mode}/0")
        if looked is not None:
            at_most(f"look at an unchanged profile <= 10 % of a {mode} switch", 10, looked * 100, "%")

    for mode, limit in (("coordinated", 1.05), ("never", 0.5)):
        switch = ratio(f"ManagedSwitch/{mode}/0", "BareSwitch/GeckosFlags/0")
        at_most(f"a {mode} switch <= {limit}x bare NSS, with Gecko's flags", limit, switch, "x")

    # An iteration obtains and releases.
    added = figures.paired(operator.sub, "reference/empty/counted/threads:1", "reference/empty/gated/threads:1")
    if added is not None:
        at_most("counting a reference <= +0.5 ns a call", 0.5, added / 2, "ns")

    growth = ratio("evaporate/tracked/1000000", "evaporate/tracked/1000")
    if growth is not None:
        at_most("evaporation is linear: an object of 1,000,000 <= 3x one of 1,000", 3, growth / 1000, "x")
    return found


def readable_ratio(ratio):
    return f"{ratio:.2f}x" if ratio >= 0.1 else f"1/{1 / ratio:.0f} of"


def print_table(figures, order):
    rows = []
    for name in figures.names(order):
        summary = figures.summary(name)
        cells = [readable(summary[key]) for key in ("median_ns", "p90_ns", "max_ns")]
        ratios = []
        for column, peer in peers(name):
            other = figures.median(peer)
            if other is not None:
                ratios.append(f"{readable_ratio(summary['median_ns'] / other)} {column}")
        rows.append([name + (" *" if summary["disturbed"] else ""), *cells, ", ".join(ratios)])
    rows.insert(0, ["case", "median", "p90", "max", "beside"])
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    group = None
    for row in rows:
        if row[0].split("/")[0] != group and group is not None:
            print()
        group = row[0].split("/")[0]
        numbers = "  ".join(f"{row[i]:>{widths[i]}}" for i in range(1, 4))
        print(f"{row[0]:<{widths[0]}}  {numbers}  {row[4]}".rstrip())


def print_calibration(figures):
    """Says whether two cores were free; returns the ratio, or None."""
    # The wall time of the pair is kept even when preempted: that it was preempted is what is asked.
    one, two = figures.median(f"{SPIN}/threads:1"), figures.median(f"{SPIN}/threads:2")
    if one is None or two is None:
        return None
    ratio = two / one
    verdict = "two cores were free" if ratio < 1.05 else "the cores were NOT free: 2-thread figures say little"
    print(f"\nspin calibration: two threads take {ratio:.2f}x the time of one: {verdict}")
    return ratio


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help="default: all")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "out" / "release", help="where the programs are")
    parser.add_argument("--launches", type=int, default=20)
    parser.add_argument("--quick", action="store_true", help="3 launches: a look, not a measurement")
    parser.add_argument("--json", type=pathlib.Path, help="write all figures to this file")
    arguments = parser.parse_args()
    unknown = set(arguments.programs) - set(PROGRAMS)
    if unknown:
        parser.error(f"no such program: {', '.join(sorted(unknown))}")
    names = arguments.programs or list(PROGRAMS)
    launches = 3 if arguments.quick else arguments.launches
    if CPUS < 2:
        print("one CPU only: the 2-thread figures mean nothing", file=sys.stderr)

    figures = Figures()
    spins = Figures()
    errors = {}
    order = []
    work = []  # (program, case or None)
    for name in names:
        listed, error = run([str(arguments.out / name), "--benchmark_list_tests"])
        if error:
            errors[name] = error
            continue
        order += [case_name(case) for case in listed.split()]
        work += [(name, case) for case in listed.split()] if PROGRAMS[name][1] else [(name, None)]
    for index in range(launches):
        for name, case in work:
            if name in errors:
                continue
            if sys.stderr.isatty():
                print(f"\r\x1b[Klaunch {index + 1} of {launches}: {case or name}", end="", file=sys.stderr, flush=True)
            rounds, error = launch(arguments.out / name, PROGRAMS[name][0], case)
            if error:
                errors[name] = error
                continue
            figures.add(index, [entry for entry in rounds if not entry[0].startswith(SPIN)])
            spins.add((index, name), [(entry[0], entry[1], False) for entry in rounds if entry[0].startswith(SPIN)])
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)

    print_table(figures, order)
    calibration = print_calibration(spins)
    met = bars(figures)
    if met:
        print(f"\nbars; ratios and differences are within a launch, medians over {launches} launches")
        width = max(len(text) for text, _, _ in met)
        for text, value, is_met in met:
            print(f"  {'met    ' if is_met else 'NOT MET'}  {text:<{width}}  {value:>10}")
    for error in errors.values():
        print(error, file=sys.stderr)

    if arguments.json:
        result = {
            "launches": launches,
            "cpus": CPUS,
            "load": os.getloadavg(),
            "spin_two_over_one": calibration,
            "cases": {
                name: dict(figures.summary(name), samples_ns=figures.samples(name)[0]) for name in figures.names(order)
            },
            "bars": [{"bar": text, "found": value, "met": is_met} for text, value, is_met in met],
            "errors": errors,
        }
        arguments.json.write_text(json.dumps(result, indent=1) + "\n")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
