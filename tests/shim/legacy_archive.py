#!/usr/bin/python3
"""Compiles a C source against the raw NSS headers, as somebody else did long ago.

    legacy_archive.py SOURCE OUT.A [REDEFINE.SYMS OUT_GATED.A]

With the other two, makes the gated archive of it by the line that docs/adopting.md gives; both can then be linked into
one program, since ask_nss is legacy_ask_nss in the first and gated_ask_nss in the second.
"""

import pathlib
import subprocess
import sys


TIMEOUT_S = 120


def run(*command):
    """What a command prints."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S).stdout


def main():
    source, plain, *rest = map(pathlib.Path, sys.argv[1:])
    flags = run("/usr/bin/pkg-config", "--cflags", "nss").split()
    made = plain.with_suffix(".o")
    run("gcc", "-O1", "-fPIC", *flags, "-c", str(source), "-o", str(made))
    plain.unlink(missing_ok=True)
    run("ar", "crs", str(plain), str(made))
    made.unlink()
    if rest:
        symbols, gated = rest
        run("objcopy", f"--redefine-syms={symbols}", str(plain), str(gated))
        run("objcopy", "--redefine-sym=ask_nss=legacy_ask_nss", str(plain))
        run("objcopy", "--redefine-sym=ask_nss=gated_ask_nss", str(gated))


if __name__ == "__main__":
    main()
