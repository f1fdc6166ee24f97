// Man pages in the format of groff's man macros.

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "gapmap/units/version.h"
#include "tools/pages.h"

namespace gapmap::tools {
namespace {

/// Plain text as groff takes it: nothing in it is a request, and hyphens, quotes and the like can
/// be copied from the page into a terminal.
std::string plain(std::string_view text) {
  std::string safe;
  for (char const c : text) {
    switch (c) {
      case '\\':
        safe += "\\e";
        break;
      case '-':
        safe += "\\-";
        break;
      case '\'':
        safe += "\\(aq";
        break;
      case '`':
        safe += "\\(ga";
        break;
      case '^':
        safe += "\\(ha";
        break;
      case '~':
        safe += "\\(ti";
        break;
      default:
        safe += c;
    }
  }
  return safe.starts_with('.') ? "\\&" + safe : safe;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", plain(text)); }
std::string italic(std::string_view text) { return fmt::format("\\fI{}\\fR", plain(text)); }

std::string section(std::string_view title, std::string const& body) {
  return body.empty() ? "" : fmt::format(".SH {}\n{}", title, body);
}

std::string head(std::string_view page, std::string_view summary) {
  std::string title{page};
  std::ranges::transform(title, title.begin(),
                         [](char c) { return 'a' <= c && c <= 'z' ? char(c - 'a' + 'A') : c; });
  return fmt::format(".TH {} 1 \"\" \"gapmap {}\" \"User commands\"\n.SH NAME\n{} \\- {}\n",
                     plain(title), version(), plain(page), plain(summary));
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool is_indented(std::string const& line) { return line.starts_with("  "); }

/// Running lines as paragraphs; indented ones that have two columns as a list, all others as they
/// stand.
std::string body_of(std::vector<std::string> const& lines) {
  std::string text;
  bool is_verbatim = false;
  bool is_running = false;
  auto const leave = [&] {
    if (is_verbatim) text += ".EE\n";
    is_verbatim = false;
  };
  for (auto const& line : lines) {
    auto const gap = is_indented(line) ? line.find("  ", 2) : std::string::npos;
    bool const is_item = gap != std::string::npos && !is_verbatim && line.find("gapmap ") != 2 &&
                         line.find_first_not_of(' ', 2) == 2;
    if (is_item) {
      text += fmt::format(".TP\n{}\n{}\n", bold(line.substr(2, gap - 2)),
                          plain(line.substr(line.find_first_not_of(' ', gap))));
    } else if (is_indented(line)) {
      if (!is_verbatim) text += ".PP\n.EX\n";
      is_verbatim = true;
      text += plain(line.substr(2)) + '\n';
    } else {
      leave();
      if (!is_running) text += ".PP\n";
      text += plain(line) + '\n';
    }
    is_running = !line.empty() && !is_indented(line);
  }
  leave();
  return text;
}

/// The end of a command's help, by what its paragraphs begin with.
struct Closing {
  std::string notes, files, exit, examples;
};

Closing closing_of(std::string const& text) {
  Closing closing;
  std::vector<std::string> paragraph;
  auto const put = [&] {
    if (paragraph.empty()) return;
    auto const& first = paragraph.front();
    if (first == "Examples:") {
      closing.examples += body_of({paragraph.begin() + 1, paragraph.end()});
    } else if (first.starts_with("Files written")) {
      closing.files += body_of(paragraph);
    } else if ('0' <= first.front() && first.front() <= '9') {
      closing.exit += body_of(paragraph);
    } else {
      closing.notes += body_of(paragraph);
    }
    paragraph.clear();
  };
  for (auto const& line : lines_of(text)) {
    if (line.empty())
      put();
    else
      paragraph.push_back(line);
  }
  put();
  return closing;
}

std::string exit_status() {
  std::string text;
  for (auto const& [code, meaning] : kExitCodes)
    text += fmt::format(".TP\n{}\n{}\n", bold(std::to_string(code)), plain(meaning));
  return text;
}

std::string described(job::Option const& option) {
  std::string flags;
  for (auto const& flag : flags_of(option)) flags += (flags.empty() ? "" : ", ") + bold(flag);
  if (auto const value = value_of(option); !value.empty()) flags += ' ' + italic(value);
  if (option.targets != nullptr) flags += " ...";
  auto const* const more = option.text.need == job::Need::Required ? ". Required" : "";
  return fmt::format(".TP\n{}\n{}{}.\n", flags, plain(meaning_of(option)), more);
}

std::string options_of(job::Options const& options) {
  std::string text = ".TP\n" + bold("-h") + ", " + bold("--help") + "\nShow the help.\n";
  std::string heading = "Options";
  for (auto const& option : options.declared()) {
    if (option.heading != heading) {
      heading = option.heading;
      text += fmt::format(".SS {}\n", plain(heading));
    }
    text += described(option);
  }
  return text;
}

std::string job_file(job::Options const& options) {
  std::string text =
      plain(
          "A job file is TOML. Its keys are the options without dashes in front; "
          "options win over it, and paths in it are relative to it. What may be "
          "given several times (...) is a list; an option without a value is true or "
          "false. Job files of gapmap coverage serve every command that reads the "
          "same inputs.") +
      '\n';
  for (auto const& option : options.declared()) {
    if (!option.is_only_in_words && option.why_not_in_job.empty()) continue;
    text += fmt::format(".PP\n{} is for the command line only.\n", bold("--" + option.key));
  }
  return text;
}

std::string see_also(std::vector<std::string> const& pages) {
  std::string text;
  for (auto const& page : pages)
    text += fmt::format("{}.BR {} (1)", text.empty() ? "" : " ,\n", plain(page));
  return text + "\n.PP\nThe manual: tools/manual in the source of gapmap.\n";
}

}  // namespace

std::string man_page(DeclaredCommand const& command) {
  auto const& [name, options] = command;
  auto const& [word, help] = options.first_word();
  auto const closing = closing_of(options.examples());
  std::string synopsis = bold("gapmap " + name.name);
  // Other words may stand where the job file does.
  if (word.ends_with(".toml") && !options.positionals().empty()) {
    for (auto const& key : options.positionals())
      synopsis += ' ' + italic(options.option(key).text.placeholder);
    synopsis += " [" + italic("OPTION") + "] ...\n.br\n" + bold("gapmap " + name.name);
  }
  synopsis += fmt::format(" [{}] [{}] ...\n", italic(word), italic("OPTION"));
  auto const first_file = fmt::format(".TP\n{}\n{}.\n", italic(word), plain(help));
  return head(page_name(name), name.summary) + section("SYNOPSIS", synopsis) +
         section("DESCRIPTION", plain(name.summary) + ".\n" + closing.notes) +
         section("OPTIONS", options_of(options)) + section("\"JOB FILE\"", job_file(options)) +
         section("FILES", first_file + closing.files) +
         section("\"EXIT STATUS\"", exit_status() + closing.exit) +
         section("EXAMPLES", closing.examples) + section("\"SEE ALSO\"", see_also({"gapmap"}));
}

std::string man_page(std::vector<DeclaredCommand> const& commands, std::string_view examples) {
  std::string list;
  std::vector<std::string> pages;
  for (auto const& command : commands) {
    pages.push_back(page_name(command.name));
    list += fmt::format(".TP\n{}\n{}.\n", bold("gapmap " + command.name.name),
                        plain(command.name.summary));
  }
  return head("gapmap", "who lives too far from a meeting place, along real roads, and where") +
         section("SYNOPSIS", fmt::format("{} {} [{}] [{}] ...\n", bold("gapmap"), italic("COMMAND"),
                                         italic("JOB.toml"), italic("OPTION"))) +
         section("DESCRIPTION", "Each command has a page of its own.\n" + list) +
         section("OPTIONS", fmt::format(".TP\n{}, {}\nShow the help, behind a command that of the "
                                        "command.\n.TP\n{}\nShow the version.\n",
                                        bold("-h"), bold("--help"), bold("--version"))) +
         section("\"EXIT STATUS\"", exit_status()) +
         section("EXAMPLES", body_of(lines_of(std::string{examples}))) +
         section("\"SEE ALSO\"", see_also(pages));
}

}  // namespace gapmap::tools
