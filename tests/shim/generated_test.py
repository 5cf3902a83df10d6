"""What is committed under nss_glue/generated/ is what tools/gen_shim/gen_shim.py writes, on every run.

Without clang nothing can be regenerated; then the coverage alone is checked, and the test says so.
"""

import filecmp
import pathlib
import shutil
import subprocess
import sys
import tempfile

import compiling

GENERATOR = compiling.ROOT / "tools" / "gen_shim" / "gen_shim.py"
TIMEOUT_S = 120


def files_of(folder):
    return {str(path.relative_to(folder)) for path in folder.glob("**/*") if path.is_file()}


def differences(ours, theirs):
    for name in sorted(files_of(ours) ^ files_of(theirs)):
        yield f"{name} is only in one of {ours} and {theirs}"
    for name in sorted(files_of(ours) & files_of(theirs)):
        if not filecmp.cmp(ours / name, theirs / name, shallow=False):
            yield f"{name} differs: run {GENERATOR.relative_to(compiling.ROOT)}"


def main():
    if not shutil.which("clang++"):
        print("clang++ is not installed: nothing was regenerated, only the coverage is checked")
        return subprocess.run([compiling.ROOT / "tools" / "shim_coverage"], check=False, timeout=TIMEOUT_S).returncode
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        folders = [pathlib.Path(first), pathlib.Path(second)]
        for folder in folders:
            subprocess.run(["/usr/bin/python3", GENERATOR, f"--out={folder}"], check=True, timeout=TIMEOUT_S)
        found = list(differences(compiling.GENERATED, folders[0])) + list(differences(*folders))
    print("\n".join(found) or f"{len(files_of(compiling.GENERATED))} files are as they are written")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
