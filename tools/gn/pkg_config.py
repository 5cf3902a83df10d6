"""Prints the pkg-config flags of several groups of packages as one GN scope.

Each argument is NAME=PACKAGE,PACKAGE...; the output has one scope for each NAME, with the lists cflags, defines, libs, ldflags.
"""

import json
import shlex
import subprocess
import sys

# Wrappers that Abseil's files put round -latomic: without the library between them they mean nothing, and the build
# links with --as-needed throughout.
DROPPED = {"-Wl,--push-state,--as-needed", "-Wl,--push-state", "-Wl,--as-needed", "-Wl,--pop-state"}


def flags_of(packages):
    output = subprocess.run(
        ["/usr/bin/pkg-config", "--cflags", "--libs", *packages], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    scope = {"cflags": [], "defines": [], "libs": [], "ldflags": []}
    for flag in shlex.split(output):
        if flag in DROPPED:
            continue
        if flag.startswith("-I"):
            # System headers: their warnings are not ours.
            scope["cflags"].append("-isystem" + flag[2:])
        elif flag.startswith("-D"):
            scope["defines"].append(flag[2:])
        elif flag.startswith("-l"):
            if flag[2:] not in scope["libs"]:
                scope["libs"].append(flag[2:])
        elif flag.startswith("-L") or flag.startswith("-Wl,"):
            scope["ldflags"].append(flag)
        else:
            scope["cflags"].append(flag)
    return scope


def main():
    for argument in sys.argv[1:]:
        name, packages = argument.split("=")
        print(f"{name} = {{")
        for key, values in flags_of(packages.split(",")).items():
            print(f"  {key} = {json.dumps(values)}")
        print("}")


if __name__ == "__main__":
    main()
