// Whose call comes to a wrapper of the interposer: libpsm-nss-gate.so also takes the calls of the
// NSS libraries among themselves, whose references are NSS's own affair.
//
//   if (psm::interposer::IsOfProgram(__builtin_return_address(0))) Gave(...);
//
// A call is the program's unless it returns into an NSS library, this library (where NSS left its
// frame by a jump) or libpsm.so.1. In a process with a SecurityManager no call is: the wrappers in
// its headers have counted before they came here, and nothing can tell.
//
// Thread rule: any thread, after FindLibraries, which runs before main().
// How it fails: it does not.

#ifndef NSS_GLUE_INTERPOSER_CALLERS_H_
#define NSS_GLUE_INTERPOSER_CALLERS_H_

namespace psm::interposer {

// Once the thunks have their addresses.
void FindLibraries();

bool IsOfProgram(const void* returns_to);

}  // namespace psm::interposer

#endif  // NSS_GLUE_INTERPOSER_CALLERS_H_
