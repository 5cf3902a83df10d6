"""What the compile tests of the shim share: sources in a string, through g++, clang++, gcc or clang."""

import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ["PSM_ROOT"])
GENERATED = ROOT / "nss_glue" / "generated"
SHADOWS = GENERATED / "include"
NSS = subprocess.run(["/usr/bin/pkg-config", "--cflags", "nss"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()
WRAPPED = [f"-I{SHADOWS}", f"-I{ROOT}", *(flag.replace("-I", "-isystem") for flag in NSS)]
WARNINGS = ["-Wall", "-Wextra", "-Werror"]
CXX = ("g++", "clang++")
C = ("gcc", "clang")


def compile_text(compiler, source, *flags):
    """(whether it compiled, what the compiler said)."""
    language = ["-x", "c++", "-std=c++17"] if compiler in CXX else ["-x", "c", "-std=c11"]
    command = [compiler, *language, *WARNINGS, *WRAPPED, *flags, "-fsyntax-only", "-"]
    done = subprocess.run(
        command, input=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=120
    )
    return done.returncode == 0, done.stdout


def messages_by_line(output):
    """Line of the source -> the errors that the compiler reports there."""
    found = {}
    for line, message in re.findall(r"^<stdin>:(\d+):\d+: error: (.*)$", output, re.M):
        found.setdefault(int(line), []).append(message)
    return found


def build(compiler, sources, folder, *flags):
    """Compiles and links files of the given names and texts; returns the path of the program."""
    for name, text in sources.items():
        pathlib.Path(folder, name).write_text(text)
    program = pathlib.Path(folder, "program")
    standard = "-std=c++17" if compiler in CXX else "-std=c11"
    paths = [str(pathlib.Path(folder, name)) for name in sources]
    subprocess.run([compiler, standard, *WARNINGS, *WRAPPED, *paths, *flags, "-o", str(program)], check=True, timeout=300)
    return program


def scratch():
    return tempfile.TemporaryDirectory(prefix="shim_")


def coverage():
    """The rows of coverage.tsv, as dictionaries."""
    lines = (GENERATED / "coverage.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:]]


def headers():
    return sorted(path.name for path in SHADOWS.glob("*.h"))


def all_headers():
    """Every header at once; not those that only print that they are deprecated."""
    return "".join(f"#include <{name}>\n" for name in headers() if name not in ("key.h", "keyt.h"))
