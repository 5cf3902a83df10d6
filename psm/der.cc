#include "psm/der.h"

#include <utility>

namespace psm {
namespace {

constexpr DerTag kConstructed = 0x20;
constexpr DerTag kHighTagNumber = 0x1F;
constexpr size_t kMaxHeaderBytes = 6;

struct Header {
  DerTag tag;
  bool indefinite;
  size_t header_bytes;
  size_t content_bytes;  // 0 if indefinite
};

// Only if the content is all there.
absl::optional<Header> ReadHeader(absl::string_view bytes) {
  if (bytes.size() < 2) return absl::nullopt;
  const auto tag = static_cast<DerTag>(bytes[0]);
  const auto first = static_cast<unsigned char>(bytes[1]);
  if ((tag & kHighTagNumber) == kHighTagNumber) return absl::nullopt;
  if (first == 0x80) {
    if ((tag & kConstructed) == 0) return absl::nullopt;
    return Header{tag, true, 2, 0};
  }
  size_t header_bytes = 2;
  size_t content_bytes = first;
  if (first > 0x80) {
    const size_t length_bytes = first & 0x7F;
    if (length_bytes > 4 || bytes.size() < 2 + length_bytes) return absl::nullopt;
    content_bytes = 0;
    for (size_t i = 0; i < length_bytes; ++i) {
      content_bytes = content_bytes << 8 | static_cast<unsigned char>(bytes[2 + i]);
    }
    header_bytes += length_bytes;
  }
  if (content_bytes > bytes.size() - header_bytes) return absl::nullopt;
  return Header{tag, false, header_bytes, content_bytes};
}

void AppendHeader(DerTag tag, size_t content_bytes, std::string* der) {
  der->push_back(static_cast<char>(tag));
  if (content_bytes < 0x80) {
    der->push_back(static_cast<char>(content_bytes));
    return;
  }
  int length_bytes = 1;
  while (content_bytes >> 8 * length_bytes != 0) ++length_bytes;
  der->push_back(static_cast<char>(0x80 | length_bytes));
  for (int i = length_bytes - 1; i >= 0; --i) {
    der->push_back(static_cast<char>(content_bytes >> 8 * i & 0xFF));
  }
}

bool IsEndOfContents(absl::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == 0 && bytes[1] == 0;
}

// Appends the element that `ber` begins with and removes it from `ber`. With `only_content`, an
// octet string's: its content without a header.
bool Convert(absl::string_view* ber, int depth, bool only_content, std::string* der) {
  const absl::optional<Header> header = ReadHeader(*ber);
  if (!header.has_value() || depth == 0) return false;
  if (only_content && (header->tag & ~kConstructed) != kDerOctetString) return false;
  absl::string_view content = header->indefinite
                                  ? ber->substr(header->header_bytes)
                                  : ber->substr(header->header_bytes, header->content_bytes);
  const bool in_parts = header->tag == (kDerOctetString | kConstructed);
  const size_t at = der->size();
  if ((header->tag & kConstructed) == 0) {
    der->append(content.data(), content.size());
    content = absl::string_view();
  }
  while (header->indefinite ? !IsEndOfContents(content) : !content.empty()) {
    if (!Convert(&content, depth - 1, in_parts, der)) return false;
  }
  if (header->indefinite) {
    ber->remove_prefix(static_cast<size_t>(content.data() - ber->data()) + 2);
  } else {
    ber->remove_prefix(header->header_bytes + header->content_bytes);
  }
  if (only_content) return true;
  std::string der_header;
  AppendHeader(in_parts ? kDerOctetString : header->tag, der->size() - at, &der_header);
  der->insert(at, der_header);
  return true;
}

}  // namespace

absl::optional<std::string> BerToDer(absl::string_view ber, int max_depth) {
  std::string der;
  // An element of indefinite length takes 4 bytes besides its content, and 6 at most when definite.
  der.reserve(ber.size() + ber.size() / 2 + kMaxHeaderBytes);
  if (!Convert(&ber, max_depth, /*only_content=*/false, &der)) return absl::nullopt;
  return absl::make_optional(std::move(der));
}

absl::string_view DerReader::Fail() {
  ok_ = false;
  rest_ = absl::string_view();
  return absl::string_view();
}

absl::string_view DerReader::Take(DerTag tag) {
  const absl::optional<Header> header = ReadHeader(rest_);
  if (!header.has_value() || header->tag != tag || header->indefinite) return Fail();
  const absl::string_view content = rest_.substr(header->header_bytes, header->content_bytes);
  rest_.remove_prefix(header->header_bytes + header->content_bytes);
  return content;
}

absl::string_view DerReader::TakeElement() {
  const absl::optional<Header> header = ReadHeader(rest_);
  if (!header.has_value() || header->indefinite) return Fail();
  const absl::string_view element = rest_.substr(0, header->header_bytes + header->content_bytes);
  rest_.remove_prefix(element.size());
  return element;
}

int64_t DerReader::TakeNumber() {
  const absl::string_view bytes = Take(kDerInteger);
  if (bytes.empty() || bytes.size() > 4 || (bytes[0] & 0x80) != 0) {
    Fail();
    return -1;
  }
  int64_t number = 0;
  for (char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace psm
