#include "gapmap/io/detail/refusal.h"

#include <cpl_error.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "gapmap/io/output_folder.h"
#include "gapmap/io/remote.h"
#include "gapmap/units/secrets.h"

namespace gapmap::io {
namespace {

struct Refused {
  Refusal refusal;
  std::string name;
};

/// Thread-local, as GDAL asks in the thread that opens.
thread_local std::optional<Refused> first_refused;

}  // namespace

void refuse(Refusal refusal, std::string_view name) {
  if (!first_refused) first_refused = {refusal, std::string{name}};
  CPLError(CE_Failure, CPLE_OpenFailed,
           refusal == Refusal::Remote ? "not fetched: `allow-remote` was not given" : "not read");
}

void forget_refused() { first_refused.reset(); }

void throw_if_refused(InputError::Where const& where) {
  auto const refused = std::exchange(first_refused, {});
  if (!refused) return;
  auto const name = masked(refused->name);
  switch (refused->refusal) {
    case Refusal::Remote:
      if (refused->name == where.path) check_remote(refused->name);
      throw InputError{
          where,
          fmt::format("leads to {}, on another computer or in a database, which is read only if "
                      "asked for",
                      name),
          "add `allow-remote` to the command, or fetch it into a file first"};
    case Refusal::Pipe:
      throw InputError{
          where,
          fmt::format("leads to {}, a pipe or a device, and inputs are read more than once", name),
          "write it into a file and give that"};
    case Refusal::Result:
      throw result_over_input(refused->name);
    case Refusal::Endless:
      throw InputError{where, "leads from file to file without end",
                       "give the file that holds the rows itself"};
    case Refusal::Elsewhere:
      throw InputError{
          where,
          fmt::format("has rows that SQLite would take from elsewhere, which no record could tell: "
                      "{}",
                      name),
          "write the rows into a table of their own"};
    case Refusal::Region:
      throw InputError{
          where,
          fmt::format(
              "chooses rows by a region (SrcRegion), for which GDAL asks an index in {} that "
              "may be older than the rows",
              name),
          "take SrcRegion out, or write the rows of the region into a file of their own"};
    case Refusal::Dialect:
      throw InputError{where,
                       "has SQL of the dialect SQLite, which may never end and may write files",
                       "take dialect out of SrcSQL, or write the rows into a file of their own"};
    case Refusal::Uncopied:
      throw InputError{
          where,
          fmt::format(
              "is open in another program, with rows in {}, and cannot be copied to be read", name),
          "close it in the other program (QGIS), or set TMPDIR to a folder with room for it"};
  }
}

}  // namespace gapmap::io
