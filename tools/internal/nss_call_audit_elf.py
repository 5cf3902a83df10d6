"""Reads what nss_call_audit needs of x86-64 ELF files and of archives. Offsets and addresses are plain numbers.

A file that is cut short or makes no sense raises Unreadable.
"""

import bisect
import collections
import re
import struct

# Of <elf.h>.
ET_REL, ET_EXEC, ET_DYN = 1, 2, 3
EM_X86_64 = 62
SHT_PROGBITS, SHT_SYMTAB, SHT_RELA, SHT_NOBITS, SHT_DYNSYM, SHT_SYMTAB_SHNDX = 1, 2, 4, 8, 11, 18
SHF_ALLOC, SHF_EXECINSTR = 2, 4
SHN_UNDEF, SHN_LORESERVE, SHN_XINDEX = 0, 0xFF00, 0xFFFF
STT_OBJECT, STT_FUNC, STT_SECTION, STT_GNU_IFUNC = 1, 2, 3, 10
R_PC32, R_PLT32, R_GLOB_DAT, R_JUMP_SLOT, R_RELATIVE, R_GOTPCREL = 2, 4, 6, 7, 8, 9
R_GOTPCRELX, R_REX_GOTPCRELX = 41, 42
# The relocations that x86-64 code uses relative to the end of a four-byte field.
R_THROUGH_GOT = {R_GOTPCREL, R_GOTPCRELX, R_REX_GOTPCRELX}
R_RELATIVE_TO_CODE = {R_PC32, R_PLT32, *R_THROUGH_GOT}

Section = collections.namedtuple("Section", "name kind flags address offset size link info entry_size")
Symbol = collections.namedtuple("Symbol", "name kind section value size")
Relocation = collections.namedtuple("Relocation", "section offset kind symbol addend")

# An instruction that names a place relative to itself: the ModRM byte says so, four bytes of displacement follow.
RIP_RELATIVE = re.compile(rb"(?<=.)[\x05\x0d\x15\x1d\x25\x2d\x35\x3d](?=.{4})", re.DOTALL)
# In a file with fixed addresses: mov $address, %register, or an operand without a base register.
ABSOLUTE = re.compile(
    rb"(?:[\xb8-\xbf]|\xc7[\xc0-\xc7]|[\x04\x0c\x14\x1c\x24\x2c\x34\x3c][\x05\x0d\x15\x1d\x25\x2d\x35\x3d])(?=.{4})",
    re.DOTALL,
)
# call, jmp and the conditional jumps, with four bytes of displacement.
BRANCH = re.compile(rb"(?:[\xe8\xe9]|\x0f[\x80-\x8f])(?=.{4})", re.DOTALL)


class Unreadable(Exception):
    """Why a file could not be audited."""


# What reading a damaged file comes to.
NONSENSE = (IndexError, OverflowError, ValueError, struct.error)


def text(name):
    return name.decode("utf-8", "backslashreplace")


class Elf:
    """One ELF file; `data` is bytes or an mmap."""

    def __init__(self, data):
        self.data = data
        self._contents = {}
        self._symbols = {}
        try:
            self._read_sections()
        except NONSENSE as error:
            raise Unreadable("cut short") from error

    def _read_sections(self):
        if self.data[:6] != b"\x7fELF\x02\x01":
            raise Unreadable("not a 64-bit little-endian ELF file")
        self.type, machine = struct.unpack_from("<HH", self.data, 16)
        if machine != EM_X86_64:
            raise Unreadable("not an x86-64 file")
        (table,) = struct.unpack_from("<Q", self.data, 40)
        entry_size, count, names = struct.unpack_from("<HHH", self.data, 58)
        if not table:
            raise Unreadable("its section headers were stripped")
        if entry_size != 64:
            raise Unreadable("section headers of an unknown size")
        # More sections than the header has room for: section 0 has the counts.
        first = struct.unpack_from("<IIQQQQIIQQ", self.data, table)
        count = count or first[5]
        names = first[6] if names == SHN_XINDEX else names
        raw = [struct.unpack_from("<IIQQQQIIQQ", self.data, table + 64 * i) for i in range(count)]
        if names >= count:
            raise Unreadable("no section names")
        self.sections = [Section("", *r[1:8], r[9]) for r in raw]
        strings = self.content(self.sections[names])
        self.sections = [s._replace(name=text(self._string(strings, r[0]))) for s, r in zip(self.sections, raw)]

    @staticmethod
    def _string(strings, offset):
        end = strings.find(b"\0", offset)
        return strings[offset : end if end >= 0 else len(strings)]

    def content(self, section):
        if section.kind == SHT_NOBITS:
            return b""
        place = (section.offset, section.size)
        if place not in self._contents:
            content = self.data[section.offset : section.offset + section.size]
            if len(content) != section.size:
                raise Unreadable("cut short")
            self._contents[place] = content
        return self._contents[place]

    def sections_of_kind(self, kind):
        return [index for index, section in enumerate(self.sections) if section.kind == kind]

    def symbols(self, kind):
        """The symbols of the SHT_SYMTAB or SHT_DYNSYM section; none when there is no such section."""
        if kind not in self._symbols:
            self._symbols[kind] = self._read_symbols(kind)
        return self._symbols[kind]

    def _read_symbols(self, kind):
        found = self.sections_of_kind(kind)
        if not found:
            return []
        section = self.sections[found[0]]
        if section.size % 24 or section.link >= len(self.sections):
            raise Unreadable("a broken symbol table")
        strings = self.content(self.sections[section.link])
        wide = ()
        for index in self.sections_of_kind(SHT_SYMTAB_SHNDX):
            if self.sections[index].link == found[0]:
                wide = [n for (n,) in struct.iter_unpack("<I", self.content(self.sections[index]))]
        symbols = []
        entries = struct.iter_unpack("<IBBHQQ", self.content(section))
        for number, (name, info, _, where, value, size) in enumerate(entries):
            if where == SHN_XINDEX and number < len(wide):
                where = wide[number]
            elif where >= SHN_LORESERVE:
                where = None
            symbols.append(Symbol(text(self._string(strings, name)), info & 15, where, value, size))
        return symbols

    def relocations(self, wanted=None):
        """Those of sections that are loaded; with `wanted`, only those against these symbol numbers."""
        for table in self.sections_of_kind(SHT_RELA):
            section = self.sections[table]
            if section.size % 24:
                raise Unreadable("a broken relocation table")
            if self.type == ET_REL:
                if section.info >= len(self.sections) or not self.sections[section.info].flags & SHF_ALLOC:
                    continue
            elif not section.flags & SHF_ALLOC:
                continue
            for offset, info, addend in struct.iter_unpack("<QQq", self.content(section)):
                if wanted is None or info >> 32 in wanted:
                    yield Relocation(section.info, offset, info & 0xFFFFFFFF, info >> 32, addend)

    def code(self):
        """(number, section) of those with instructions."""
        for number, section in enumerate(self.sections):
            if section.flags & SHF_EXECINSTR and section.kind == SHT_PROGBITS:
                yield number, section

    def loaded_data(self):
        """(number, section) of those with data that is loaded."""
        for number, section in enumerate(self.sections):
            if section.flags & SHF_ALLOC and not section.flags & SHF_EXECINSTR and section.kind == SHT_PROGBITS:
                yield number, section

    def string_at(self, section, offset, longest):
        """The C string there, or None when it is longer than that."""
        if not 0 <= offset < section.size or section.kind != SHT_PROGBITS:
            return None
        start = section.offset + offset
        piece = self.data[start : min(start + longest + 1, section.offset + section.size)]
        end = piece.find(b"\0")
        return piece[:end] if end > 0 else None


class Functions:
    """Which function an address belongs to. In an object file an address is an offset, and a section is asked for."""

    def __init__(self, symbols, kinds=(STT_FUNC, STT_GNU_IFUNC)):
        places = collections.defaultdict(dict)
        for symbol in symbols:
            if symbol.section and symbol.kind in kinds and symbol.name:
                # Where two names are at one address, the one that has a size knows more.
                old = places[symbol.section].get(symbol.value)
                if not old or (symbol.size and not old.size):
                    places[symbol.section][symbol.value] = symbol
        self._places = {section: sorted(found.values(), key=lambda s: s.value) for section, found in places.items()}
        self._starts = {section: [s.value for s in found] for section, found in self._places.items()}

    def __bool__(self):
        return bool(self._places)

    def find(self, section, address):
        starts = self._starts.get(section)
        index = bisect.bisect_right(starts, address) - 1 if starts else -1
        if index < 0:
            return None
        symbol = self._places[section][index]
        end = symbol.value + symbol.size
        if not symbol.size:
            end = starts[index + 1] if index + 1 < len(starts) else address + 1
        return (symbol.name, symbol.value, end) if address < end else None


def unwind_ranges(elf):
    """The (start, end) of every function that has unwind data, sorted; None when the file has no such table.

    Format: Linux Standard Base, "Exception Frames".
    """
    header = next((s for s in elf.sections if s.name == ".eh_frame_hdr"), None)
    frames = next((s for s in elf.sections if s.name == ".eh_frame"), None)
    # Version 1; pointer to .eh_frame pc-relative, count unsigned, table relative to the header: what linkers write.
    if not header or not frames or elf.content(header)[:1] != b"\x01" or elf.content(header)[2:4] != b"\x03\x3b":
        return None
    table, data = elf.content(header), elf.content(frames)
    (count,) = struct.unpack_from("<I", table, 8)
    ranges = []
    for start, entry in struct.iter_unpack("<ii", table[12 : 12 + 8 * count]):
        at = header.address + entry - frames.address
        begin, length = struct.unpack_from("<ii", data, at + 8)
        start += header.address
        if begin + frames.address + at + 8 != start:
            return None
        ranges.append((start, start + length))
    return ranges


def archive_members(data):
    """Yields (name, content or None) of each member; None: a thin archive, and the name is a path from its folder."""
    try:
        yield from _archive_members(data)
    except NONSENSE as error:
        raise Unreadable("a broken archive") from error


def _archive_members(data):
    thin = data[:8] == b"!<thin>\n"
    at, long_names = 8, b""
    while at + 60 <= len(data):
        header = data[at : at + 60]
        if header[58:60] != b"`\n":
            raise Unreadable("a broken archive")
        name, size = header[:16].rstrip(), int(header[48:58])
        start = at + 60
        special = name in (b"/", b"//", b"/SYM64/")
        at = start if thin and not special else start + size + size % 2
        if name == b"//":
            long_names = data[start : start + size]
        if special:
            continue
        if name.startswith(b"#1/"):  # BSD: the name comes before the content
            length = int(name[3:])
            name, start, size = data[start : start + length].rstrip(b"\0"), start + length, size - length
        elif name.startswith(b"/"):
            begin = int(name[1:].split(b":")[0])
            name = long_names[begin : long_names.index(b"\n", begin)].rstrip(b"/")
        else:
            name = name.rstrip(b"/")
        if name.startswith(b"__.SYMDEF"):
            continue
        yield text(name), None if thin else data[start : start + size]
