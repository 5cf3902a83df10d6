"""The call graph of installed libraries, from their machine code: readelf for symbols, relocations and the bounds of
functions (.eh_frame, since the libraries are stripped), objdump for the instructions. x86-64 only.

    graph = machine_code.Graph("/usr/lib/x86_64-linux-gnu", ("nss3", "nssutil3"))
    reached = graph.reach(graph.exported("SECITEM_FreeItem_Util"))

What it sees of each function: calls and jumps, also by way of the PLT, the GOT and the table of a switch; the functions
whose address it takes, which count as called; the variables that it reads, writes or takes the address of; constants,
with the functions that they hold. What it cannot see is where a call by pointer leads: it names the function that has
one, and all functions that a constant or a variable within reach holds, as loaded, then count as called.

Raises Error where the code is not understood: nothing is passed over. Rules: System V ABI, AMD64 supplement.
"""

import bisect
import collections
import dataclasses
import functools
import pathlib
import re
import struct
import subprocess

_INSTRUCTION = re.compile(r"^ *([0-9a-f]+):\t(?:(?:lock|notrack|bnd|rep|repz|data16|[cdefgs]s) )*(\S+) *(.*)$", re.M)
_RIP_RELATIVE = re.compile(r"^(.*?) *# ([0-9a-f]+)")  # the operands, the address
_FRAME = re.compile(r"\bFDE\b.*\bpc=([0-9a-f]+)\.\.([0-9a-f]+)")
_SECTION = re.compile(r" *\[ *\d+\] (\.\S+) +\w+ +([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)")
_SYMBOL = re.compile(r" *\d+: ([0-9a-f]+) +\w+ \w+ +(?:GLOBAL|WEAK) +\w+ +(\d+) (\S+)")
_RELOCATION = re.compile(r"([0-9a-f]{16}) +[0-9a-f]+ (R_X86_64_\w+) +(\S+)(?: +(\S+)(?: \+ (\S+))?)?")
_ONLY_READS = re.compile(r"(cmp|test|push|u?comis|bt)[bwlqsd]?$")
_VARIABLES = (".data", ".bss")
_CONSTANTS = (".data.rel.ro", ".rodata")


class Error(Exception):
    """Code that is not understood."""


@dataclasses.dataclass(frozen=True, order=True)
class Place:
    """A function or an object of a library; or a symbol that is yet to be found."""

    library: str
    address: int
    symbol: str = ""


@dataclasses.dataclass
class _Code:
    """What the instructions of one function name."""

    targets: list = dataclasses.field(default_factory=list)  # functions, and symbols of any kind
    constants: list = dataclasses.field(default_factory=list)
    variables: dict = dataclasses.field(default_factory=dict)  # place -> written, or its address taken
    by_pointer: bool = False  # it calls by a pointer
    has_switch: bool = False


def _run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout


class _Library:
    def __init__(self, name, path):
        self.name, self._path = name, path
        self._read_sections()
        self._read_symbols()
        self._read_relocations()
        low, high = self._sections[".text"]
        frames = [(int(a, 16), int(b, 16)) for a, b in _FRAME.findall(_run("readelf", "--debug-dump=frames", path))]
        self._ends = dict(sorted(frame for frame in frames if low <= frame[0] < high))
        self._starts = list(self._ends)
        self.code = {start: _Code() for start in self._starts}
        self._read_code()

    def _error(self, text):
        return Error(f"{self._path}: {text}")

    def _read_sections(self):
        self._sections, self._offsets = {}, {}
        for line in _run("readelf", "-SW", self._path).splitlines():
            match = _SECTION.match(line)
            if match and int(match[2], 16):
                low, offset, size = (int(text, 16) for text in match.groups()[1:])
                self._sections[match[1]] = (low, low + size)
                self._offsets[match[1]] = offset

    @functools.lru_cache(maxsize=None)
    def section_of(self, address):
        for name, (low, high) in self._sections.items():
            if low <= address < high:
                return name
        return ""

    def _read_symbols(self):
        self.symbols = {}
        for line in _run("readelf", "--dyn-syms", "-W", self._path).splitlines():
            match = _SYMBOL.match(line)
            if match:
                self.symbols[match[3].split("@")[0]] = int(match[1], 16)

    def _read_relocations(self):
        self._pointers = {}  # address -> the address or the symbol that the loader puts there
        for line in _run("readelf", "-rW", self._path).splitlines():
            match = _RELOCATION.match(line)
            if not match:
                continue
            at, kind, value, _, added = match.groups()
            if kind == "R_X86_64_RELATIVE":
                self._pointers[int(at, 16)] = int(value, 16)
            elif kind in ("R_X86_64_64", "R_X86_64_GLOB_DAT", "R_X86_64_JUMP_SLOT") and match[4] and not int(added, 16):
                self._pointers[int(at, 16)] = match[4].split("@")[0]
            else:
                raise self._error(f"a relocation that is not understood: {line}")

    def _function_of(self, address):
        at = bisect.bisect_right(self._starts, address) - 1
        return self._starts[at] if at >= 0 and address < self._ends[self._starts[at]] else None

    def _read_code(self):
        text = _run("objdump", "-d", "--no-show-raw-insn", self._path)
        lines = [(int(at, 16), what, operands) for at, what, operands in _INSTRUCTION.findall(text)]
        self._stubs = {}  # where a stub of the PLT jumps -> its symbol
        for at, what, operands in lines:
            relative = _RIP_RELATIVE.match(operands)
            if what == "jmp" and relative and self.section_of(at).startswith(".plt"):
                symbol = self._pointers.get(int(relative[2], 16))
                if isinstance(symbol, str):
                    self._stubs[at] = symbol

        self._referred = set()
        start, end, before = None, 0, collections.deque(maxlen=3)
        for at, what, operands in lines:
            if at >= end:
                start = self._function_of(at)
                if start is None:
                    continue  # the compiler's own start-up code, which nothing calls, and padding
                end = self._ends[start]
                before.clear()
            if what == "(bad)":
                raise self._error(f"{at:x}: an instruction that objdump does not know")
            self._instruction(start, what, operands, before)
            before.append((what, operands))

        ends = {end for _, end in self._sections.values()}
        pointed = {pointer for pointer in self._pointers.values() if isinstance(pointer, int)}
        self._bounds = sorted(self._referred | ends | pointed | set(self.symbols.values()))
        for start, code in self.code.items():
            if code.has_switch:
                for place in code.constants:
                    if self.section_of(place.address) == ".rodata":
                        self._switch(start, place.address)

    def _instruction(self, start, what, operands, before):
        code = self.code[start]
        relative = _RIP_RELATIVE.match(operands) if "(%rip)" in operands else None
        jumps = what[0] == "j" or what.startswith("call")
        if jumps and not operands.startswith("*"):
            target = int(operands.split()[0].rstrip(","), 16)
            if not start <= target < self._ends[start]:
                self._target(code, target)
        elif jumps and relative:
            pointer = self._pointers.get(int(relative[2], 16))
            if isinstance(pointer, str):
                code.targets.append(Place("", 0, pointer))
            else:
                code.by_pointer = True
                self._refer(code, int(relative[2], 16), False)
        elif jumps and what == "jmp" and self._ends_switch(before, operands[1:]):
            code.has_switch = True
        elif jumps:
            code.by_pointer = True
        elif relative:
            stored = relative[1].endswith("(%rip)") and not _ONLY_READS.match(what)
            self._refer(code, int(relative[2], 16), what == "lea" or stored)

    @staticmethod
    def _ends_switch(before, register):
        """movslq (table,index,4),offset; add table,offset; jmp *offset."""
        return any(w == "movslq" and ",4)," in operands for w, operands in before) and any(
            w == "add" and operands.endswith("," + register) for w, operands in before
        )

    def _target(self, code, target):
        section = self.section_of(target)
        if section.startswith(".plt"):
            stub = next((self._stubs[at] for at in range(target, target + 16) if at in self._stubs), None)
            if stub is None:
                raise self._error(f"{target:x} is no stub of a function")
            code.targets.append(Place("", 0, stub))
            return
        function = self._function_of(target) if section == ".text" else None
        if function is None:
            raise self._error(f"{target:x} is called and is no function")
        code.targets.append(Place(self.name, function))

    def _refer(self, code, target, written):
        section = self.section_of(target) or self.section_of(target - 1)  # a loop ends where a section does
        if section == ".text" or section.startswith(".plt"):
            self._target(code, target)
        elif section == ".got":
            pointer = self._pointers.get(target)
            if isinstance(pointer, str):
                code.targets.append(Place("", 0, pointer))
            elif pointer is not None:
                self._refer(code, pointer, True)
        elif section in _VARIABLES:
            self._referred.add(target)
            place = Place(self.name, target)
            code.variables[place] = code.variables.get(place, False) or written
        elif section in _CONSTANTS:
            self._referred.add(target)
            code.constants.append(Place(self.name, target))
        else:
            raise self._error(f"{target:x} in {section or 'no section'} is referred to")

    def _switch(self, start, table):
        """What a switch jumps to outside its function: the part that the compiler moved away as unlikely."""
        low, offset = self._sections[".rodata"][0], self._offsets[".rodata"]
        data = self._path.read_bytes()[offset + table - low : offset + self._bound(table) - low]
        for (distance,) in struct.iter_unpack("<i", data[: len(data) // 4 * 4]):
            function = self._function_of(table + distance)
            if function is None:
                return
            if function != start:
                self.code[start].targets.append(Place(self.name, function))

    def _bound(self, address):
        """Where the object at `address` ends at the latest: the next one that anything refers to begins there."""
        return self._bounds[bisect.bisect_right(self._bounds, address)]

    def held(self, address):
        """The places that the object at `address` points at."""
        for at in range(address & ~7, self._bound(address), 8):
            if at in self._pointers:
                pointer = self._pointers[at]
                yield Place("", 0, pointer) if isinstance(pointer, str) else Place(self.name, pointer)


@dataclasses.dataclass
class Reached:
    """What functions can reach; each with the function that leads there, None for those themselves."""

    functions: dict  # place -> place
    outside: dict  # symbol of another library -> place
    variables: dict  # place -> (written or its address taken, place)
    by_pointer: list  # the functions among `functions` that call by a pointer

    def path(self, place):
        """The functions from the first to `place`, which is one of `functions`."""
        return ([] if self.functions[place] is None else self.path(self.functions[place])) + [place]


class Graph:
    def __init__(self, folder, names):
        self._libraries = {name: _Library(name, pathlib.Path(folder, f"lib{name}.so")) for name in names}
        self._exported = {
            symbol: Place(library.name, address)
            for library in self._libraries.values()
            for symbol, address in library.symbols.items()
        }

    def exported(self, name):
        if name not in self._exported:
            raise Error(f"no library exports {name}")
        return self._exported[name]

    def sort(self, place):
        """ "function", "variable", "constant", or "outside" for a symbol that none of the libraries defines."""
        if place.symbol:
            return "outside"
        section = self._libraries[place.library].section_of(place.address)
        if section in _VARIABLES:
            return "variable"
        return "function" if section == ".text" else "constant"

    def functions(self):
        return [Place(library.name, start) for library in self._libraries.values() for start in library.code]

    @functools.lru_cache(maxsize=None)
    def names(self, function):
        """What a function names itself: (functions, outside, constants, variables, whether it calls by a pointer)."""
        code = self._libraries[function.library].code[function.address]
        functions, outside, constants, variables = {}, {}, dict.fromkeys(code.constants), dict(code.variables)
        for target in code.targets:
            place = self._exported.get(target.symbol, target)
            sort = self.sort(place)
            if sort == "variable":
                variables[place] = True
            else:
                {"function": functions, "outside": outside, "constant": constants}[sort][place] = None
        return tuple(functions), tuple(p.symbol for p in outside), tuple(constants), variables, code.by_pointer

    @functools.lru_cache(maxsize=None)
    def held(self, thing):
        """What an object points at, itself and by way of others: functions, variables, symbols from outside."""
        found, seen, queue = [], {thing}, [thing]
        for place in queue:
            for pointer in self._libraries[place.library].held(place.address):
                target = self._exported.get(pointer.symbol, pointer)
                if target in seen:
                    continue
                seen.add(target)
                sort = self.sort(target)
                if sort in ("constant", "variable"):
                    queue.append(target)
                if sort != "constant":
                    found.append(target)
        return tuple(found)

    def reach(self, *roots, calls_held=False):
        """What the functions `roots` reach. calls_held: as if they called what their constants hold."""
        reached = Reached(dict.fromkeys(roots), {}, {}, [])
        held, queue = {}, collections.deque(roots)

        def add(sort, place, by, written=True):
            if sort == "function" and place not in reached.functions:
                reached.functions[place] = by
                queue.append(place)
            elif sort == "outside":
                reached.outside.setdefault(place.symbol, by)
            elif sort == "variable" and (place not in reached.variables or written > reached.variables[place][0]):
                reached.variables[place] = (written, by)

        while queue:
            by = queue.popleft()
            functions, outside, constants, variables, by_pointer = self.names(by)
            for function in functions:
                add("function", function, by)
            for symbol in outside:
                reached.outside.setdefault(symbol, by)
            for variable, written in variables.items():
                add("variable", variable, by, written)
            for thing in (*constants, *variables):
                for place in self.held(thing):
                    held.setdefault(place, by)
            if by_pointer:
                reached.by_pointer.append(by)
            if reached.by_pointer or calls_held:
                for place, holder in held.items():
                    add(self.sort(place), place, holder)
                held.clear()
        return reached
