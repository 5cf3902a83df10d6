"""What the compile tests of the shim share: sources in a string, through g++, clang++, gcc or clang."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["PSM_ROOT"])
sys.path.insert(0, str(ROOT / "tools" / "gen_shim"))
import coverage_table
import nss_api

COMPILE_TIMEOUT_S = 120
BUILD_TIMEOUT_S = 300
GENERATED = ROOT / "nss_glue" / "generated"
SHADOWS = GENERATED / "include"
NSS_FLAGS = nss_api.pkg_config("--cflags")
WRAPPED = [f"-I{SHADOWS}", f"-I{ROOT}", *(flag.replace("-I", "-isystem") for flag in NSS_FLAGS)]
WARNINGS = ["-Wall", "-Wextra", "-Werror"]
CXX = ("g++", "clang++")
C = ("gcc", "clang")
ROWS = coverage_table.rows()


def compile_text(compiler, source, *flags):
    """(whether it compiled, what the compiler said)."""
    language = ["-x", "c++", "-std=c++17"] if compiler in CXX else ["-x", "c", "-std=c11"]
    command = [compiler, *language, *WARNINGS, *WRAPPED, *flags, "-fsyntax-only", "-"]
    done = subprocess.run(
        command,
        input=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=COMPILE_TIMEOUT_S,
        check=False,
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
    command = [compiler, standard, *WARNINGS, *WRAPPED, *paths, *flags, "-o", str(program)]
    subprocess.run(command, check=True, timeout=BUILD_TIMEOUT_S)
    return program


def scratch():
    return tempfile.TemporaryDirectory(prefix="shim_")


def is_visible(row):
    """An ordinary source sees the declaration of the function."""
    return row["header"] != "-" and not row["name"].endswith("_Util")


def has_shape(row, shape):
    return shape in row["shape"].split(",")


def headers():
    return sorted(path.name for path in SHADOWS.glob("*.h"))


def all_headers():
    """Every header at once; not those that only print that they are deprecated."""
    return "".join(f"#include <{name}>\n" for name in headers() if name not in ("key.h", "keyt.h"))
