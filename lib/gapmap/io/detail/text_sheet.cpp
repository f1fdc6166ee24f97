#include "gapmap/io/detail/text_sheet.h"

#include <cpl_vsi.h>

#include "gapmap/io/detail/delimited_text.h"

namespace gapmap::io {

MappedFile text_bytes(std::string const& path) {
  if (!path.starts_with("/vsi")) return map_file(path);
  GByte* data = nullptr;
  vsi_l_offset size = 0;
  if (VSIIngestFile(nullptr, path.c_str(), &data, &size, -1) == 0)
    throw InputError{{path}, "cannot be read", "check the path"};
  std::shared_ptr<void const> keeper{data, [](void const* d) { VSIFree(const_cast<void*>(d)); }};
  return {{reinterpret_cast<char const*>(data), static_cast<std::size_t>(size)}, std::move(keeper)};
}

namespace {

class TextSheet final : public RowSource {
 public:
  explicit TextSheet(std::string const& path) : file_{text_bytes(path)}, text_{path, file_.bytes} {}

  void visit(std::function<bool(InputRow&)> const& visitor) const override {
    InputRow sheet_row;
    std::vector<TextOddity> oddities;
    bool is_whole = true;
    text_.visit(
        [&](TextRow& row) {
          sheet_row.number = row.line;
          sheet_row.cells.swap(row.cells);
          is_whole = visitor(sheet_row);
          sheet_row.cells.swap(row.cells);
          return is_whole;
        },
        &oddities);
    if (is_whole) oddities_ = std::move(oddities);
  }

  [[nodiscard]] std::vector<std::pair<RemarkText, std::size_t>> oddities() const override {
    std::vector<std::pair<RemarkText, std::size_t>> told;
    for (auto const& [kind, line] : oddities_) {
      static constexpr RemarkText kUnclosed{"quotation mark that is never closed, read as text"};
      static constexpr RemarkText kInText{"quotation mark in the middle of a cell, read as text"};
      told.emplace_back(kind == TextOddity::Kind::UnclosedQuote ? kUnclosed : kInText, line);
    }
    return told;
  }
  [[nodiscard]] bool has_numbered_rows() const override { return false; }
  [[nodiscard]] bool may_shift() const override { return true; }
  [[nodiscard]] std::string_view row_is() const override { return "line"; }

 private:
  MappedFile file_;
  DelimitedText text_;
  mutable std::vector<TextOddity> oddities_;  ///< of the last complete visit
};

}  // namespace

std::shared_ptr<RowSource const> open_text_sheet(std::string const& path) {
  return std::make_shared<TextSheet>(path);
}

}  // namespace gapmap::io
