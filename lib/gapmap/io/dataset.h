#pragma once
// The skin over GDAL for reading vector tables: layers, fields, features; and over the sheets that
// people type, which are read without it. No GDAL type leaves it. Text is always UTF-8 here: bytes
// that are not (from Windows) are read as Windows-1252.

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

/// What the values of a column say of one another, see Table::learn.
struct ColumnFacts {
  NumberStyle style = {};
  bool is_exact = false;         ///< a number that lost digits is none
  bool has_point_zeros = false;  ///< ids that a program saved as numbers, "7.0"
};

struct InputRow;
struct RowOddity;

/// One row, valid during the visit.
class Record {
 public:
  /// The feature id of the source; in delimited text the number of the row, the first below
  /// the header being 1, in spreadsheets that of the sheet.
  [[nodiscard]] std::string row() const;
  /// Trimmed; nothing if the field is null or blank.
  [[nodiscard]] std::optional<std::string> text(FieldIndex field) const;
  /// As a filter of the table compares it: untrimmed where the source has SQL of its own.
  [[nodiscard]] std::optional<std::string> filtered_text(FieldIndex field) const;
  /// Nothing if null or blank, or not a number: see text() for which. True and false are no
  /// numbers.
  [[nodiscard]] std::optional<double> number(FieldIndex field) const;
  /// How the column writes numbers, for texts that hold some ("<1.110").
  [[nodiscard]] NumberStyle style(FieldIndex field) const;
  /// Whether it is a formula of which nobody has computed the value.
  [[nodiscard]] bool is_never_computed(FieldIndex field) const;
  /// See raw_shape_of; nothing `wanted`: everything.
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

/// A condition on rows that is asked during a visit, so that rows that fail it are seen too. OGR's
/// own SQL whatever the source: "tyyppi = 'yhdistys' AND kapasiteetti > 10".
class RowCondition {
 public:
  /// Throws UsageError, listing the table's fields, if it is no condition on them.
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
  /// Case-insensitive.
  [[nodiscard]] std::optional<FieldIndex> find_field(std::string_view name) const;
  /// What the layer says it holds; Mixed if it does not say.
  [[nodiscard]] GeometryKind geometry() const;
  /// The layer's CRS, or Source::crs if given; nothing if neither.
  [[nodiscard]] std::optional<Crs> crs() const;
  /// None for databases and services.
  [[nodiscard]] std::vector<std::string> files() const;
  /// Rows that are left out or read in another way than they are written. Throws InputError if the
  /// sheet has another table below, see InputSheet::oddities.
  [[nodiscard]] std::vector<RowOddity> oddities() const;
  /// "header in line 4" where rows above the header were left out; else empty.
  [[nodiscard]] std::string header() const;
  /// Advice to choose another row as header, where one looks like a header; else empty.
  [[nodiscard]] std::string header_advice() const;

  /// Which columns a reader uses for what.
  struct Uses {
    std::vector<std::vector<FieldIndex>> measures;  ///< each judged together: x and y
    std::vector<FieldIndex> counts;
    std::vector<FieldIndex> ids;
  };
  /// Looks at all values of columns of text before any is read: how they write numbers
  /// (NumberColumn), and whether ids are numbers with a decimal that says nothing. Throws
  /// InputError if counts may be read in two ways.
  void learn(Uses const& uses);

  /// From now on other fields and shapes are not there, which makes reading faster.
  void read_only(std::vector<FieldIndex> const& fields);
  /// Whether Source::where is the SQL of a database or service, which tells "a" from "A" and "a ";
  /// else it is OGR's, which is asked of each row as gapmap reads it.
  [[nodiscard]] bool has_own_sql() const;

  /// Of the files, as they are before rows are visited: a visit then throws InputError if they are
  /// others at its end. Those behind a virtual dataset are all known after a visit.
  [[nodiscard]] std::vector<InputFile> fingerprints();
  /// Throws InputError if GDAL reads OpenStreetMap data here: it knows neither one-way streets nor
  /// access nor deleted objects, so that roads and places are never read by it (io/osm_file).
  void refuse_osm() const;

  /// Every row that passes the filter, in the order of the source. Throws InputError if the input
  /// breaks off, UsageError if its database does not take the filter. `progress` is told only where
  /// the source knows beforehand how many rows there will be.
  void visit(std::function<void(Record const&)> const& visitor,
             Progress const& progress = {}) const;

  /// For errors: this table, and a row of it.
  [[nodiscard]] InputError::Where where(std::string const& row = {}) const;

 private:
  friend class RowCondition;
  struct State;
  void open_layer();
  void choose_rows();
  /// Before numbers of a field are read.
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

/// Equal but for upper and lower case of ASCII letters and the common Nordic ones.
[[nodiscard]] bool is_same_name(std::string_view a, std::string_view b);

}  // namespace gapmap::io
