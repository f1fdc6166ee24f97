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

/// Comparisons of two runs.
[[nodiscard]] std::span<Label const> labels_of_changes();

}  // namespace gapmap::report
