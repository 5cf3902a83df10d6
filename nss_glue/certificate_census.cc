#include "nss_glue/certificate_census.h"

#include <stdio.h>

#include <atomic>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "nss_glue/generated/raw.h"

namespace psm {
namespace {

// The stream that stands in for stdout. It lives for ever: a thread that picked it up as stdout may
// print at any time.
FILE* g_capture;
std::atomic<FILE*> g_real_stdout;
thread_local std::string* t_dump = nullptr;

ssize_t Write(void* /*cookie*/, const char* data, size_t size) {
  if (t_dump != nullptr) {
    t_dump->append(data, size);
    return static_cast<ssize_t>(size);
  }
  return static_cast<ssize_t>(fwrite(data, 1, size, g_real_stdout.load()));
}

// "[ 2] "CN=Example""
std::vector<HeldCertificate> Parse(const std::string& dump) {
  std::vector<HeldCertificate> held;
  for (absl::string_view line : absl::StrSplit(dump, '\n')) {
    const size_t close = line.find(']');
    if (line.empty() || line[0] != '[' || close == absl::string_view::npos) continue;
    HeldCertificate certificate;
    const size_t quote = line.find('"', close);
    if (quote == absl::string_view::npos ||
        !absl::SimpleAtoi(line.substr(1, close - 1), &certificate.references)) {
      continue;
    }
    certificate.subject = std::string(line.substr(quote + 1, line.rfind('"') - quote - 1));
    held.push_back(certificate);
  }
  return held;
}

}  // namespace

std::vector<HeldCertificate> HeldCertificates() {
  if (g_capture == nullptr) {
    cookie_io_functions_t functions = {};
    functions.write = Write;
    g_capture = fopencookie(nullptr, "w", functions);
    if (g_capture == nullptr) return {};
    setvbuf(g_capture, nullptr, _IONBF,
            0);  // each call's text is written by the thread that made the call
  }
  std::string dump;
  t_dump = &dump;
  g_real_stdout.store(stdout);
  __atomic_store_n(&stdout, g_capture, __ATOMIC_RELEASE);
  psm_raw_nss_DumpCertificateCacheInfo();
  __atomic_store_n(&stdout, g_real_stdout.load(), __ATOMIC_RELEASE);
  t_dump = nullptr;
  return Parse(dump);
}

}  // namespace psm
