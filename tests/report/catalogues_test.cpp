// Catalogues of words that do not fit one another stop the build, with file, line and key.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <stdexcept>

#include "gapmap/report/language.h"
#include "tests/io/temporary_folder.h"

namespace gapmap::report {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

/// The catalogues as they are, to spoil.
class Catalogues : public ::testing::Test {
 protected:
  Catalogues() {
    fs::copy(fs::path{GAPMAP_SOURCE_DIR} / "lib/gapmap/report/words", folder_.path());
  }

  void spoil(std::string const& file, std::string const& what, std::string const& by) const {
    auto text = read_text(folder_.path() / file);
    auto const at = text.find(what);
    ASSERT_NE(at, std::string::npos) << file << ": " << what;
    write_text(folder_.path() / file, text.replace(at, what.size(), by));
  }

  /// Whether they make a table, and what is said.
  [[nodiscard]] std::pair<bool, std::string> compiled() const {
    auto command = std::string{"exec "} + GAPMAP_COMPILE_WORDS + " " + table().string();
    for (auto const language : kLanguages)
      command += " " + (folder_.path() / (std::string{code_of(language)} + ".po")).string();
    auto* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error{"cannot start " GAPMAP_COMPILE_WORDS};
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
    int const status = ::pclose(pipe);
    return {WIFEXITED(status) && WEXITSTATUS(status) == 0, said};
  }

  [[nodiscard]] fs::path table() const { return folder_.path() / "words.cpp"; }

  /// Spoiled ones make no table, and one line says why.
  void expect_refused(std::string const& why) const {
    auto const [is_made, said] = compiled();
    EXPECT_FALSE(is_made);
    EXPECT_THAT(said, MatchesRegex("/.*/" + why + "\n"));
    EXPECT_FALSE(fs::exists(table()));
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Catalogues, AsTheyAreMakeTheTable) {
  auto const [is_made, said] = compiled();
  EXPECT_TRUE(is_made);
  EXPECT_THAT(said, IsEmpty());
  EXPECT_THAT(read_text(table()), HasSubstr(R"({"gaps", {"Katvealueet", "Luckor", "Gaps"}, {}},)"));
}

TEST_F(Catalogues, MayBeWrappedAndHaveEveryCharacter) {
  auto const text = std::string{"msgstr \"\"\n\"Luckor, \"\n\"\\\"\\\\{{\u00a0}}\\n\"\n"};
  spoil("sv.po", "msgstr \"Luckor\"\n", text);
  auto const [is_made, said] = compiled();
  EXPECT_TRUE(is_made) << said;
  EXPECT_THAT(read_text(table()), HasSubstr("\"Luckor, \\\"\\\\{{\u00a0}}\\n\""));
}

TEST_F(Catalogues, WithoutAnEntryAreRefused) {
  spoil("fi.po", "msgid \"gaps\"\nmsgstr \"Katvealueet\"\n", "");
  expect_refused(R"(fi.po:[0-9]+: "gaps" is missing: en.po:[0-9]+ has it)");
}

TEST_F(Catalogues, WithASuperfluousEntryAreRefused) {
  spoil("sv.po", "#. Word of sheets and pages\nmsgid \"gaps\"\n",
        "msgid \"gasp\"\nmsgstr \"Suck\"\n\nmsgid \"gaps\"\n");
  expect_refused(R"(sv.po:[0-9]+: "gasp" is superfluous: en.po does not have it)");
}

TEST_F(Catalogues, WithAnObsoleteEntryAreRefused) {
  spoil("sv.po", "#. Word of sheets and pages\nmsgid \"gaps\"\n",
        "#~ msgid \"gasp\"\n#~ msgstr \"Suck\"\n\nmsgid \"gaps\"\n");
  expect_refused(R"(sv.po:[0-9]+: msgid "gasp" is obsolete: delete it)");
}

TEST_F(Catalogues, WithAnEntryTwiceAreRefused) {
  spoil("en.po", "#. Word of sheets and pages\nmsgid \"gaps\"\n",
        "msgid \"gaps\"\nmsgstr \"Gaps\"\n\nmsgid \"gaps\"\n");
  auto const [is_made, said] = compiled();
  EXPECT_FALSE(is_made);
  EXPECT_THAT(said, HasSubstr("\"gaps\" is there twice"));
}

TEST_F(Catalogues, WithAnUntranslatedEntryAreRefused) {
  spoil("sv.po", "msgstr \"Luckor\"\n", "msgstr \"\"\n");
  expect_refused(R"(sv.po:[0-9]+: "gaps" is not translated)");
}

TEST_F(Catalogues, WithAFuzzyEntryAreRefused) {
  spoil("sv.po", "msgid \"gaps\"\n", "#, fuzzy\nmsgid \"gaps\"\n");
  expect_refused(R"(sv.po:[0-9]+: "gaps" is fuzzy: .*)");
}

TEST_F(Catalogues, WithOtherFieldsAreRefused) {
  spoil("fi.po", "{0} asukkaasta", "asukkaasta");
  expect_refused(
      R"(fi.po:[0-9]+: "report_main_figure" has other fields than en.po: .*[{]1[}].* instead of [{]0[}].*)");
}

TEST_F(Catalogues, WithOtherFieldsThanTheirKeyAreRefused) {
  for (auto const* file : {"fi.po", "sv.po"})
    spoil(file, "msgid \"write at most {}\"", "msgid \"write at most\"");
  spoil("en.po", "msgid \"write at most {}\"", "msgid \"write at most\"");
  auto const [is_made, said] = compiled();
  EXPECT_TRUE(is_made) << "a key without gaps may be any name: " << said;
  for (auto const* file : {"fi.po", "sv.po", "en.po"})
    spoil(file, "msgid \"write at most\"", "msgid \"write {} at most {}\"");
  fs::remove(table());
  expect_refused(
      R"(en.po:[0-9]+: "write [{][}] at most [{][}]" has other fields than its key: [{]0[}] instead of [{]0[}], [{]1[}])");
}

TEST_F(Catalogues, WithBrokenFieldsAreRefused) {
  auto const entry = [](std::string const& text) {
    return "msgid \"up_to\"\nmsgstr \"" + text + "\"\n";
  };
  std::string now = "enintään {}";
  for (auto const* next :
       {"enintään {", "enintään }", "enintään {:x}", "enintään {a b}", "{{}", "enintään {} {1}"}) {
    spoil("fi.po", entry(now), entry(next));
    expect_refused(R"(fi.po:[0-9]+: "up_to" has a broken field: .*)");
    now = next;
  }
}

TEST_F(Catalogues, HaveAFormForOne) {
  auto const [is_made, said] = compiled();
  EXPECT_TRUE(is_made);
  EXPECT_THAT(
      read_text(table()),
      HasSubstr("{\"residents counted\", {\"{} asukasta\", \"{} invånare\", \"{} residents\"}, "
                "{\"{} asukas\", \"{} invånare\", \"{} resident\"}}"));
}

TEST_F(Catalogues, WithAFormForOneInSomeLanguagesOnlyAreRefused) {
  spoil("sv.po", "msgid \"gaps\"\nmsgstr \"Luckor\"\n",
        "msgid \"gaps\"\nmsgid_plural \"gaps\"\nmsgstr[0] \"Lucka\"\nmsgstr[1] \"Luckor\"\n");
  expect_refused(
      R"(sv.po:[0-9]+: "gaps" has forms for one and for more in one of en.po and sv.po only)");
}

TEST_F(Catalogues, WithoutAFormForOneAreRefused) {
  spoil("fi.po", "msgstr[0] \"{} asukas\"\n", "msgstr[0] \"\"\n");
  expect_refused(R"(fi.po:[0-9]+: "residents counted" is not translated)");
}

TEST_F(Catalogues, WithOtherFieldsForOneAreRefused) {
  spoil("fi.po", "msgstr[0] \"{} asukas\"\n", "msgstr[0] \"yksi asukas\"\n");
  expect_refused(
      R"(fi.po:[0-9]+: "residents counted" has other fields than en.po: none instead of [{]0[}])");
}

TEST_F(Catalogues, WithAnotherKeyForThePluralAreRefused) {
  spoil("fi.po", "msgid_plural \"residents counted\"\n", "msgid_plural \"residents\"\n");
  expect_refused(R"(fi.po:[0-9]+: "residents counted" has another key for its plural: residents)");
}

}  // namespace
}  // namespace gapmap::report
