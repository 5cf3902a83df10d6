"""What the installed NSS offers: its exports (nm -D) and its prototypes (clang's AST of the installed headers)."""

import dataclasses
import json
import pathlib
import re
import subprocess

from coverage_table import LIBRARIES

# Words that C++ or the wrappers need, which NSS uses for parameters here and there.
RESERVED = ("new", "class", "template", "gate", "answer", "function")

RUN_TIMEOUT_S = 60
PARSE_TIMEOUT_S = 120


@dataclasses.dataclass(frozen=True)
class Parameter:
    name: str
    type: str

    def declare(self):
        """The parameter as C and C++ write it; the name goes inside the type of an array or a function pointer."""
        if "(*" in self.type:
            before, _, after = self.type.partition("(*")
            return f"{before}(*{self.name}{after}"
        if "[" in self.type:
            before, _, after = self.type.partition("[")
            return f"{before} {self.name}[{after}"
        return self.type + ("" if self.type.endswith("*") else " ") + self.name


@dataclasses.dataclass(frozen=True)
class Function:
    name: str
    library: str
    header: str  # the installed header that declares it, such as "pk11pub.h"
    declared_as: str  # its name without USE_UTIL_DIRECTLY: PORT_Alloc for PORT_Alloc_Util
    result: str
    parameters: tuple
    variadic: bool
    c_linkage: bool  # the header says extern "C" itself


def run(*command):
    """What a command prints."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=RUN_TIMEOUT_S).stdout


def pkg_config(*arguments):
    return run("/usr/bin/pkg-config", *arguments, "nss").split()


def library_folder():
    return pkg_config("--variable=libdir")[0]


def exports(folder):
    """(functions, data): name -> library, of every symbol that the four libraries define."""
    functions, data = {}, {}
    for library in LIBRARIES:
        for line in run("nm", "-D", "--defined-only", f"{folder}/lib{library}.so").splitlines():
            kind, name = line.split()[-2:]
            name = name.split("@")[0]
            if kind in "TWi":
                functions[name] = library
            elif kind in "DRBV":
                data[name] = library
    return functions, data


def header_folder():
    for flag in pkg_config("--cflags-only-I"):
        if pathlib.Path(flag[2:], "nss.h").exists():
            return pathlib.Path(flag[2:])
    raise RuntimeError("the headers of NSS were not found")


def includes():
    """header -> the NSS headers that it includes itself, in their order."""
    folder = header_folder()
    names = {path.name for path in folder.glob("*.h")}
    found = {}
    for name in sorted(names):
        text = (folder / name).read_text(encoding="utf-8", errors="replace")
        inner = re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.M)
        found[name] = [other for other in dict.fromkeys(inner) if other in names]
    return found


def header_order(rules):
    """Every installed header that can be parsed: first what the others forget to include."""
    first = rules["headers"]["first"]
    left_out = rules["headers"]["left_out"]
    rest = sorted(path.name for path in header_folder().glob("*.h") if path.name not in left_out)
    return first + [name for name in rest if name not in first]


def syntax_tree(headers, *flags):
    """clang's AST, as its JSON dump, of a C++ source that includes the headers."""
    source = "".join(f'#include "{header}"\n' for header in headers)
    command = ["clang++", "-x", "c++", "-std=c++17", "-w", *flags, *pkg_config("--cflags"), "-Xclang", "-ast-dump=json"]
    command += ["-fsyntax-only", "-"]
    done = subprocess.run(
        command, input=source, check=True, stdout=subprocess.PIPE, text=True, timeout=PARSE_TIMEOUT_S
    )
    return json.loads(done.stdout)


def _function_nodes(tree):
    """(file name, inside extern "C", node) of each function declaration."""
    file = None  # the dump names it only where it changes

    def note(place):
        nonlocal file
        for key in ("spellingLoc", "expansionLoc"):
            if key in place:
                note(place[key])
        if "file" in place:
            file = place["file"]

    def walk(node, in_c):
        here = None
        for key, value in node.items():
            if key == "loc":
                note(value)
                here = file
            elif key == "range":
                note(value["begin"])
                note(value["end"])
            elif key == "inner":
                in_inner = in_c or (node.get("kind") == "LinkageSpecDecl" and node.get("language") == "C")
                for child in value:
                    yield from walk(child, in_inner)
        if node.get("kind") == "FunctionDecl":
            yield here, in_c, node

    return walk(tree, False)


def _function(name, library, header, c_linkage, node, declared_as):
    parameters = []
    for child in node.get("inner", []):
        if child["kind"] == "ParmVarDecl":
            given = child.get("name", "")
            taken = not given or given in RESERVED or given.isupper()
            number = len(parameters)
            parameters.append(Parameter(f"arg{number}" if taken else given, child["type"]["qualType"]))
    spelling = node["type"]["qualType"]
    result = re.sub(r"^(const )?enum ", r"\1", spelling[: spelling.index("(")].strip())
    return Function(
        name, library, header, declared_as, result, tuple(parameters), node.get("variadic", False), c_linkage
    )


def functions(exported, rules):
    """name -> Function of every exported function that a header declares, in the order of the names."""
    found = {}
    headers = header_order(rules)
    for flags, suffix in (((), ""), (("-DUSE_UTIL_DIRECTLY",), "_Util")):
        for file, in_c, node in _function_nodes(syntax_tree(headers, *flags)):
            name = node["name"]
            if name in exported and name not in found and file and name.endswith(suffix):
                header = pathlib.Path(file).name
                found[name] = _function(name, exported[name], header, in_c, node, name.removesuffix(suffix))
    return dict(sorted(found.items()))


def experimental_functions():
    """The functions that sslexp.h makes macros for, which libssl3 hands out by their names only."""
    text = run("clang", "-E", "-dM", "-x", "c", *pkg_config("--cflags"), str(header_folder() / "sslexp.h"))
    found = {}
    for line in text.splitlines():
        match = re.fullmatch(r'#define (SSL_\w+)\(.*?\) SSL_EXPERIMENTAL_API\( ?"(\w+)", \((.*)\), \(.*\)\)', line)
        if not match:
            if line.startswith("#define") and 'SSL_EXPERIMENTAL_API("' in line.replace("( ", "("):
                raise RuntimeError(f"not understood: {line}")
            continue
        parameters = []
        for parameter in match[3].split(","):
            kind, name = re.fullmatch(r" ?(.*?) ?(?<=[ *])_?(\w+)", parameter).groups()
            parameters.append(Parameter(name, re.sub(r"\* (?=\*)", "*", kind)))
        name = match[1]
        found[name] = Function(name, "ssl3", "sslexp.h", name, "SECStatus", tuple(parameters), False, True)
        if match[2] != name:
            raise RuntimeError(f"{name} is fetched as {match[2]}")
    return dict(sorted(found.items()))
