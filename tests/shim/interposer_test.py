#!/usr/bin/python3
"""NSS's own tools with and without libpsm-nss-gate.so: the same output and exit status, and no call refused; with the
gate kept shut, each ends by itself. A host of libpsm.so.1 and the library have one gate. What a program holds at
NSS_Shutdown is named.

    interposer_test.py databases|modules|connections|host|shut|held|deadline
"""

import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

OUT = pathlib.Path(os.environ["PSM_OUT_DIR"])
LIBRARY = OUT / "libpsm-nss-gate.so"
SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so"
DEADLINE_S = 60
REPORT = re.compile(rb"psm-nss-gate: (\d+) calls refused, (\d+) releases leaked\n\Z")
NONE_REFUSED = (b"0", b"0")
HELD = re.compile(rb"psm-nss-gate: held at NSS_Shutdown: (.*)\n")
# certutil frees the arena of a public key, which is as good and is not counted.
HELD_BY_TOOLS = b"1 x SECKEYPublicKey"

# The file that holds the password; "wrong" and "other" are files too.
PASSWORD = "pw"
NEW_DATABASE = ["certutil", "-N", "-d", "sql:.", "-f", PASSWORD]
CA = ["certutil", "-S", "-d", "sql:.", "-f", PASSWORD, "-z", "noise", "-n", "ca", "-s", "CN=ca", "-x", "-t", "CT,C,C"]
CA += ["-m", "1", "-v", "120", "-Z", "SHA256"]
SERVER = ["certutil", "-S", "-d", "sql:.", "-f", PASSWORD, "-z", "noise", "-n", "server", "-s", "CN=localhost"]
SERVER += ["-c", "ca", "-t", ",,", "-m", "2", "-v", "120", "-Z", "SHA256"]
EXPORT = ["pk12util", "-o", "server.p12", "-n", "server", "-d", "sql:.", "-k", PASSWORD, "-w", "p12password"]
SIGN = ["cmsutil", "-S", "-d", "sql:.", "-f", PASSWORD, "-N", "ca", "-i", "noise", "-o", "signed.cms"]

DATABASES = [
    ["certutil", "-L", "-d", "sql:."],
    ["certutil", "-L", "-d", "sql:.", "-n", "ca"],
    ["certutil", "-L", "-d", "sql:.", "-n", "server", "-a"],
    ["certutil", "-L", "-d", "sql:.", "-n", "server", "-r"],
    ["certutil", "-L", "-d", "sql:.", "-n", "nobody"],
    ["certutil", "-L", "-d", "sql:missing"],
    ["certutil", "-L", "-d", "sql:.", "-h", "all", "-f", PASSWORD],
    ["certutil", "-K", "-d", "sql:.", "-f", PASSWORD],
    ["certutil", "-K", "-d", "sql:.", "-f", "wrong"],
    ["certutil", "-O", "-d", "sql:.", "-n", "server"],
    ["certutil", "-U", "-d", "sql:."],
    ["certutil", "-V", "-d", "sql:.", "-n", "server", "-u", "V", "-e", "-l", "-f", PASSWORD],
    ["certutil", "-V", "-d", "sql:.", "-n", "ca", "-u", "L", "-f", PASSWORD],
    ["certutil", "-V", "-d", "sql:.", "-n", "server", "-u", "L", "-f", PASSWORD],
    ["certutil", "-M", "-d", "sql:.", "-n", "server", "-t", "P,,", "-f", PASSWORD],
    ["certutil", "-L", "-d", "sql:."],
    ["certutil", "--rename", "-d", "sql:.", "-n", "ca", "--new-n", "authority", "-f", PASSWORD],
    ["certutil", "-L", "-d", "sql:."],
    ["certutil", "-A", "-d", "sql:.", "-n", "again", "-t", ",,", "-a", "-i", "ca.pem", "-f", PASSWORD],
    ["crlutil", "-L", "-d", "sql:."],
    ["cmsutil", "-D", "-d", "sql:.", "-f", PASSWORD, "-i", "signed.cms", "-h", "1"],
    ["pk12util", "-l", "server.p12", "-w", "p12password", "-d", "sql:.", "-k", PASSWORD],
    ["pk12util", "-l", "server.p12", "-w", "wrong", "-d", "sql:.", "-k", PASSWORD],
    ["pk12util", "-o", "out.p12", "-n", "server", "-d", "sql:.", "-k", PASSWORD, "-w", "p12password"],
    ["certutil", "-W", "-d", "sql:.", "-f", PASSWORD, "-@", "other"],
    ["certutil", "-K", "-d", "sql:.", "-f", "other"],
    ["certutil", "-F", "-d", "sql:.", "-n", "server", "-f", "other"],
    ["certutil", "-D", "-d", "sql:.", "-n", "server", "-f", "other"],
    ["pk12util", "-i", "server.p12", "-d", "sql:.", "-k", "other", "-w", "p12password"],
    ["pk12util", "-i", "server.p12", "-d", "sql:.", "-k", "wrong", "-w", "p12password"],
    ["certutil", "-D", "-d", "sql:.", "-n", "nobody", "-f", "other"],
    ["certutil", "-L", "-d", "sql:."],
    ["certutil", "-K", "-d", "sql:.", "-f", "other"],
]

MODULES = [
    ["modutil", "-list", "-dbdir", "sql:."],
    ["modutil", "-force", "-dbdir", "sql:.", "-add", "SoftHSM", "-libfile", SOFTHSM],
    ["modutil", "-list", "-dbdir", "sql:."],
    ["modutil", "-list", "SoftHSM", "-dbdir", "sql:."],
    ["certutil", "-U", "-d", "sql:."],
    ["modutil", "-force", "-dbdir", "sql:.", "-default", "SoftHSM", "-mechanisms", "RSA"],
    ["modutil", "-force", "-dbdir", "sql:.", "-disable", "SoftHSM"],
    ["modutil", "-force", "-dbdir", "sql:.", "-enable", "SoftHSM"],
    ["modutil", "-force", "-dbdir", "sql:.", "-delete", "SoftHSM"],
    ["modutil", "-force", "-dbdir", "sql:.", "-delete", "SoftHSM"],
    ["modutil", "-force", "-dbdir", "sql:.", "-add", "nothing", "-libfile", "/nonexistent.so"],
    ["modutil", "-force", "-dbdir", "sql:.", "-changepw", "NSS Certificate DB"]
    + ["-pwfile", PASSWORD, "-newpwfile", "other"],
    ["modutil", "-chkfips", "false", "-dbdir", "sql:."],
    ["modutil", "-rawlist", "-dbdir", "sql:."],
    ["modutil", "-rawadd", f'library={SOFTHSM} name="Raw"', "-dbdir", "sql:.", "-force"],
    ["modutil", "-rawlist", "-dbdir", "sql:."],
    ["modutil", "-list", "-dbdir", "sql:."],
]


def environment(gated, **more):
    clean = {name: value for name, value in os.environ.items() if name not in ("LD_PRELOAD", "NSS_DEFAULT_DB_TYPE")}
    if gated:
        more.update(LD_PRELOAD=str(LIBRARY), PSM_NSS_GATE_REPORT="1")
    return dict(clean, LC_ALL="C", TZ="UTC", **more)


def expect(condition, *what):
    if not condition:
        sys.exit("\n".join(str(part) for part in what))


def outcome(command, status, out, err, gated):
    """What a run showed, without the library's own line."""
    if gated:
        report = REPORT.search(err)
        expect(report, f"{command}: the library said nothing at the end", status, out, err)
        expect(report.groups() == NONE_REFUSED, f"{command}: {report.group().decode()}", out, err)
        held = HELD.findall(err)
        expect(set(held) <= {HELD_BY_TOOLS}, command, *held)
        err = HELD.sub(b"", REPORT.sub(b"", err))
    return status, out, err


def complete(command, folder, env):
    """Runs a command to its end, in the folder or, without one, where this runs; its output is bytes."""
    return subprocess.run(
        command,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=DEADLINE_S,
        check=False,
    )


def run(command, folder, gated):
    done = complete(command, folder, environment(gated, SOFTHSM2_CONF="softhsm2.conf"))
    return outcome(command, done.returncode, done.stdout, done.stderr, gated)


def new_profile(folder, gated):
    """Databases with a CA and a server certificate, made by gated tools or bare ones."""
    for name, text in {PASSWORD: "secret", "wrong": "guess", "other": "changed", "noise": "noise " * 100}.items():
        (folder / name).write_text(text + "\n", encoding="ascii")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text("directories.tokendir = tokens\n", encoding="ascii")
    for command in (NEW_DATABASE, CA, SERVER, EXPORT, SIGN):
        status, out, err = run(command, folder, gated)
        expect(status == 0, command, status, out, err)
    pem = run(["certutil", "-L", "-d", "sql:.", "-n", "ca", "-a"], folder, gated)[1]
    (folder / "ca.pem").write_bytes(pem)


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory() as name:
        yield pathlib.Path(name)


def compare(commands):
    """Each command on a copy of the same databases, bare and gated, whoever made them."""
    for made_gated in (False, True):
        with scratch() as folder:
            original = folder / "original"
            original.mkdir()
            new_profile(original, made_gated)
            for name in ("bare", "gated"):
                shutil.copytree(original, folder / name)
            worked = 0
            for command in commands:
                bare = run(command, folder / "bare", False)
                gated = run(command, folder / "gated", True)
                expect(bare == gated, f"{command}, databases made {made_gated=}", "bare:", *bare, "gated:", *gated)
                worked += bare[0] == 0
            expect(worked > len(commands) // 2, f"only {worked} of {len(commands)} commands do anything at all")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def without_port(shown, port):
    """An outcome that does not depend on the port."""
    return tuple(part.replace(str(port).encode(), b"PORT") if isinstance(part, bytes) else part for part in shown)


class Server:
    """selfserv on a port of its own."""

    def __init__(self, folder, gated, *options):
        self.gated = gated
        for _ in range(10):
            self.port = free_port()
            self.command = ["selfserv", "-d", "sql:.", "-n", "server", "-f", PASSWORD, "-p", str(self.port), *options]
            self.process = subprocess.Popen(
                self.command,
                cwd=folder,
                env=environment(gated),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            if self._listens():
                return
            self.kill()
        sys.exit("selfserv never listened")

    def _listens(self):
        """Its socket is in the listening state; a connection to find out would be served."""
        end = time.monotonic() + DEADLINE_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                return False
            for table in ("/proc/net/tcp", "/proc/net/tcp6"):
                # There is no tcp6 where the kernel has no IPv6.
                with contextlib.suppress(FileNotFoundError), open(table, encoding="ascii") as lines:
                    if any(f":{self.port:04X} " in line and line.split()[3] == "0A" for line in lines):
                        return True
            time.sleep(0.05)
        return False

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate(timeout=DEADLINE_S)

    def end(self):
        out, err = self.process.communicate(timeout=DEADLINE_S)
        return without_port(outcome(self.command, self.process.returncode, out, err, self.gated), self.port)


def ask(server, folder, gated, path, *options):
    (folder / "request").write_bytes(f"GET {path} HTTP/1.0\r\n\r\n".encode())
    command = ["tstclnt", "-h", "127.0.0.1", "-a", "localhost", "-p", str(server.port), "-d", "sql:.", "-w", "secret"]
    return without_port(run([*command, "-A", "request", *options], folder, gated), server.port)


def connections():
    kinds = {
        "TLS 1.3": ([], ["-V", "tls1.3:tls1.3"]),
        "TLS 1.2": ([], ["-V", "tls1.2:tls1.2"]),
        "client certificate": (["-r", "-r"], ["-V", "tls1.2:tls1.3", "-n", "server"]),
    }
    with scratch() as folder:
        new_profile(folder, False)
        for kind, (server_options, client_options) in kinds.items():
            first = None
            for server_gated in (False, True):
                for client_gated in (False, True):
                    server = Server(folder, server_gated, *server_options)
                    try:
                        shown = [ask(server, folder, client_gated, path, *client_options) for path in ("/", "/stop")]
                        shown.append(server.end())
                    finally:
                        server.kill()
                    first = first or shown
                    where = f"{kind}, {server_gated=}, {client_gated=}"
                    expect(b"HTTP/1.0 200 OK" in shown[0][1], f"{where}: no answer", *shown)
                    expect(shown == first, where, "both bare:", *first, "now:", *shown)


def host():
    for mode in ("coordinated", "never"):
        with scratch() as folder:
            for profile in ("first", "second"):
                (folder / profile).mkdir()
            command = [str(OUT / "interposer_host"), mode, str(folder)]
            done = complete(command, None, environment(True))
            expect(done.returncode == 0, command, done.returncode, done.stderr)
            report = REPORT.search(done.stderr)
            expect(report and int(report[1]) >= 4 and report[2] == b"0", command, done.stderr)


def shut():
    with scratch() as folder:
        new_profile(folder, False)
        commands = [*DATABASES, *MODULES, NEW_DATABASE, CA, EXPORT, SIGN]
        commands.append(["selfserv", "-d", "sql:.", "-n", "server", "-f", PASSWORD, "-p", str(free_port())])
        commands.append(["tstclnt", "-h", "127.0.0.1", "-p", str(free_port()), "-d", "sql:.", "-w", "secret"])
        env = environment(True, SOFTHSM2_CONF="softhsm2.conf", PSM_NSS_GATE_SHUT="1")
        for command in commands:
            done = complete(command, folder, env)
            expect(REPORT.search(done.stderr), f"{command}: the library said nothing at the end", done)
            expect(done.returncode > 0, f"{command}: ended with {done.returncode}", done.stdout, done.stderr)


def holder(folder):
    source = pathlib.Path(os.environ["PSM_ROOT"]) / "tests" / "shim" / "interposer_holder.c"
    flags = complete(["/usr/bin/pkg-config", "--cflags", "--libs", "nss"], None, os.environ)
    expect(flags.returncode == 0, flags)
    command = ["gcc", "-rdynamic", str(source), "-o", str(folder / "holder"), *flags.stdout.decode().split()]
    subprocess.run(command, check=True, timeout=DEADLINE_S)
    return str(folder / "holder")


def held():
    kinds = {
        "none": None,
        "slot": b"1 x PK11SlotInfo",
        "key": b"1 x PK11SymKey",
        "callback": b"1 x PK11SlotInfo",
        "certificate": b"1 x CERTCertificate",
    }
    with scratch() as folder:
        new_profile(folder, False)
        program = holder(folder)
        for leak, named in kinds.items():
            for report in ("1", "sites"):
                done = complete([program, leak], folder, dict(environment(True), PSM_NSS_GATE_REPORT=report))
                expect(done.returncode == 0, leak, done)
                expect(done.stdout == (b"not down\n" if named else b"down\n"), leak, done)
                expect(HELD.findall(done.stderr) == ([named] if named else []), leak, done.stderr.decode())
                expect(REPORT.search(done.stderr), leak, done.stderr)
                place = b"keep_a_slot+" if leak == "callback" else b"main+"
                sites = [line for line in done.stderr.splitlines() if b" from " in line]
                places = (named is not None) + (leak == "key") if report == "sites" else 0
                expect(len(sites) == places, leak, *sites)
                expect(all(b"holder(" + place in line for line in sites), leak, *sites)


def deadline():
    """A thread that stays in a call holds NSS_Shutdown up for as long as the environment says."""
    with scratch() as folder:
        new_profile(folder, False)
        program = holder(folder)
        for said, least, most in (("100ms", 0.1, 8), ("2s", 2, 8), ("soon", 10, 18)):
            start = time.monotonic()
            done = complete([program, "thread"], folder, environment(True, PSM_NSS_GATE_DEADLINE=said))
            took = time.monotonic() - start
            expect(done.stdout == b"not down\n", said, done)
            expect(least <= took < most, said, took)
            complaint = b'PSM_NSS_GATE_DEADLINE: "soon" is no duration from 0 to 1h'
            expect((complaint in done.stderr) == (said == "soon"), said, done)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    parts = {
        "databases": lambda: compare(DATABASES),
        "modules": lambda: compare(MODULES),
        "connections": connections,
        "host": host,
        "shut": shut,
        "held": held,
        "deadline": deadline,
    }
    parts[sys.argv[1]]()


if __name__ == "__main__":
    main()
