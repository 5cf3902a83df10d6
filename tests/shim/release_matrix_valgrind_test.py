"""The release matrix once more under valgrind: no invalid access inside NSS either, which no sanitiser has compiled."""

import os
import pathlib
import shutil
import subprocess
import sys

TIMEOUT_S = 1140
ERRORS = 99  # a forked child ends with it too, and the test then fails in its parent


def main():
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        print("valgrind is not installed")
        return 77
    program = pathlib.Path(os.environ["PSM_OUT_DIR"], "release_matrix_test")
    command = [valgrind, "--quiet", f"--error-exitcode={ERRORS}", "--undef-value-errors=no", str(program)]
    return subprocess.run([*command, "--gtest_filter=*ReleaseMatrixTest*"], check=False, timeout=TIMEOUT_S).returncode


if __name__ == "__main__":
    sys.exit(main())
