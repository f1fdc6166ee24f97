#pragma once
// A layer over GDAL for reading vector tables (layers, fields, features), and over the sheets that
// people type, which are read without GDAL. No GDAL type leaves it. Text is always UTF-8: other
// bytes (from Windows) are read as Windows-1252.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/raw_shape.h"
#include "gapmap/io/remark_text.h"
#include "gapmap/io/source.h"
#include "gapmap/units/error.h"
#include "gapmap/units/number_column.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

using FieldIndex = int;

/// What the values of a column tell about one another; see Table::learn.
struct ColumnFacts {
  NumberStyle style = {};
  bool is_exact = false;         ///< a number that would lose digits is not a number
  bool has_point_zeros = false;  ///< ids that a program saved as numbers, "7.0"
};

struct InputRow;
struct RowOddity;

/// One row, valid during the visit.
class Record {
 public:
  /// Returns the feature id of the source; in delimited text the number of the row, from 1 below
  /// the header; in spreadsheets that of the sheet.
  [[nodiscard]] std::string row() const;
  /// Returns the text without surrounding blanks; nothing if the field is null or blank.
  [[nodiscard]] std::optional<std::string> text(FieldIndex field) const;
  /// Returns the text as a filter of the table compares it: with surrounding blanks where the
  /// source has SQL of its own.
  [[nodiscard]] std::optional<std::string> filtered_text(FieldIndex field) const;
  /// Returns the number; nothing if the field is null, blank or not a number, of which text() tells
  /// more. True and false are not numbers.
  [[nodiscard]] std::optional<double> number(FieldIndex field) const;
  /// Returns how the column writes numbers, for texts that contain numbers ("<1.110").
  [[nodiscard]] NumberStyle style(FieldIndex field) const;
  /// Whether the field is a formula whose value was never computed.
  [[nodiscard]] bool is_never_computed(FieldIndex field) const;
  /// Returns the geometry, see raw_shape_of(); an empty `wanted` stands for all kinds.
  [[nodiscard]] RawShape shape(std::initializer_list<GeometryKind> wanted = {}) const;

 private:
  friend class Table;
  friend class RowCondition;
  struct Columns;
  Record(void* feature, InputRow const* row, Columns const& columns)
      : feature_{feature}, row_{row}, columns_{columns} {}
  void* feature_;        ///< of a layer
  InputRow const* row_;  ///< of a sheet
  Columns const& columns_;
};

class Table;

/// A condition on rows that is evaluated during a visit, so that rows that fail it are visited too.
/// OGR SQL for every source: "tyyppi = 'yhdistys' AND kapasiteetti > 10".
class RowCondition {
 public:
  /// Throws UsageError, listing the table's fields, if `sql` is not a condition on them.
  RowCondition(Table const& table, std::string const& sql);
  ~RowCondition();
  RowCondition(RowCondition&&) noexcept;
  RowCondition& operator=(RowCondition&&) noexcept;

  [[nodiscard]] bool holds(Record const& record) const;

 private:
  friend class Table;
  struct State;
  std::unique_ptr<State> state_;
};

/// One layer of one dataset, open for reading.
class Table {
 public:
  /// Throws InputError if there is no such file or layer, naming the layers there are; UsageError
  /// if the filter is not SQL.
  static Table open(Source const& source);
  ~Table();
  Table(Table&&) noexcept;
  Table& operator=(Table&&) noexcept;

  [[nodiscard]] std::string const& name() const;
  [[nodiscard]] std::vector<std::string> const& fields() const;
  /// Finds a field regardless of upper and lower case.
  [[nodiscard]] std::optional<FieldIndex> find_field(std::string_view name) const;
  /// Returns the kind of geometry that the layer declares; Mixed if it declares none.
  [[nodiscard]] GeometryKind geometry() const;
  /// Returns the layer's CRS, or Source::crs if given; nothing if there is neither.
  [[nodiscard]] std::optional<Crs> crs() const;
  /// Returns the files of the table; none for databases and services.
  [[nodiscard]] std::vector<std::string> files() const;
  /// Returns rows that are left out or are read differently than they are written. Throws
  /// InputError if the sheet has another table below, see InputSheet::oddities.
  [[nodiscard]] std::vector<RowOddity> oddities() const;
  /// Returns "header in line 4" where rows above the header were left out; else empty.
  [[nodiscard]] std::string header() const;
  /// Returns advice to choose another row as header, where one looks like a header; else empty.
  [[nodiscard]] std::string header_advice() const;

  /// Which columns a reader uses, and for what.
  struct Uses {
    std::vector<std::vector<FieldIndex>> measures;  ///< groups judged together: x and y
    std::vector<FieldIndex> counts;
    std::vector<FieldIndex> ids;
  };
  /// Looks at all values of text columns before any of them is read, for how they write numbers
  /// (NumberColumn) and whether ids are numbers with a meaningless decimal. Throws InputError if
  /// counts can be read in two ways.
  void learn(Uses const& uses);

  /// Restricts later reading to these fields and no shapes, which is faster.
  void read_only(std::vector<FieldIndex> const& fields);
  /// Whether Source::where is SQL of a database or service, which distinguishes "a" from "A" and "a
  /// "; otherwise it is OGR's, evaluated on each row as gapmap reads it.
  [[nodiscard]] bool has_own_sql() const;

  /// Returns fingerprints of the files before rows are visited; a visit throws InputError at its
  /// end if they have changed. All files behind a virtual dataset are known only after a visit.
  [[nodiscard]] std::vector<InputFile> fingerprints();
  /// Throws InputError if GDAL would read OpenStreetMap data here. GDAL knows neither one-way
  /// streets nor access nor deleted objects, so it never reads roads and places from them
  /// (io/osm_file).
  void refuse_osm() const;

  /// Visits every row that passes the filter, in the order of the source. Throws InputError if the
  /// input breaks off, UsageError if its database rejects the filter. `progress` is told only where
  /// the source knows its number of rows beforehand.
  void visit(std::function<void(Record const&)> const& visitor,
             Progress const& progress = {}) const;

  /// Returns this table, and a row of it, for errors.
  [[nodiscard]] InputError::Where where(std::string const& row = {}) const;

 private:
  friend class RowCondition;
  struct State;
  void open_layer();
  void choose_rows();
  /// Finds texts in a field, before numbers are read from it.
  void find_stored_texts(FieldIndex field);
  void refuse_values_cut_short() const;
  [[nodiscard]] std::uint64_t known_rows() const;
  void visit_sheet(std::function<void(Record const&)> const& visitor) const;
  void visit_layer(std::function<void(Record const&)> const& visitor,
                   Progress const& progress) const;
  [[nodiscard]] bool is_text(FieldIndex field) const;
  void look_only_at(std::optional<Extent> const& extent) const;
  explicit Table(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Whether names are equal regardless of upper and lower case of ASCII letters and the common
/// Nordic ones.
[[nodiscard]] bool is_same_name(std::string_view a, std::string_view b);

}  // namespace gapmap::io
