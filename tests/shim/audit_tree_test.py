"""tools/nss_call_audit over every object, archive and linked file of this build: nothing calls NSS round the gate.

What tests do on purpose is in audit_exceptions.txt, next to this file.
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(os.environ["PSM_ROOT"])
OUT = pathlib.Path(os.environ["PSM_OUT_DIR"])
LIST_TIMEOUT_S = 60
AUDIT_TIMEOUT_S = 570
# What GN calls its rules for what this test is about.
RULES = {"asm", "cc", "cxx", "alink", "solink", "link"}


def outputs():
    """What ninja would build, rather than what lies about from earlier."""
    command = ["/usr/bin/ninja", "-C", OUT, "-t", "targets", "all"]
    listed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=LIST_TIMEOUT_S).stdout
    for line in listed.splitlines():
        path, _, rule = line.rpartition(": ")
        if rule in RULES:
            yield OUT / path


def main():
    wanted = sorted(set(outputs()))
    built = [path for path in wanted if path.exists()]
    names = {path.name for path in built}
    if "libpsm.so.1" not in names or not any(name.endswith(".o") for name in names):
        print("no objects, or no libpsm: is this build there?")
        return 1
    command = [ROOT / "tools" / "nss_call_audit", f"--exceptions={ROOT}/tests/shim/audit_exceptions.txt", *built]
    if "PSM_NSS" in os.environ:  # of tools/test --nss=DIR
        command.insert(1, f"--libs={os.environ['PSM_NSS']}")
    status = subprocess.run(command, check=False, timeout=AUDIT_TIMEOUT_S).returncode
    missing = len(wanted) - len(built)
    if missing:
        print(f"{missing} files of this build were not there to be audited")
    return status


if __name__ == "__main__":
    sys.exit(main())
