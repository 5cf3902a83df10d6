// What Firefox's softoken looks like to the loader: it calls sqlite3_open_v2, and another library
// than the system's has it (here itself).

__attribute__((visibility("default"))) int sqlite3_open_v2(const char* name, void** db, int flags,
                                                           const char* vfs) {
  (void)name, (void)db, (void)flags, (void)vfs;
  return 14;  // SQLITE_CANTOPEN
}

__attribute__((visibility("default"))) int softoken_of_another_sqlite(void) {
  void* db = 0;
  return sqlite3_open_v2("", &db, 0, 0);
}
