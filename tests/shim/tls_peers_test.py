#!/usr/bin/python3
"""NSS's own selfserv and tstclnt against tls_peer, which talks through the gated TLS layer, in each version of TLS."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

PEER = pathlib.Path(os.environ["PSM_OUT_DIR"]) / "tls_peer"
SKIPPED = 77
DEADLINE_S = 60


def run(*command, **options):
    """What a command prints, as bytes."""
    return subprocess.run(command, check=True, timeout=DEADLINE_S, stdout=subprocess.PIPE, **options).stdout


def make_profile(folder):
    """Databases with a self-signed certificate for localhost that they trust."""
    folder.mkdir()
    database = f"sql:{folder}"
    run("certutil", "-N", "-d", database, "--empty-password")
    noise = folder / "noise"
    noise.write_bytes(os.urandom(64))
    command = ["certutil", "-S", "-d", database, "-n", "server", "-s", "CN=localhost", "-x", "-t", "PC,,", "-k", "ec"]
    command += ["-q", "nistp256", "-8", "localhost", "-z", str(noise)]
    run(*command, stderr=subprocess.DEVNULL)


def wait_until_it_listens(port, server):
    end = time.monotonic() + DEADLINE_S
    while time.monotonic() < end:
        if server.poll() is not None:
            return False
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.05)
    return False


def first_line(process):
    """What a process prints first; it is killed where that takes too long."""
    watchdog = threading.Timer(DEADLINE_S, process.kill)
    watchdog.start()
    try:
        return process.stdout.readline().decode().strip()
    finally:
        watchdog.cancel()


def fetch_from_selfserv(profile, version):
    """tls_peer is the client."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["selfserv", "-d", f"sql:{profile}", "-n", "server", "-p", str(port), "-V", f"{version}:{version}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert wait_until_it_listens(port, server), "selfserv does not listen"
            answer = run(PEER, "client", profile, str(port))
            assert b"200 OK" in answer, answer
        finally:
            server.kill()


def serve_tstclnt(profile, version):
    """tls_peer is the server."""
    with subprocess.Popen([PEER, "server", profile, "server"], stdout=subprocess.PIPE) as server:
        try:
            port = first_line(server)
            assert port, "tls_peer does not listen"
            request = profile / "request"
            request.write_bytes(b"GET / HTTP/1.0\r\n\r\n")
            command = ["tstclnt", "-h", "localhost", "-4", "-p", port, "-d", f"sql:{profile}"]
            command += ["-V", f"{version}:{version}", "-A", request]
            answer = run(*command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            assert b"served through the gate" in answer, answer
            status = server.wait(timeout=DEADLINE_S)
            assert status == 0, f"tls_peer left with status {status}"
        finally:
            server.kill()


def main():
    missing = [tool for tool in ("certutil", "selfserv", "tstclnt") if shutil.which(tool) is None]
    if missing:
        print(f"not installed: {', '.join(missing)} (libnss3-tools)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as scratch:
        profile = pathlib.Path(scratch) / "profile"
        make_profile(profile)
        for version in ("tls1.2", "tls1.3"):
            fetch_from_selfserv(profile, version)
            serve_tstclnt(profile, version)
    return 0


if __name__ == "__main__":
    sys.exit(main())
