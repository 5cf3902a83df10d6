// Made by tools/gen_shim/gen_shim.py from the installed NSS; do not edit.
// For sources that write <nss/pk11priv.h>.

#include <pk11priv.h>
