#include "nss_glue/interposer/callers.h"

#include <dlfcn.h>
#include <link.h>
#include <stdint.h>

#include <algorithm>
#include <vector>

#include "nss_glue/nss_call.h"

// Of calls.cc.
extern "C" {
extern const int psm_raw_count;
extern void* psm_raw_table[];
}

namespace psm::interposer {
namespace {

struct Range {
  uintptr_t begin;
  uintptr_t end;
};

// Of code. Never destroyed: static destructors release things.
std::vector<Range>& Ranges() {
  static auto* const ranges = new std::vector<Range>;
  return *ranges;
}

void Note(const void* function, std::vector<const void*>* bases) {
  Dl_info info;
  if (function == nullptr || dladdr(function, &info) == 0) return;
  if (std::find(bases->begin(), bases->end(), info.dli_fbase) == bases->end()) {
    bases->push_back(info.dli_fbase);
  }
}

}  // namespace

void FindLibraries() {
  std::vector<const void*> bases;
  for (int i = 0; i < psm_raw_count; ++i) Note(psm_raw_table[i], &bases);
  Note(reinterpret_cast<const void*>(&FindLibraries), &bases);
  Note(reinterpret_cast<const void*>(&nss_call::Refusals), &bases);
  dl_iterate_phdr(
      [](dl_phdr_info* library, size_t /*unused*/, void* data) {
        const auto& wanted = *static_cast<const std::vector<const void*>*>(data);
        const auto base = reinterpret_cast<const void*>(library->dlpi_addr);
        if (std::find(wanted.begin(), wanted.end(), base) == wanted.end()) return 0;
        for (int i = 0; i < library->dlpi_phnum; ++i) {
          const ElfW(Phdr)& part = library->dlpi_phdr[i];
          if (part.p_type != PT_LOAD || (part.p_flags & PF_X) == 0) continue;
          const uintptr_t begin = library->dlpi_addr + part.p_vaddr;
          Ranges().push_back({begin, begin + part.p_memsz});
        }
        return 0;
      },
      &bases);
}

bool IsOfProgram(const void* returns_to) {
  if (nss_call::HasManager()) return false;
  const auto at = reinterpret_cast<uintptr_t>(returns_to);
  for (const Range& range : Ranges()) {
    if (at >= range.begin && at < range.end) return false;
  }
  return true;
}

}  // namespace psm::interposer
