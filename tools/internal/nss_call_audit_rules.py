"""What nss_call_audit calls a violation, in an object file and in a linked file.

An object file has names for all that it refers to, so it can be decided to the last case. A linked file has only the
names that the dynamic linker needs: there, the instructions that go through the entry of such a name decide.
"""

import bisect
import collections
import re
import struct

import coverage_table
import nss_call_audit_elf as elf_format
from nss_call_audit_elf import Elf, Functions, Unreadable

LIBRARIES = [f"lib{library}.so" for library in coverage_table.LIBRARIES]
ALLOWED = (*coverage_table.UNGATED, "DATA")
# Their hand-written wrappers do without the gate.
NO_GATE = ("LIFE", "WAIT")
UNKNOWN = "unknown"
EXPORTED_KINDS = (elf_format.STT_FUNC, elf_format.STT_GNU_IFUNC, elf_format.STT_OBJECT)

# What turns a string into a function.
FINDERS = {
    "dlsym",
    "dlvsym",
    "PR_FindFunctionSymbol",
    "PR_FindFunctionSymbolAndLibrary",
    "PR_FindSymbol",
    "PR_FindSymbolAndLibrary",
    "g_module_symbol",
}

# psm_raw_X, which only the wrapper of X may use: nothing but a jump to X, "jmp *X@GOTPCREL(%rip)".
THUNK = "psm_raw_"
THUNK_CODE = re.compile(rb"(?:\xf3\x0f\x1e\xfa)?(?:\xff\x25|[\xf2\x3e]\xff\x25)")
# What follows the jump of a thunk and that of no compiler: it tells a thunk from a tail call in a stripped file.
THUNK_END = b"\x0f\x0b"
SPECIAL = "psm_special_"
# How a gated use of X is named in an object file.
GATED_PREFIXES = (THUNK, SPECIAL, "psm_nss_")
# Functions of psm, which may use thunks as they like: those of its namespace, lambdas in them, and its C functions.
OF_PSM = re.compile(r"_Z+N?[KVRO]*(?:3psm|\d+psm_)|psm_")
GATE = re.compile(r"_ZN3psm\w*?Gate")

# function: None when it is not known; way: "call", "address", the thunk that is used without its wrapper, or the
# function that is given the name; undecided: why it could not be decided, else "".
Finding = collections.namedtuple("Finding", "function symbol way undecided")


class Exports:
    """What the installed NSS libraries export, and the class of each name."""

    def __init__(self, folder, table):
        classes = read_table(table)
        self.classes = {}
        for library in LIBRARIES:
            try:
                elf = Elf((folder / library).read_bytes())
            except (OSError, Unreadable) as error:
                raise Unreadable(f"{folder / library}: {error}") from error
            for symbol in elf.symbols(elf_format.SHT_DYNSYM):
                if symbol.section and symbol.kind in EXPORTED_KINDS:
                    self.classes[symbol.name] = classes.get(symbol.name, UNKNOWN)
        self.forbidden = {name for name, its_class in self.classes.items() if its_class not in ALLOWED}
        self.longest = max(map(len, self.forbidden), default=0)

    def forbidden_string(self, content):
        return content.decode() if content and content.isascii() and content.decode() in self.forbidden else None


def read_table(path):
    """Name -> class, of a coverage.tsv."""
    rows = coverage_table.rows(path)
    if not rows or not {"name", "class"} <= rows[0].keys():
        raise Unreadable(f"{path}: no columns 'name' and 'class'")
    return {row["name"]: row["class"] for row in rows}


def audit(elf, exports):
    """The Findings of one ELF file, each once."""
    try:
        file = (ObjectFile if elf.type == elf_format.ET_REL else LinkedFile)(elf, exports)
        return sorted(set(file.audit()), key=lambda f: (f.function or "", f.symbol, f.way))
    except elf_format.NONSENSE as error:
        raise Unreadable(f"makes no sense: {error}") from error


def undefined_names(symbols):
    """Number -> name of those a file takes from elsewhere; "PK11_Logout@NSS_3.2" is PK11_Logout."""
    return {n: s.name.split("@")[0] for n, s in enumerate(symbols) if s.section == elf_format.SHN_UNDEF and s.name}


def gated_name(symbol):
    """X where the symbol stands for a gated use of X, in psm::nss and psm::nss_status or as psm_raw_X and its kin."""
    for prefix in GATED_PREFIXES:
        if symbol.startswith(prefix):
            return symbol[len(prefix) :]
    mangled = re.match(r"_ZN3psm(?:3nss|10nss_status)(\d+)", symbol)
    return symbol[mangled.end() : mangled.end() + int(mangled[1])] if mangled else None


# rbx, rbp, r12 to r15: what a compiler keeps a value in over a call, rather than the place of an argument.
SAVED_REGISTERS = {3, 5, 12, 13, 14, 15}


def loads_saved_register(code, field):
    """Whether the instruction with this address field, a lea or a mov, loads one of those."""
    if code[field - 1] & 0xC7 == 0x05:  # a ModRM byte; a REX byte may be before the opcode
        register, rex, extension = code[field - 1] >> 3 & 7, code[field - 3], 4
    else:  # 0xb8 to 0xbf, or the ModRM byte after 0xc7
        register, rex, extension = code[field - 1] & 7, code[field - 2], 1
    return register + (8 if rex & 0xF0 == 0x40 and rex & extension else 0) in SAVED_REGISTERS


# ---- object files ----


class ObjectFile:
    def __init__(self, elf, exports):
        self.elf, self.exports = elf, exports
        self.symbols = elf.symbols(elf_format.SHT_SYMTAB)
        self.undefined = undefined_names(self.symbols)
        self.forbidden = {n: name for n, name in self.undefined.items() if name in exports.forbidden}
        self.finders = {name for name in self.undefined.values() if name in FINDERS}
        self.thunks = {n: thunk for n, name in self.undefined.items() if (thunk := self._thunk_of(name))}

    def _thunk_of(self, name):
        """X where the symbol is X without its gate, if a user of the wrapper can be told by the label of the gate."""
        if name.startswith(THUNK):
            name = name[len(THUNK) :]
        elif name.startswith(SPECIAL):
            name = name[len(SPECIAL) :]
            if self.exports.classes.get(name) in NO_GATE:
                return None
        else:
            return None
        # The label of an experimental function of libssl3 is its own name, not this one.
        return name if name in self.exports.forbidden and name != "SSL_GetExperimentalAPI" else None

    def content(self, section):
        return self.elf.content(self.elf.sections[section])

    def audit(self):
        if not self.forbidden and not self.finders and not self.thunks:
            return
        self.functions = Functions(self.symbols)
        self.variables = Functions(self.symbols, (elf_format.STT_OBJECT,))
        unused = set(self.forbidden.values())
        for relocation in self.elf.relocations(self.forbidden):
            name = self.forbidden[relocation.symbol]
            unused.discard(name)
            if not self._is_thunk(relocation, name):
                way = "call" if self._is_call(relocation) else "address"
                yield Finding(self._owner(relocation.section, relocation.offset), name, way, "")
        for name in unused:
            yield Finding(None, name, "address", "")
        yield from self._bare_thunks()
        if self.finders:
            yield from self._strings()

    def _owner(self, section, offset):
        function = self.functions.find(section, offset) or self.variables.find(section, offset)
        return function[0] if function else self.elf.sections[section].name

    def _is_thunk(self, relocation, name):
        function = self.functions.find(relocation.section, relocation.offset)
        return (
            relocation.kind in elf_format.R_THROUGH_GOT
            and function is not None
            and function[0] == THUNK + name
            and THUNK_CODE.fullmatch(self.content(relocation.section)[function[1] : relocation.offset]) is not None
        )

    def _is_call(self, relocation):
        before = self.content(relocation.section)[max(0, relocation.offset - 2) : relocation.offset]
        if relocation.kind == elf_format.R_PLT32:
            return True
        if relocation.kind == elf_format.R_PC32:
            return before[1:] in (b"\xe8", b"\xe9")
        return relocation.kind in elf_format.R_THROUGH_GOT and before in (b"\xff\x15", b"\xff\x25")

    # The wrapper of X is inline: its user has a thunk of X, and the name of X as the label of the gate. A thunk without
    # the label, outside of psm, is used without its wrapper. (A compiler may move the label into its copy of the gate.)

    def _bare_thunks(self):
        uses = {}
        for relocation in self.elf.relocations(self.thunks):
            function = self._function(relocation.section, relocation.offset)
            if not function or not OF_PSM.match(function):
                owner = self._owner(relocation.section, relocation.offset)
                uses[owner, function, self.thunks[relocation.symbol]] = self.undefined[relocation.symbol]
        if not uses:
            return
        labels = set()
        data = {number for number, _ in self.elf.loaded_data()}
        for relocation in self.elf.relocations({n for n, symbol in enumerate(self.symbols) if symbol.section in data}):
            _, name = self._string(relocation)
            if name:
                function = self._function(relocation.section, relocation.offset) or ""
                labels |= {(function, name)} | ({name} if GATE.match(function) else set())
        for (owner, function, name), thunk in uses.items():
            if (function, name) not in labels and name not in labels:
                yield Finding(owner, name, thunk, "")

    # A finder's user may name a function for other reasons: every gated call has the name as its label, and errors are
    # given it. So a string is one that a finder is given, unless its function makes the gated call of that name and the
    # next call after the string is to something else, or is not what the string was loaded for.

    def _strings(self):
        by_section = collections.defaultdict(list)
        for relocation in self.elf.relocations():
            by_section[relocation.section].append(relocation)
        gated = self._gated_uses(by_section)
        loose = self._constants()
        for section, relocations in by_section.items():
            relocations.sort(key=lambda r: r.offset)
            for index, relocation in enumerate(relocations):
                place, name = self._string(relocation)
                if not name:
                    continue
                if self._is_of_sanitiser(section, relocation.offset):
                    continue
                loose.pop(place, None)
                function = self._function(section, relocation.offset)
                finder = self._next_call(relocations, index)
                if finder not in self.finders and (function, name) in gated:
                    continue
                owner = self._owner(section, relocation.offset)
                if gated_name(owner) != name:
                    yield Finding(owner, name, finder if finder in self.finders else min(self.finders), "")
        # Tables of arrays: nothing refers to any but the first string.
        for (section, offset), name in loose.items():
            yield Finding(self._owner(section, offset), name, min(self.finders), "")

    def _is_of_sanitiser(self, section, offset):
        """AddressSanitizer keeps a table of all constants, of which no variable of the source is a part."""
        if not any(name.startswith("__asan_register") for name in self.undefined.values()):
            return False
        owner, section = self._owner(section, offset), self.elf.sections[section].name
        return section == "asan_globals" or owner == section or owner.startswith(("__unnamed_", "__asan_global_"))

    def _function(self, section, offset):
        """The function's name without what compilers add to its parts: f.cold is f. None in data."""
        function = self.functions.find(section, offset)
        return function[0].split(".")[0] if function else None

    def _gated_uses(self, by_section):
        """(function, name) where the function makes the gated call of that name."""
        found = set()
        for relocations in by_section.values():
            for relocation in relocations:
                symbol = self.symbols[relocation.symbol]
                called = symbol.name
                if symbol.kind == elf_format.STT_SECTION:  # which is how a function of this file may be called
                    called = (self.functions.find(symbol.section, symbol.value + relocation.addend + 4) or ("",))[0]
                found.add((self._function(relocation.section, relocation.offset), gated_name(called)))
        # Calls inside a section need no relocation.
        for number, _ in self.elf.code():
            code = self.content(number)
            for match in elf_format.BRANCH.finditer(code):
                target = match.end() + 4 + struct.unpack_from("<i", code, match.end())[0]
                called = self.functions.find(number, target)
                if called and called[1] == target:
                    found.add((self._function(number, match.start()), gated_name(called[0])))
        return found

    def _string(self, relocation):
        """((section, offset), name) when the relocation leads to a string that names a forbidden function."""
        symbol = self.symbols[relocation.symbol]
        if not symbol.section or symbol.section >= len(self.elf.sections):
            return None, None
        section = self.elf.sections[symbol.section]
        if not section.flags & elf_format.SHF_ALLOC or section.flags & elf_format.SHF_EXECINSTR:
            return None, None
        offset = symbol.value + relocation.addend + (4 if relocation.kind in elf_format.R_RELATIVE_TO_CODE else 0)
        content = self.elf.string_at(section, offset, self.exports.longest)
        return (symbol.section, offset), self.exports.forbidden_string(content)

    def _constants(self):
        """(section, offset) -> name of every string that names a forbidden function, referred to or not."""
        found = {}
        for number, _ in self.elf.loaded_data():
            for match in re.finditer(rb"[A-Za-z_]\w*(?=\0)", self.content(number)):
                name = self.exports.forbidden_string(match[0])
                if name:
                    found[(number, match.start())] = name
        return found

    def _next_call(self, relocations, index):
        """What the next call is to that may be what a string was loaded for; None when that cannot be seen."""
        section, offset = relocations[index].section, relocations[index].offset
        function = self._function(section, offset)
        if function is None or loads_saved_register(self.content(section), offset):
            return None
        for relocation in relocations[index + 1 :]:
            if self._function(section, relocation.offset) != function:
                return None
            if self._is_call(relocation):
                return self.symbols[relocation.symbol].name.split("@")[0]
        return None


# ---- executables and shared libraries ----

# What an instruction does with the GOT entry that it goes through.
CALL, JUMP, OTHER = "call", "jump", "other"
# The opcodes, before the ModRM byte, that read a register's worth from memory: arithmetic, cmp, test and mov.
READS = b"\x03\x0b\x23\x2b\x33\x3b\x39\x85\x8b"
# Where in a file: the section's number and the address.
Place = collections.namedtuple("Place", "section address")


class LinkedFile:
    def __init__(self, elf, exports):
        self.elf, self.exports = elf, exports
        self.undefined = undefined_names(elf.symbols(elf_format.SHT_DYNSYM))
        self.forbidden = {n: name for n, name in self.undefined.items() if name in exports.forbidden}
        self.finders = {n: name for n, name in self.undefined.items() if name in FINDERS}

    def audit(self):
        if not self.forbidden and not self.finders:
            return
        self._read_entries()
        self._read_code()
        self._functions = Functions(self.elf.symbols(elf_format.SHT_SYMTAB))
        self._variables = Functions(self.elf.symbols(elf_format.SHT_SYMTAB), (elf_format.STT_OBJECT,))
        self._thunks = {
            (s.value, s.name[len(THUNK) :])
            for s in self.elf.symbols(elf_format.SHT_SYMTAB)
            if s.section and s.name.startswith(THUNK)
        }
        self._unwind = elf_format.unwind_ranges(self.elf) or []
        self._data = sorted((section.address, number) for number, section in self.elf.loaded_data())
        yield from self._calls()
        if self.finders:
            yield from self._strings()

    def _read_entries(self):
        """GOT entries and initialised pointers, by what the dynamic linker is told to put there."""
        self.got, self.lazy, self.pointers, self.relative = {}, {}, [], {}
        names = {**self.forbidden, **self.finders}
        if self.finders:
            dynamic = enumerate(self.elf.symbols(elf_format.SHT_DYNSYM))
            names |= {number: symbol.name for number, symbol in dynamic if gated_name(symbol.name)}
        for relocation in self.elf.relocations():
            name = names.get(relocation.symbol)
            if relocation.kind == elf_format.R_RELATIVE:
                self.relative[relocation.offset] = relocation.addend
            elif name and relocation.kind == elf_format.R_GLOB_DAT:
                self.got[relocation.offset] = name
            elif name and relocation.kind == elf_format.R_JUMP_SLOT:
                self.lazy[relocation.offset] = name
            elif name:
                self.pointers.append((relocation.offset, name))

    def _read_code(self):
        """Who goes through those entries (directly, or by a PLT stub), and which instructions form which address."""
        entries = {**self.got, **self.lazy}
        self.through_got = collections.defaultdict(list)  # name -> [(Place of the instruction's opcode, kind)]
        self.stubs = {}  # address -> name
        self.addresses = []  # (Place of the field, address that it comes to), where finders make that of interest
        for number, section in self.elf.code():
            code = self.elf.content(section)
            for match in elf_format.RIP_RELATIVE.finditer(code):
                at = match.end()
                target = section.address + at + 4 + struct.unpack_from("<i", code, at)[0]
                opcode, register = code[at - 2], code[at - 1] >> 3 & 7
                if opcode == 0x83:  # cmpq $imm8, X@GOTPCREL(%rip)
                    target += 1
                if self.finders:
                    self.addresses.append((Place(number, section.address + at), target))
                name = entries.get(target)
                if name is None:
                    continue
                kind = {2: CALL, 4: JUMP, 6: OTHER}.get(register) if opcode == 0xFF else None
                if kind is None and (opcode in READS or opcode == 0x83):
                    kind = OTHER
                if kind and section.name.startswith(".plt"):
                    size = section.entry_size if section.entry_size in (8, 16, 32) else 16
                    self.stubs[section.address + (at - 2) // size * size] = name
                elif kind:
                    self.through_got[name].append((Place(number, section.address + at - 2), kind))
            if self.finders and self.elf.type == elf_format.ET_EXEC:
                for match in elf_format.ABSOLUTE.finditer(code):
                    (target,) = struct.unpack_from("<I", code, match.end())
                    self.addresses.append((Place(number, section.address + match.end()), target))

    def _branches_to(self, targets):
        """(Place, name) of the calls and jumps to the addresses in targets, which has their names."""
        found = []
        for number, section in self.elf.code():
            code = self.elf.content(section)
            for match in elf_format.BRANCH.finditer(code) if targets else ():
                at = match.end()
                target = section.address + at + 4 + struct.unpack_from("<i", code, at)[0]
                if target in targets:
                    found.append((Place(number, section.address + match.start()), targets[target]))
        return found

    def _range(self, place):
        """(name, start, end) of the function; the name is made up from the unwind table in a stripped file."""
        function = self._functions.find(*place)
        if function:
            return function
        index = bisect.bisect_right(self._unwind, (place.address, float("inf"))) - 1
        if index >= 0 and place.address < self._unwind[index][1]:
            start, end = self._unwind[index]
            return f"0x{start:x}", start, end
        return None

    def _name(self, place):
        function = self._range(place)
        return function[0] if function else f"0x{place.address:x}"

    # Only thunks may go through the GOT entry of a forbidden name. A PLT stub, a pointer in data and every other
    # instruction is a use. A thunk is known by its symbol. In a stripped file a jump outside of any function that has
    # unwind data is a thunk if it ends as one: compilers write unwind data for the functions they make.

    def _calls(self):
        forbidden = set(self.forbidden.values())
        for offset, name in self.pointers:
            if name in forbidden:
                yield Finding(self._variable(offset), name, "address", "")
        stubs = {address: name for address, name in self.stubs.items() if name in forbidden}
        callers = self._branches_to(stubs)
        for place, name in callers:
            yield Finding(self._name(place), name, "call", "")
        named = {name for _, name in callers} | {name for _, name in self.pointers}
        for name in (set(self.lazy.values()) & forbidden | set(stubs.values())) - named:
            yield Finding(None, name, "call", "")
        for name in set(self.got.values()) & forbidden:
            uses = self.through_got[name]
            for place, kind in uses:
                verdict = self._is_thunk(place, kind, name)
                if verdict is None:
                    doubt = "stripped: a jump to it may be psm's own or a tail call"
                    yield Finding(self._name(place), name, "call", doubt)
                elif not verdict:
                    yield Finding(self._name(place), name, "address" if kind == OTHER else "call", "")
            if not uses and name not in stubs.values():
                yield Finding(None, name, "address", "what uses its GOT entry was not found")

    def _is_thunk(self, place, kind, name):
        """True, False, or None where a stripped file does not tell."""
        if kind != JUMP:
            return False
        section = self.elf.sections[place.section]
        code = self.elf.content(section)
        at = place.address - section.address
        for before in (0, 1, 4, 5):
            if (place.address - before, name) in self._thunks and THUNK_CODE.fullmatch(code[at - before : at + 2]):
                return True
        if self._range(place):
            return False
        return True if code[at + 6 : at + 8] == THUNK_END else None

    def _variable(self, address):
        number = self._data_section(address)
        variable = self._variables.find(number, address)
        return variable[0] if variable else self.elf.sections[number].name

    def _data_section(self, address):
        """The number of the section with data that an address is in, if it is in any."""
        index = bisect.bisect_right(self._data, (address, len(self.elf.sections))) - 1
        return self._data[max(index, 0)][1]

    def _in_data(self, address):
        section = self.elf.sections[self._data_section(address)]
        return section.address <= address < section.address + section.size

    # Names for a finder. A linked file has the names of all its gated calls, and finders that have nothing to do with
    # them, so it takes more than in an object file: a function that has both a call of the finder and the string, or a
    # variable with a pointer to it - and, where that function makes the gated call as well, the finder as the next
    # thing that it calls.

    def _strings(self):
        finders = set(self.finders.values())
        calls = self._branches_to({address: name for address, name in self.stubs.items() if name in finders})
        for name in finders:
            calls += [(place, name) for place, _ in self.through_got[name]]
        for place, target in self.addresses:
            name = self._string(target)
            function = self._range(place) if name else None
            if not function:
                continue
            inside = sorted((at.address, finder) for at, finder in calls if function[1] <= at.address < function[2])
            if inside and (self._next_call(place, function) in inside or not self._makes_gated_call(function, name)):
                following = [finder for address, finder in inside if address > place.address]
                yield Finding(function[0], name, (following or [inside[0][1]])[0], "")
        yield from self._tables(calls)

    def _tables(self, calls):
        """Names that a variable points to, where a function that calls a finder uses that variable."""
        users = sorted({(*self._range(place)[1:], finder) for place, finder in calls if self._range(place)})
        used = {}
        for place, target in self.addresses:
            index = bisect.bisect_right(users, (place.address, float("inf"))) - 1
            if index >= 0 and place.address < users[index][1]:
                used[target] = users[index][2]
        # In a stripped file a variable begins where some instruction says it does.
        starts = [0] + sorted({target for _, target in self.addresses})
        for offset, target in self._data_pointers():
            name = self._string(target)
            if not name:
                continue
            variable = self._variables.find(self._data_section(offset), offset)
            begin = variable[1] if variable else starts[bisect.bisect_right(starts, offset) - 1]
            finder = next((used[target] for target in used if begin <= target <= offset), None)
            if finder and gated_name(self._variable(offset)) != name:
                yield Finding(self._variable(offset), name, finder, "")
        for start, finder in used.items():
            for name in self._relative_table(start):
                yield Finding(self._variable(start), name, finder, "")

    def _relative_table(self, start):
        """The names in a table of distances from its start, which clang makes of a table of strings."""
        section = self.elf.sections[self._data_section(start)]
        if not self._in_data(start):
            return
        words = self.elf.content(section)[start - section.address :]
        for (distance,) in struct.iter_unpack("<i", words[: len(words) // 4 * 4]):
            if not self._in_data(start + distance):
                return
            name = self._string(start + distance)
            if name:
                yield name

    def _data_pointers(self):
        yield from self.relative.items()
        # Where the dynamic linker is not told (position-dependent files) or is told in short (RELR).
        for _, section in self.elf.loaded_data():
            content = self.elf.content(section)
            for index, (word,) in enumerate(struct.iter_unpack("<Q", content[: len(content) // 8 * 8])):
                if word:
                    yield section.address + 8 * index, word

    def _string(self, address):
        section = self.elf.sections[self._data_section(address)]
        content = self.elf.string_at(section, address - section.address, self.exports.longest)
        return self.exports.forbidden_string(content)

    def _next_call(self, place, function):
        """(address, finder) where the next call or jump out of the function is to a finder that may get the string."""
        section = self.elf.sections[place.section]
        code = self.elf.content(section)
        if loads_saved_register(code, place.address - section.address):
            return None
        finders = set(self.finders.values())
        begin, end = place.address - section.address, function[2] - section.address
        for match in re.finditer(rb"(?:\xff\x15|[\xe8\xe9])(?=.{4})", code[begin:end], re.DOTALL):
            at = begin + match.end()
            target = section.address + at + 4 + struct.unpack_from("<i", code, at)[0]
            name = {**self.got, **self.lazy}.get(target) if len(match[0]) == 2 else self.stubs.get(target)
            if name in finders:
                return section.address + begin + match.start(), name
            if len(match[0]) == 2 or self._is_entry(target):
                return None
        return None

    def _is_entry(self, address):
        """Whether a function or a PLT stub is there: bytes that look like a call may be part of another instruction."""
        for number, section in self.elf.code():
            if section.address <= address < section.address + section.size:
                function = self._range(Place(number, address))
                return section.name.startswith(".plt") or (function is not None and function[1] == address)
        return False

    def _makes_gated_call(self, function, name):
        return any(function[1] <= place.address < function[2] for place in self._gated_calls(name))

    def _gated_calls(self, name):
        """Where a wrapper of that name, or its thunk, is called."""
        targets = {at.address for at, kind in self.through_got[name] if self._is_thunk(at, kind, name) is not False}
        places = []
        for kind in (elf_format.SHT_SYMTAB, elf_format.SHT_DYNSYM):
            for symbol in self.elf.symbols(kind):
                if gated_name(symbol.name) == name:
                    targets |= {symbol.value} if symbol.section else set()
                    targets |= {address for address, stub in self.stubs.items() if stub == symbol.name}
                    places += [place for place, _ in self.through_got[symbol.name]]
        places += [place for place, _ in self._branches_to(dict.fromkeys(targets))]
        if not self._functions:
            # A stripped file does not say which of its functions is the wrapper: one that calls the thunk may be it.
            wrappers = {function[1] for place in places if (function := self._range(place))}
            places += [place for place, _ in self._branches_to(dict.fromkeys(wrappers))]
        return places
