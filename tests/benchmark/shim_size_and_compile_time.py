#!/usr/bin/python3
"""What the wrapped NSS headers cost: bytes of code for each call, and milliseconds for each translation unit.

    tests/benchmark/shim_size_and_compile_time.py [--rounds=N]

Bytes: one call of each gated function with zero arguments, each in a function of its own, compiled with -O2 -fPIC.
Counted is all code, the cold part included, divided by the calls; the tables for unwinding apart. Beside it the same
with raw calls.
Milliseconds: the compiler's processor time for -fsyntax-only, median and minimum over rounds in which the raw and the
wrapped headers take turns, so that a noisy machine disturbs both.
"""

import argparse
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools" / "gen_shim"))
import nss_api

SHADOWS = ROOT / "nss_glue" / "generated" / "include"
COMPILERS = ("g++", "clang++")
BAR_BYTES, BAR_MS = 160, 100
THREE = ("cert.h", "keyhi.h", "pk11pub.h")
COMPILE_TIMEOUT_S = 300

NSS_FLAGS = nss_api.pkg_config("--cflags")
WRAPPED = ["-std=c++17", f"-I{SHADOWS}", f"-I{ROOT}", *NSS_FLAGS]
RAW = ["-std=c++17", *NSS_FLAGS]


def declaring_headers():
    """The headers with a wrapper in them; they are self-contained where the raw ones are not."""
    return sorted(path.name for path in SHADOWS.glob("*.h") if "PSM_NSS_RAW(" in path.read_text())


def gated():
    """(header, result, name, parameters) of each gated function with NSS's own signature."""
    found = []
    for header in declaring_headers():
        if header == "sslexp.h":
            continue  # macros, without a symbol
        text = (SHADOWS / header).read_text()
        pattern = r"^inline (::\w[^\n(]*?[ *])(\w+)\(([^\n]*)\) \{\n  ::psm::nss_call::CallGate"
        found += [(header, *match) for match in re.findall(pattern, text, re.M) if "..." not in match[2]]
    return [entry for entry in found if "(*" not in entry[3] and "Checked" not in entry[1]]


def includes(names):
    return "".join(f"#include <{name}>\n" for name in names)


def sizes(compiler, source, flags):
    """(code, tables) of the object made of a source."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "calls.cc")
        path.write_text(source)
        made = folder + "/calls.o"
        command = [compiler, *flags, "-w", "-O2", "-fPIC", "-c", path, "-o", made]
        subprocess.run(command, check=True, timeout=COMPILE_TIMEOUT_S)
        sections = nss_api.run("size", "-A", made)

    def total(names):
        return sum(int(size) for size in re.findall(rf"^\.(?:{names})\S*\s+(\d+)", sections, re.M))

    return total("text"), total("eh_frame|gcc_except_table")


def bytes_a_call(compiler, functions, prefix, extra):
    """(code, tables) for each call."""
    callers = []
    for i, (_, _, name, parameters) in enumerate(functions):
        types = re.findall(r"(?:^|, )(.*?)\w+(?=,|$)", parameters)
        arguments = ", ".join(f"({kind.strip()})0" for kind in types)
        callers.append(f"void f{i}() {{ {prefix}{name}({arguments}); }}\n")
    headers = includes(dict.fromkeys(header for header, *_ in functions))
    code, tables = sizes(compiler, headers + "".join(callers), WRAPPED + extra)
    return code / len(functions), tables / len(functions)


def processor_time_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def milliseconds(compiler, headers, flags):
    """The processor time that one compiler takes for the headers."""
    command = [compiler, *flags, "-w", "-x", "c++", "-fsyntax-only", "-"]
    before = processor_time_of_children()
    subprocess.run(command, input=includes(headers), text=True, check=True, timeout=COMPILE_TIMEOUT_S)
    return (processor_time_of_children() - before) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds

    functions = gated()
    print(f"{len(functions)} calls, bar {BAR_BYTES} bytes a call")
    for compiler in COMPILERS:
        for what, prefix, flags in (
            ("wrapped", "psm::nss::", []),
            ("raw", "::", ["-DPSM_UNSAFE_RAW_NSS_FOR_TESTS"]),
        ):
            code, tables = bytes_a_call(compiler, functions, prefix, flags)
            print(f"  {compiler:8} {what}: {code:.0f}, tables {tables:.0f}")

    # What a raw header forgot to include stands before it in either form.
    first = ["seccomon.h", "cert.h", "keyhi.h", "secmod.h", "pk11pub.h", "hasht.h", "secport.h"]
    everything = first + [name for name in declaring_headers() if name not in first]
    print(f"bar +{BAR_MS} ms a translation unit, {rounds} rounds")
    for compiler in COMPILERS:
        for what, headers in ((f"all {len(everything)} headers", everything), ("three headers", THREE)):
            pairs = [[milliseconds(compiler, headers, flags) for flags in (RAW, WRAPPED)] for _ in range(rounds)]
            raw, wrapped = zip(*pairs)
            more = statistics.median(wrapped) - statistics.median(raw)
            least = min(wrapped) - min(raw)
            middle = statistics.median(raw)
            print(f"  {compiler:8} {what}: raw {middle:.0f}, +{more:.0f} ms (of the minima +{least:.0f})")


if __name__ == "__main__":
    main()
