"""Runs one libFuzzer target: run_fuzzer.py TARGET short|long. Seeds are SAMPLES and what is in corpus/TARGET.

A finding is left by libFuzzer in the scratch folder and printed in base64, so that it can be put into corpus/TARGET.
"""

import base64
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# A long campaign is known by its executions; the slowest targets write databases, 300 a second.
LIMITS = {"short": "-max_total_time=10", "long": "-runs=10000000"}
HANG_S = {"short": 130, "long": 100_000}
# One key derivation may take as many iterations as psm/pkcs12_reader.h allows.
TIMEOUTS = {"pkcs12_import_fuzzer": 90}
SAMPLES = {
    "pkcs12_import_fuzzer": [
        f"pkcs12/{name}.p12" for name in ("openssl_3des", "openssl_ec", "openssl_plain", "openssl_rc2", "openssl_rsa")
    ],
    "prefs_parser_fuzzer": ["firefox/fresh/prefs.js"],
    "profiles_ini_fuzzer": ["firefox/profiles.ini", "firefox/ini-first-start/profiles.ini"],
}


def main():
    target, campaign = sys.argv[1:]
    root = pathlib.Path(os.environ["PSM_ROOT"])
    program = pathlib.Path(os.environ["PSM_OUT_DIR"]) / target
    seeds = root / "tests" / "fuzz" / "corpus" / target
    # Databases in memory, where there is such a folder: what is fuzzed is not the disk.
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as scratch:
        found = pathlib.Path(scratch) / "found"
        found.mkdir()
        for number, sample in enumerate(SAMPLES.get(target, [])):
            shutil.copy(root / "tests" / "data" / sample, found / f"sample{number}")
        folders = [str(found)] + ([str(seeds)] if seeds.is_dir() else [])
        result = subprocess.run(
            [program, LIMITS[campaign], f"-timeout={TIMEOUTS.get(target, 20)}", "-rss_limit_mb=2048",
             f"-artifact_prefix={scratch}/", "-print_final_stats=1"] + folders,
            stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True, errors="replace",
            timeout=HANG_S[campaign], check=False, env={**os.environ, "TMPDIR": scratch})
        print(result.stdout[-4000:])
        for artifact in pathlib.Path(scratch).iterdir():
            if artifact.is_file():
                print(artifact.name, base64.b64encode(artifact.read_bytes()).decode())
    return 1 if result.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
