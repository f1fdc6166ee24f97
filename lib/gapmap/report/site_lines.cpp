#include "gapmap/report/site_lines.h"

#include <fmt/format.h>

#include <cmath>

#include "gapmap/report/border_lines.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

class SiteLines {
 public:
  SiteLines(Language language, tables::SiteFigures const& figures)
      : language_{language}, its_{figures} {}

  std::vector<ClosingLine> all() {
    lines_.push_back({{}, question()});
    if (!its_.group.empty()) add("site group", capitalised(group()));
    if (has_limit()) add_served();
    add_value();
    add("site bound", proof());
    add_details();
    for (auto& line : border_lines(language_, its_)) lines_.push_back(std::move(line));
    return std::move(lines_);
  }

  std::vector<std::string> sentences() {
    std::vector<std::string> told{result(), bound()};
    if (!its_.group.empty()) told.push_back(sentence(language_, "plan_about_group", group()));
    if (its_.is_of_ways && has_limit()) add_served();
    add_details();
    for (auto const& [name, text] : lines_) told.push_back(fmt::format("{}: {}.", name, text));
    return told;
  }

  [[nodiscard]] std::string question() const {
    auto const places = static_cast<double>(is_closing() ? its_.closed : its_.opened);
    auto const key = "site question " + (is_closing() ? problem() : its_.problem);
    if (its_.problem == "fewest") return sentence(language_, key, limit());
    if (!its_.is_of_ways) return counted(language_, key, places, weight(places), limit());
    return counted(language_, key, places, weight(places));
  }

 private:
  void add_details() {
    add_first();
    if (its_.closed > 0 && !is_closing()) {
      auto const closed = static_cast<double>(its_.closed);
      add("site closing", counted(language_, "site closing_text", closed, weight(closed)));
    }
    if (its_.demands_unservable > 0 && has_limit() && !is_closing()) {
      add("site unservable",
          counted(language_, "site unservable_text", its_.unservable, weight(its_.unservable)));
    }
    if (its_.has_capacities) {
      auto const left_out = its_.all - its_.after;
      add("site left_out", sentence(language_, "site left_out_text", weight(left_out),
                                    weight(its_.no_room), weight(left_out - its_.no_room)));
    }
    if (its_.unknown > 0) {
      auto const unknown = static_cast<double>(its_.unknown);
      add("site unknown", counted(language_, "site unknown_text", unknown, weight(unknown)));
    }
    if (its_.value_low) {
      add("site ends",
          sentence(language_, "site ends_text", weight(*its_.value_low), weight(*its_.value_high),
                   weight(*its_.bound_low), weight(*its_.bound_high)));
    }
  }
  void add(std::string_view name, std::string text) {
    lines_.push_back({std::string{label(language_, name)}, std::move(text)});
  }
  [[nodiscard]] bool has_limit() const { return !its_.limit.empty(); }
  [[nodiscard]] bool is_closing() const { return its_.problem == "closing"; }
  [[nodiscard]] std::string weight(double value) const {
    return number(language_, value, value == std::floor(value) ? 0 : 1);
  }
  /// Returns the value of the problem: a way, a number of places or residents.
  [[nodiscard]] std::string shown(double value) const {
    if (its_.is_of_ways && (its_.is_time || its_.is_length)) {
      auto const natural = value / (its_.is_time ? 60 : 1000);
      return fmt::format("{} {}", number(language_, natural, 1), its_.is_time ? "min" : "km");
    }
    return number(language_, value, value == std::floor(value) ? 0 : 3);
  }
  [[nodiscard]] std::string limit() const {
    auto limit = quantity_as_written(language_, its_.limit);
    return its_.at_least > 1 ? sentence(language_, "site at_least", limit, weight(its_.at_least))
                             : limit;
  }
  /// Returns the problem, told apart where the fewest places are the cheapest, or what closes is to
  /// add least to the ways.
  [[nodiscard]] std::string problem() const {
    if (its_.has_prices && its_.problem == "fewest") return "cheapest";
    return is_closing() && its_.is_of_ways ? "closing travel" : its_.problem;
  }
  /// Returns "162 022 residents" as the whole of which some are told.
  [[nodiscard]] std::string everybody() const {
    if (!its_.group.empty()) return sentence(language_, "plan of group", weight(its_.all), group());
    return sentence(language_, its_.is_on_map ? "plan of residents" : "plan of weight",
                    weight(its_.all));
  }
  [[nodiscard]] std::string group() const { return word(language_, "group", its_.group); }
  [[nodiscard]] std::string result() const {
    auto const places = static_cast<double>(is_closing() ? its_.closed : its_.opened);
    auto const key = "plan says " + problem();
    auto const share = percent(language_, its_.all > 0 ? its_.after / its_.all : 0);
    auto const more = weight(std::abs(its_.after - its_.before));
    if (its_.problem == "coverage" || problem() == "closing")
      return counted(language_, key, places, weight(places), weight(its_.after), everybody(), share,
                     limit(), more);
    if (problem() == "cheapest")
      return counted(language_, key, places, weight(places), limit(), shown(its_.value));
    if (its_.problem == "fewest") return counted(language_, key, places, weight(places), limit());
    if (its_.value_before)
      return counted(language_, key + " now", places, weight(places), shown(its_.value),
                     shown(*its_.value_before));
    return counted(language_, key, places, weight(places), shown(its_.value));
  }
  [[nodiscard]] std::string bound() const {
    auto const places = static_cast<double>(is_closing() ? its_.closed : its_.opened);
    if (its_.is_proven)
      return counted(language_, "plan proven " + problem(), places, weight(places));
    auto const key = "plan bound " + problem();
    if (its_.problem == "coverage" || problem() == "closing")
      return counted(language_, key, places, weight(places), weight(its_.bound),
                     weight(its_.bound - its_.value));
    if (its_.problem == "fewest") return sentence(language_, key, shown(its_.bound));
    return counted(language_, key, places, weight(places), shown(its_.bound));
  }
  [[nodiscard]] std::string of_all(double part) const {
    return fmt::format("{} / {} ({})", weight(part), weight(its_.all),
                       percent(language_, its_.all > 0 ? part / its_.all : 0));
  }
  void add_served() {
    add(its_.has_capacities ? "site now with room" : "site now", of_all(its_.before));
    auto const more = its_.after - its_.before;
    add("site then", sentence(language_, more < 0 ? "site fewer" : "site more", of_all(its_.after),
                              weight(std::abs(more))));
  }
  void add_value() {
    if (its_.problem == "coverage" || (is_closing() && !its_.is_of_ways)) return;
    auto text = shown(its_.value);
    if (its_.value_before)
      text = sentence(language_, "site value_before", text, shown(*its_.value_before));
    add("site value " + (is_closing() ? "median" : problem()), std::move(text));
  }
  [[nodiscard]] std::string proof() const {
    if (its_.is_proven) return std::string{label(language_, "site proven")};
    if (!its_.gap_percent) return sentence(language_, "site unbounded", shown(its_.bound));
    return sentence(language_, "site not_proven", shown(its_.bound),
                    percent(language_, *its_.gap_percent / 100, 2));
  }
  void add_first() {
    if (its_.first.empty() || !has_limit()) return;
    bool const opens = its_.opened > 0;
    add("site first", sentence(language_, opens ? "site opens" : "site closes", its_.first,
                               weight(std::abs(its_.first_adds))));
  }

  Language language_;
  tables::SiteFigures const& its_;
  std::vector<ClosingLine> lines_;
};

}  // namespace

std::vector<ClosingLine> site_lines(Language language, tables::SiteFigures const& figures) {
  return SiteLines{language, figures}.all();
}

std::vector<std::string> plan_in_sentences(Language language, tables::SiteFigures const& figures) {
  return SiteLines{language, figures}.sentences();
}

std::string plan_question(Language language, tables::SiteFigures const& figures) {
  return SiteLines{language, figures}.question();
}

}  // namespace gapmap::report
