#!/bin/bash
# Makes the profile in this folder, and EXPECTED.json with what the NSS that made it answers about
# it, with NSS's certutil run on another NSS than the system's:
#
#   tests/data/newer_nss/make.sh FOLDER_OF_NSS_LIBRARIES   # 3.114 or newer, such as Firefox's
set -euo pipefail
libraries=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
rm -f cert9.db key4.db pkcs11.txt EXPECTED.json
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
head -c 512 /dev/urandom >"$scratch/noise"
: >"$scratch/password"

newer() {
  LD_LIBRARY_PATH=$libraries "$@"
}
certutil_here() {
  newer certutil "$1" -d sql:. -f "$scratch/password" "${@:2}"
}
serial=0
# make NICKNAME TRUST ISSUER|"" ca|leaf
make() {
  local name=$1 trust=$2 issuer=$3 kind=$4 signer=(-x)
  [[ -z $issuer ]] || signer=(-c "$issuer")
  serial=$((serial + 1))
  local options=(--keyUsage digitalSignature,keyEncipherment)
  local answers=''
  if [[ $kind == ca ]]; then
    options=(--keyUsage certSigning,crlSigning -2)
    answers=$'y\n\ny\n'
  else
    options+=(--extKeyUsage "serverAuth,clientAuth,emailProtection,codeSigning" -7 "a@b.example")
  fi
  printf '%s' "$answers" | certutil_here -S -n "$name" -s "CN=$name,O=Newer NSS" -t "$trust" \
    "${signer[@]}" -m $serial -v 1200 -w -12 -k ec -q nistp256 -z "$scratch/noise" \
    "${options[@]}" >/dev/null 2>"$scratch/log" || {
    cat "$scratch/log" >&2
    return 1
  }
}

certutil_here -N >/dev/null 2>&1
make root CT,C,C '' ca
make 'distrusted root' p,p,p '' ca
make 'plain root' ,, '' ca
make 'server root' C,, '' ca
make 'client root' T,, '' ca
make 'email root' ,C, '' ca
make 'code root' ,,C '' ca
make 'valid root' c,c,c '' ca
make 'intermediate' ,, root ca
make 'distrusted intermediate' p,p,p root ca
make 'server-distrusted intermediate' p,, root ca
make 'anchored intermediate' CT,C,C 'plain root' ca
make 'rescued intermediate' CT,C,C 'distrusted root' ca
make 'leaf' ,, root leaf
make 'distrusted leaf' p,p,p root leaf
make 'server-distrusted leaf' p,, root leaf
make 'email-distrusted leaf' ,p, root leaf
make 'trusted leaf' P,P,P 'plain root' leaf
make 'trusted self-signed leaf' P,P,P '' leaf
make 'self-signed leaf' ,, '' leaf
for ca in 'distrusted root' 'plain root' 'server root' 'client root' 'email root' 'code root' \
  'valid root' 'intermediate' 'distrusted intermediate' 'server-distrusted intermediate' \
  'anchored intermediate' 'rescued intermediate'; do
  make "leaf of $ca" ,, "$ca" leaf
done
make 'deep intermediate' ,, 'distrusted intermediate' ca
make 'deep leaf' ,, 'deep intermediate' leaf

# What its makers say of every certificate, as certutil prints it.
{
  printf '{\n "made_by": "NSS %s",\n "at": "2030-06-01",\n "certificates": {' \
    "$(strings "$libraries/libnss3.so" | sed -n 's/^Version: NSS \([0-9.]*\).*/\1/p' | head -1)"
  separator=''
  while IFS= read -r line; do
    name=$(sed -E 's/ +[^ ]*,[^ ]*,[^ ]* *$//' <<<"$line")
    trust=$(sed -E 's/.* ([^ ]*,[^ ]*,[^ ]*) *$/\1/' <<<"$line")
    printf '%s\n  "%s": {"trust": "%s"' "$separator" "$name" "$trust"
    separator=','
    for usage in V C L S R A; do
      answer=$(certutil_here -V -n "$name" -u $usage -b 300601120000Z 2>&1 || true)
      case $answer in
        *'certificate is valid'*) code=OK ;;
        *'certificate has been marked as not trusted'*) code=SEC_ERROR_UNTRUSTED_CERT ;;
        *'issuer has been marked as not trusted'*) code=SEC_ERROR_UNTRUSTED_ISSUER ;;
        *'key usage inadequate'*) code=SEC_ERROR_INADEQUATE_KEY_USAGE ;;
        *'Issuer certificate is invalid'*) code=SEC_ERROR_CA_CERT_INVALID ;;
        *) code="$answer" ;;
      esac
      printf ', "%s": "%s"' $usage "$code"
    done
    printf '}'
  done < <(certutil_here -L | grep -E ',.*,' | grep -v 'SSL,S/MIME')
  printf '\n }\n}\n'
} >EXPECTED.json
