#!/usr/bin/python3
"""odd_files.py WORK: writes what openssl does not, without encryption but with the right MAC (RFC 7292, appendix B).

  other_key.p12, other_rsa_key.p12  the certificate ec.crt (rsa.crt) claims the key other.key (other_rsa.key)
  other_point.p12                   the public half in ec.key is not ec.crt's
  no_bags.p12                       one safe with nothing in it
  nested.p12                        ec.crt, and a safe within the safe
  same_names.p12                    ec.crt and other.crt without keys, both named "same"
  empty.p12                         ec.crt and ec.key; the empty password as no bytes at all
"""

import hashlib
import hmac
import os
import pathlib
import subprocess
import sys

SHA256 = "2.16.840.1.101.3.4.2.1"


def tlv(tag, *contents):
    content = b"".join(contents)
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def oid(text):
    first, second, *rest = map(int, text.split("."))
    content = bytearray([first * 40 + second])
    for number in rest:
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(number & 0x7F | 0x80)
        content += bytes(reversed(digits))
    return tlv(0x06, bytes(content))


def der(kind, path):
    command = ["openssl", *kind, "-in", str(path), "-outform", "DER"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def mac_key(password, salt, iterations):
    """The derivation of RFC 7292, appendix B.2, for a MAC with SHA-256."""
    block = 64
    repeat = lambda text: (text * block)[: block * -(-len(text) // block)]
    key = hashlib.sha256(bytes([3]) * block + repeat(salt) + repeat(password)).digest()
    for _ in range(iterations - 1):
        key = hashlib.sha256(key).digest()
    return key


def main():
    work = pathlib.Path(sys.argv[1])
    key_id = attribute("1.2.840.113549.1.9.21", tlv(0x04, b"id"))
    name = attribute("1.2.840.113549.1.9.20", tlv(0x1E, "same".encode("utf-16-be")))

    def certificate(file, value):
        x509 = tlv(0x30, oid("1.2.840.113549.1.9.22.1"), tlv(0xA0, tlv(0x04, der(["x509"], work / f"{file}.crt"))))
        return tlv(0x30, oid("1.2.840.113549.1.12.10.1.3"), tlv(0xA0, x509), tlv(0x31, value))

    def key(file, flip=0):
        pkcs8 = bytearray(der(["pkcs8", "-topk8", "-nocrypt"], work / f"{file}.key"))
        pkcs8[-1] ^= flip  # the last byte of the public half
        return tlv(0x30, oid("1.2.840.113549.1.12.10.1.1"), tlv(0xA0, bytes(pkcs8)), tlv(0x31, key_id))

    ec = certificate("ec", key_id)
    safe = tlv(0x30, oid("1.2.840.113549.1.12.10.1.6"), tlv(0xA0, tlv(0x30, ec)))
    write("other_key.p12", tlv(0x30, ec, key("other")))
    write("other_rsa_key.p12", tlv(0x30, certificate("rsa", key_id), key("other_rsa")))
    write("other_point.p12", tlv(0x30, ec, key("ec", flip=1)))
    write("no_bags.p12", tlv(0x30))
    write("nested.p12", tlv(0x30, ec, safe))
    write("same_names.p12", tlv(0x30, certificate("ec", name), certificate("other", name)))
    write("empty.p12", tlv(0x30, ec, key("ec")), password=b"")


def attribute(name, value):
    return tlv(0x30, oid(name), tlv(0x31, value))


def data(content):
    return tlv(0x30, oid("1.2.840.113549.1.7.1"), tlv(0xA0, tlv(0x04, content)))


def write(name, bags, password="secret".encode("utf-16-be") + b"\0\0"):
    safes = tlv(0x30, data(bags))
    salt = os.urandom(8)
    key = mac_key(password, salt, 2048)
    digest = hmac.new(key, safes, hashlib.sha256).digest()
    mac = tlv(
        0x30,
        tlv(0x30, tlv(0x30, oid(SHA256), tlv(0x05)), tlv(0x04, digest)),
        tlv(0x04, salt),
        tlv(0x02, (2048).to_bytes(2, "big")),
    )
    pathlib.Path(name).write_bytes(tlv(0x30, tlv(0x02, b"\3"), data(safes), mac))


main()
