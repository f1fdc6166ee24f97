#include "gapmap/job/class_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::job {
namespace {

// Classes that planners in Finland are used to.
constexpr char const* kUsualLengths = "1,3,5,10,20,30 km";
constexpr char const* kUsualTimes = "15,30,60 min";

bool is_time(std::string const& limit) {
  return std::holds_alternative<Seconds>(parse_limit(limit, "limit"));
}

}  // namespace

ClassBounds with_limit(ClassBounds bounds, std::variant<Meters, Seconds> const& limit) {
  std::visit(
      [&](auto& values) {
        auto const bound =
            std::get<typename std::remove_cvref_t<decltype(values)>::value_type>(limit);
        auto const place = std::ranges::lower_bound(values, bound);
        if (place == values.end() || *place != bound) values.insert(place, bound);
      },
      bounds);
  return bounds;
}

void declare_classes(Options& o, ClassWords& w) {
  o.add({"--classes", "LIMITS",
         fmt::format("Upper ends of the classes of classes.csv, inclusive, in the unit of the "
                     "limit, which is always one of them (default: \"{}\" or \"{}\")",
                     kUsualLengths, kUsualTimes)},
        w.classes);
}

ClassBounds understand_classes(ClassWords const& w, std::string const& limit, Problems& problems) {
  ClassBounds bounds;
  problems.check([&] {
    bool limit_is_time = false;
    try {
      limit_is_time = is_time(limit);
    } catch (UsageError const&) {
      return;
    }
    auto const& text = !w.classes.empty() ? w.classes : limit_is_time ? kUsualTimes : kUsualLengths;
    bounds = parse_limits(text, "classes");
    if (std::holds_alternative<std::vector<Seconds>>(bounds) != limit_is_time) {
      throw UsageError{
          "classes",
          fmt::format("\"{}\" are {}, but the limit is a {}", w.classes,
                      limit_is_time ? "lengths" : "times", limit_is_time ? "time" : "length"),
          "write both in kilometres or both in minutes"};
    }
    bool const is_countable = std::visit(
        [](auto const& values) {
          return std::ranges::all_of(
              values, [](auto value) { return to_cost<Millimeters>(value.value()).is_finite(); });
        },
        bounds);
    // An uncountable limit without classes has been reported already.
    if (!is_countable && !w.classes.empty()) {
      throw UsageError{"classes", fmt::format("\"{}\" is more than can be counted", w.classes),
                       "write at most 4 000 km or 49 days"};
    }
  });
  return bounds;
}

}  // namespace gapmap::job
