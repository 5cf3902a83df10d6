"""The checks that need no build. Each returns what is wrong, as text: nothing when all is well."""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import check_includes

TIMEOUT_S = 300
# clang-tidy reads the flags of a clang build.
TIDY_BUILD = "clang-debug"
TIDY_FOLDERS = ("psm", "nss_glue", "shutdown", "tools")
GENERATED = "nss_glue/generated/"
TIDY_CACHE = ROOT / "out" / "clang_tidy_passed"

TOP_LEVEL = {"BUILD.gn", "LICENSE", "README.md", "docs", "nss_glue", "out", "psm", "shutdown", "tests", "tools"}


def output_if_failed(*command):
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=TIMEOUT_S, check=False
    )
    return done.stdout + f"\n{command[0]}: exit status {done.returncode}\n" if done.returncode else ""


def gn_format():
    files = check_includes.project_files((".gn", ".gni")) + [".gn"]
    wrong = [path for path in files if output_if_failed("/usr/bin/gn", "format", "--dry-run", path)]
    return "".join(f"{path}: run tools/format\n" for path in wrong)


def gn_check():
    return output_if_failed("tools/build", "--gen-only", TIDY_BUILD) or output_if_failed(
        "/usr/bin/gn", "check", f"out/{TIDY_BUILD}"
    )


def clang_format():
    files = check_includes.project_files()
    output = output_if_failed("clang-format", "--dry-run", "-Werror", *files) if files else ""
    # One line for each file: tools/format puts them right.
    wrong = sorted(set(re.findall(r"^(\S+?):\d+:\d+: error: ", output, re.M)))
    return "".join(f"{path}: run tools/format\n" for path in wrong) or output


def includes():
    return "\n".join(check_includes.errors())


def layout():
    strangers = [name for name in sorted(os.listdir(ROOT)) if name not in TOP_LEVEL and not name.startswith(".")]
    return "".join(f"{name}: not in the list of what the top folder holds\n" for name in strangers)


def tidy_key(entry, path, version):
    """A hash of all that decides what clang-tidy says of a file, system headers aside."""
    digest = hashlib.sha256((version + entry["command"] + (ROOT / ".clang-tidy").read_text()).encode())
    for header in sorted(check_includes.closure(path)):
        digest.update(header.encode() + (ROOT / header).read_bytes())
    return digest.hexdigest()


def clang_tidy():
    problems = output_if_failed("tools/build", "--gen-only", TIDY_BUILD)
    if problems:
        return problems
    out = ROOT / "out" / TIDY_BUILD
    version = subprocess.run(["clang-tidy", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout
    TIDY_CACHE.mkdir(exist_ok=True)

    def tidy(path, key):
        found = output_if_failed("clang-tidy", "--quiet", "-p", str(out), path)
        if not found:
            (TIDY_CACHE / key).touch()
        return found

    todo = {}
    for entry in json.loads((out / "compile_commands.json").read_text()):
        path = os.path.relpath(os.path.join(entry["directory"], entry["file"]), ROOT)
        ours = path.split("/", 1)[0] in TIDY_FOLDERS and not path.startswith(GENERATED)
        if ours and os.path.exists(ROOT / path):
            key = tidy_key(entry, path, version)
            if not (TIDY_CACHE / key).exists():
                todo[path] = key
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return "".join(pool.map(tidy, todo.keys(), todo.values()))


CHECKS = {
    "layout": layout,
    "gn-format": gn_format,
    "gn-check": gn_check,
    "includes": includes,
    "clang-format": clang_format,
    "clang-tidy": clang_tidy,
}
