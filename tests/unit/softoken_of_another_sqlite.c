// What Firefox's softoken looks like to the loader: it calls sqlite3_open_v2, and another library
// than the system's has it (here itself).

__attribute__((visibility("default"))) int sqlite3_open_v2(const char* name, void** db, int flags,
                                                           const char* vfs) {
  (void)name, (void)db, (void)flags, (void)vfs;
  return 14;  // SQLITE_CANTOPEN
}

// An import by which the loader's choice shows; a call of its own function the compiler may inline.
__attribute__((visibility("default"))) int (*const volatile softoken_opens_by)(
    const char*, void**, int, const char*) = sqlite3_open_v2;
