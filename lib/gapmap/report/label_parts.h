#pragma once
// The parts of the one table of labels, by kind. Private to report.

#include <span>

#include "gapmap/report/labels.h"

namespace gapmap::report {

/// Words that stand in results: statuses, reasons, levels, well-known groups.
[[nodiscard]] std::span<Label const> labels_of_words();

/// Headings of columns of results.
[[nodiscard]] std::span<Label const> labels_of_columns();

/// What columns of results hold, "about residents".
[[nodiscard]] std::span<Label const> labels_of_descriptions();

/// What options of a run decide, by flag; those of their values that are words, by flag and value.
[[nodiscard]] std::span<Label const> labels_of_options();

/// Remarks on rows of inputs, as io/remark_text.h has them.
[[nodiscard]] std::span<Label const> labels_of_remarks();

/// What a run ends with on a terminal.
[[nodiscard]] std::span<Label const> labels_of_terminal();

/// What published results say of what is hidden.
[[nodiscard]] std::span<Label const> labels_of_publishing();

/// Headings and sentences of the pages.
[[nodiscard]] std::span<Label const> labels_of_reports();

/// Of the head of a report.
[[nodiscard]] std::span<Label const> labels_of_mastheads();

/// Kinds of roads, and what tables of roads tell.
[[nodiscard]] std::span<Label const> labels_of_roads();

/// Ways off the road data, and what hangs on them.
[[nodiscard]] std::span<Label const> labels_of_access();

/// Findings of `gapmap check`, with what it prints around them.
[[nodiscard]] std::span<Label const> labels_of_findings();

/// What findings have as examples, after "example ": rows of an input are named by their ids, which
/// are nobody's words, so that only what looks exactly like an example is taken for one.
[[nodiscard]] std::span<Label const> labels_of_examples();

/// Errors of inputs: of reading them,
[[nodiscard]] std::span<Label const> labels_of_reading();

/// of OpenStreetMap data,
[[nodiscard]] std::span<Label const> labels_of_osm();

/// of options and job files,
[[nodiscard]] std::span<Label const> labels_of_asking();

/// and of results, written or read again.
[[nodiscard]] std::span<Label const> labels_of_results();

/// What inputs are recognised as.
[[nodiscard]] std::span<Label const> labels_of_recognised();

/// A sentence that is its own key.
[[nodiscard]] constexpr Label sentence(std::string_view english, std::string_view finnish,
                                       std::string_view swedish) {
  return {english, {finnish, swedish, english}};
}

/// Comparisons of two runs.
[[nodiscard]] std::span<Label const> labels_of_changes();

}  // namespace gapmap::report
