#!/usr/bin/python3
"""Checks that the arrows between the folders point down only: psm -> nss_glue -> shutdown.

GN's visibility and `gn check` see the targets and the quoted includes of known files; this sees the rest:

  1. Only nss_glue/ and tests/ include NSS or NSPR headers; psm/ and tools/ have nss_glue/nss.h.
  2. No public header of psm/ or shutdown/ includes one, not even by way of another of our headers.
  3. shutdown/ includes nothing of nss_glue/ or psm/; nss_glue/ includes nothing of psm/.
  4. psm/ and shutdown/ name no function that the NSS or NSPR libraries export, except psm/ as nss::Function.
  5. Only nss_glue/ and tests/ name what goes round the gate: psm_raw_X, psm_special_X and the headers that declare
     them. Nobody defines PSM_UNSAFE_RAW_NSS_FOR_TESTS but the GN config of that name.

Prints FILE:LINE: what is wrong, and leaves with status 1 if anything is.
"""

import functools
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE_SUFFIXES = (".h", ".cc", ".c")
LIBRARIES = ("libnss3", "libssl3", "libsmime3", "libnssutil3", "libnspr4", "libplc4", "libplds4")

MAY_INCLUDE_NSS = ("nss_glue", "tests")
MAY_GO_ROUND = ("nss_glue", "tests")
ROUND = re.compile(r"\bpsm_(?:raw|special)_\w+|nss_glue/generated/raw\.h|nss_glue/raw_macros\.h")
LIFTS_BAN = re.compile(r"#\s*define\s+PSM_UNSAFE_RAW_NSS_FOR_TESTS")
FORBIDDEN_FOLDERS = {"shutdown": ("nss_glue", "psm"), "nss_glue": ("psm",)}

INCLUDE = re.compile(r'^\s*#\s*include(?:_next)?\s*[<"]([^>"]+)[>"]')
IDENTIFIER = re.compile(r"(\bnss::)?\b([A-Za-z_]\w*)")
# Comments, raw strings, strings and character literals; a digit separator (1'000) is no literal.
NOT_CODE = re.compile(
    r'//(?:\\\n|[^\n])*|/\*.*?\*/|R"([^()\\\s]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])*\'',
    re.DOTALL,
)


def project_files(suffixes=SOURCE_SUFFIXES):
    """Every file of the project with one of the suffixes, relative to its root."""
    files = []
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = sorted(d for d in subfolders if d != "out" and not d.startswith("."))
        for name in sorted(names):
            if name.endswith(suffixes):
                files.append(os.path.relpath(os.path.join(folder, name), ROOT))
    return files


@functools.lru_cache(maxsize=None)
def includes(path):
    """The (line number, header) pairs that a file includes."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return [(n, m.group(1)) for n, line in enumerate(text.splitlines(), 1) if (m := INCLUDE.match(line))]


def closure(path):
    """A file and each of our headers it includes, directly or not."""
    seen, queue = {path}, [path]
    while queue:
        for _, header in includes(queue.pop()):
            if header not in seen and (ROOT / header).is_file():
                seen.add(header)
                queue.append(header)
    return seen


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@functools.lru_cache(maxsize=None)
def nss_headers():
    """How the raw headers can be spelled: nss.h, nss/nss.h, private/pprio.h."""
    names = set()
    for path in run("dpkg", "-L", "libnss3-dev", "libnspr4-dev").splitlines():
        if path.endswith(".h"):
            name = path.removeprefix("/usr/include/")
            names |= {name, name.split("/", 1)[1]}
    if "nss.h" not in names or "prtypes.h" not in names:
        raise RuntimeError("the headers of libnss3-dev and libnspr4-dev were not found")
    return names


def nss_functions():
    folder = run("/usr/bin/pkg-config", "--variable=libdir", "nss").strip()
    functions = set()
    for library in LIBRARIES:
        for line in run("nm", "-D", "--defined-only", f"{folder}/{library}.so").splitlines():
            kind, name = line.split()[-2:]
            if kind in "TWi":
                functions.add(name.split("@")[0])
    if "NSS_Shutdown" not in functions or "PR_Lock" not in functions:
        raise RuntimeError("the functions of the NSS libraries were not found")
    return functions


def code_only(text):
    """The text with comments and literals blanked, line numbers kept."""
    return NOT_CODE.sub(lambda m: " " + "\n" * m.group(0).count("\n"), text)


@functools.lru_cache(maxsize=None)
def public_headers(folder):
    """The headers that the BUILD.gn of a folder calls public."""
    lists = re.findall(r"^  public = \[(.*?)\]", (ROOT / folder / "BUILD.gn").read_text(encoding="utf-8"), re.M | re.S)
    headers = {f"{folder}/{name}" for names in lists for name in re.findall(r'"([^"]+)"', names)}
    if not headers:
        raise RuntimeError(f"{folder}/BUILD.gn calls no header public")
    return headers


def errors():
    functions = nss_functions()
    for path in project_files():
        folder = path.split("/", 1)[0]
        for line, header in includes(path):
            if header in nss_headers() and folder not in MAY_INCLUDE_NSS:
                yield f"{path}:{line}: NSS header <{header}> outside {'/, '.join(MAY_INCLUDE_NSS)}/"
            if header.split("/", 1)[0] in FORBIDDEN_FOLDERS.get(folder, ()):
                yield f"{path}:{line}: {folder}/ may not know {header}"

        source = (ROOT / path).read_text(encoding="utf-8")
        for number, line in enumerate(source.splitlines(), 1):
            if folder not in MAY_GO_ROUND and (found := ROUND.search(line)):
                yield f"{path}:{number}: {found[0]} goes round the gate"
            if LIFTS_BAN.search(line):
                yield f"{path}:{number}: PSM_UNSAFE_RAW_NSS_FOR_TESTS is GN's to define"

        if folder not in ("psm", "shutdown"):
            continue
        if path in public_headers(folder):
            for ours in sorted(closure(path)):
                shown = [header for _, header in includes(ours) if header in nss_headers()]
                if shown:
                    yield f"{path}:1: shows NSS: {ours} includes <{shown[0]}>"
        for number, line in enumerate(code_only(source).splitlines(), 1):
            if INCLUDE.match(line):
                continue
            for gated, name in IDENTIFIER.findall(line):
                if name in functions and not (gated and folder == "psm"):
                    yield f"{path}:{number}: {name} is a raw NSS function"


def main():
    found = list(errors())
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
