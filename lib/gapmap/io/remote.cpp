#include "gapmap/io/remote.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <filesystem>

#include "gapmap/units/ascii.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

std::atomic<Remote> the_choice{Remote::Refused};

/// Prefixes of databases and services; those with an address that contains "://" need no prefix.
constexpr std::array<std::string_view, 44> kServices{
    "pg",          "pgb",        "postgresql", "postgres",  "mysql",    "mssql",
    "odbc",        "pgeo",       "mongodb",    "mongodbv3", "oci",      "hana",
    "georaster",   "geor",       "sde",        "db2",       "db2odbc",  "ingres",
    "idb",         "couchdb",    "es",         "elastic",   "carto",    "cartodb",
    "cartodbmaps", "amigocloud", "ngw",        "plscenes",  "plmosaic", "eeda",
    "eedai",       "daas",       "wfs",        "wfs3",      "oapif",    "oapif_collection",
    "wms",         "wmts",       "wcs",        "csw",       "ogcapi",   "gmlas",
    "rda",         "iip"};

/// GDAL's virtual folders in memory, in files, and in files within files.
constexpr std::array<std::string_view, 14> kLocalFolders{"zip",
                                                         "gzip",
                                                         "tar",
                                                         "7z",
                                                         "rar",
                                                         "mem",
                                                         "subfile",
                                                         "sparse",
                                                         "crypt",
                                                         "cached",
                                                         "stdin",
                                                         "stdout",
                                                         "stdout_redirect",
                                                         "file"};

/// Whether the name contains "/vsiX/" or "/vsiX?" with an X that is not known to be local.
bool names_remote_folder(std::string_view name) {
  constexpr std::string_view kVsi = "/vsi";
  for (auto at = name.find(kVsi); at != std::string_view::npos; at = name.find(kVsi, at + 1)) {
    auto const begin = at + kVsi.size();
    auto const end = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", begin);
    if (end == begin || end == std::string_view::npos) continue;
    if (name[end] != '/' && name[end] != '?') continue;
    auto const folder = name.substr(begin, end - begin);
    if (std::ranges::find(kLocalFolders, folder) == kLocalFolders.end()) return true;
  }
  return false;
}

/// Whether the name contains "a://…", except "file://…" and GDAL's own "vrt://…", which are
/// followed by a name.
bool names_address(std::string_view name) {
  for (auto at = name.find("://"); at != std::string_view::npos; at = name.find("://", at + 1)) {
    auto begin = at;
    while (begin > 0 && is_ascii_letter_or_digit(name[begin - 1])) --begin;
    auto const scheme = name.substr(begin, at - begin);
    if (!scheme.empty() && scheme != "file" && scheme != "vrt") return true;
  }
  return false;
}

/// Makes the system deny connections to other computers, whatever a library tries. Systems that
/// cannot do so rely on GDAL being kept from trying.
void forbid_connections() {
#if defined(__x86_64__)
  constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
  constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
  auto const load = [](std::size_t from) {
    return sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<unsigned>(from)};
  };
  auto const go_on_if = [](unsigned value, unsigned char to_allow) {
    return sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, to_allow, value};
  };
  auto const deny_if = [](unsigned value, unsigned char to_deny) {
    return sock_filter{BPF_JMP | BPF_JEQ | BPF_K, to_deny, 0, value};
  };
  // The last line denies, the last but one allows; numbers count the lines to jump over.
  std::array program{
      load(offsetof(seccomp_data, arch)),
      go_on_if(kMachine, 5),
      load(offsetof(seccomp_data, nr)),
      go_on_if(SYS_socket, 3),
      load(offsetof(seccomp_data, args)),
      deny_if(AF_INET, 2),
      deny_if(AF_INET6, 1),
      sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
      sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EACCES},
  };
  sock_fprog const filter{static_cast<unsigned short>(program.size()), program.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  (void)::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#endif
}

}  // namespace

void set_remote(Remote remote) {
  the_choice = remote;
  if (remote == Remote::Refused) forbid_connections();
}

Remote remote() { return the_choice; }

bool is_remote(std::string_view name) {
  std::error_code ignored;
  // A file may have any name.
  if (std::filesystem::exists(std::filesystem::path{name}, ignored)) return false;
  auto const lowered = ascii_lower_case(name);
  auto const first = lowered.find_first_not_of(" \t\"");
  if (first == std::string::npos) return false;
  auto const colon = lowered.find(':', first);
  bool const is_service =
      colon != std::string::npos &&
      std::ranges::find(kServices, std::string_view{lowered}.substr(first, colon - first)) !=
          kServices.end();
  return is_service || names_remote_folder(lowered) || names_address(lowered);
}

void check_remote(std::string const& name) {
  if (remote() == Remote::Allowed || !is_remote(name)) return;
  throw InputError{{name},
                   "is read from another computer or a database, which is done only if asked for",
                   "add `allow-remote` to the command, or fetch it into a file first"};
}

}  // namespace gapmap::io
