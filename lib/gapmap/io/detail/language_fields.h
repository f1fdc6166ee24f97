#pragma once
// Fields with the names of areas in several languages, as Statistics Finland's layers (nimi, namn,
// name), those of the National Land Survey (namefin, nameswe) and keys (…_name_fi, …_name_sv) have
// them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/places/names.h"

namespace gapmap::io {

class LanguageFields {
 public:
  /// Finds the fields of a layer of areas. "name" alone may be of any language; beside "nimi" or
  /// "namn" it is English.
  [[nodiscard]] static LanguageFields of_areas(Table const& table);
  /// Finds the fields "<level>_name_fi", "<level>_name_sv" and "<level>_name_en" of a key.
  [[nodiscard]] static LanguageFields of_level(Table const& table, std::string const& level);

  /// Returns the names that a row has; none if there are fields for fewer than two languages.
  [[nodiscard]] NamesByLanguage names(Record const& record) const;

 private:
  std::vector<std::pair<std::string_view, FieldIndex>> fields_;  ///< with their languages
};

}  // namespace gapmap::io
