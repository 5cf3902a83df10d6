"""Turns an object file that holds a compiler's intermediate code into one with instructions, by that compiler."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from nss_call_audit_elf import Unreadable

BITCODE = (b"BC\xc0\xde", b"\xde\xc0\x17\x0b")
TIMEOUT_S = 120
GCC = ("gcc", ["-r", "-nostdlib", "-flinker-output=nolto-rel", "-O0", "-w"])
CLANG = ("clang", ["-c", "-O0", "-w", "-x", "ir"])


def tool(name):
    """The path of `name` on PATH or, failing that, of the newest `name-VERSION`."""
    found = shutil.which(name)
    if found:
        return found
    versions = {}
    for folder in os.get_exec_path():
        for path in pathlib.Path(folder).glob(name + "-*"):
            version = re.fullmatch(r"-(\d+)", path.name[len(name) :])
            if version:
                versions.setdefault(int(version[1]), str(path))
    return versions[max(versions)] if versions else None


def to_native(content):
    """The same object with instructions: what gcc's or clang's intermediate code comes to without optimisation."""
    name, arguments = CLANG if content[:4] in BITCODE else GCC
    compiler = tool(name)
    if not compiler:
        raise Unreadable(f"link-time optimisation: no {name} on PATH to read it with")
    with tempfile.TemporaryDirectory(prefix="nss_call_audit_") as folder:
        source, native = pathlib.Path(folder, "lto.o"), pathlib.Path(folder, "native.o")
        source.write_bytes(content)
        try:
            done = subprocess.run(
                [compiler, *arguments, "-o", native, source],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=TIMEOUT_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable(f"link-time optimisation: {name} did not end in {TIMEOUT_S} s") from error
        if done.returncode:
            last = (done.stdout.strip().splitlines() or ["no message"])[-1]
            raise Unreadable(f"link-time optimisation: {name} on PATH is not the compiler that made it ({last})")
        return native.read_bytes()
