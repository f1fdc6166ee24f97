#include "gapmap/job/spelling.h"

namespace gapmap::job {

std::string as_options(std::string_view text, OptionKeys const& keys) {
  constexpr char kMark = '`';
  std::string spelled;
  for (auto open = text.find(kMark); open != std::string_view::npos; open = text.find(kMark)) {
    spelled += text.substr(0, open);
    text.remove_prefix(open + 1);
    auto const close = text.find(kMark);
    bool const is_key = close != std::string_view::npos && keys.contains(text.substr(0, close));
    if (!is_key) {
      // The next backquote may open a key.
      spelled += kMark;
      continue;
    }
    spelled += "--";
    spelled += text.substr(0, close);
    text.remove_prefix(close + 1);
  }
  return spelled += text;
}

}  // namespace gapmap::job
