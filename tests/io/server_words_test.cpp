#include "gapmap/io/detail/server_words.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace gapmap::io {
namespace {

TEST(WordsOfServer, AreTheSentencesOfItsExceptions) {
  std::vector<std::pair<std::string, std::string>> const table{
      {R"(<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1">
<ows:Exception exceptionCode="InvalidParameterValue" locator="typename">
<ows:ExceptionText>Feature type &quot;ns:kunta&quot;
   unknown</ows:ExceptionText></ows:Exception></ows:ExceptionReport>)",
       "Feature type \"ns:kunta\" unknown (InvalidParameterValue, typename)"},
      {R"(<ServiceExceptionReport><ServiceException code="LayerNotDefined"><![CDATA[
No layer <a>]]></ServiceException></ServiceExceptionReport>)",
       "No layer <a> (LayerNotDefined)"},
      {R"(<ExceptionReport><Exception exceptionCode="NoApplicableCode"/></ExceptionReport>)",
       "NoApplicableCode"},
      {R"(Error: <x:ExceptionReport><x:Exception><x:ExceptionText>one</x:ExceptionText>
<x:ExceptionText>two</x:ExceptionText></x:Exception><x:Exception><x:ExceptionText>three)",
       "one; two; three"},
      {"<FeatureCollection/>", ""},
      {"ExceptionReport", ""},
      {"<ExceptionReport><Exception", ""},
      {"", ""},
  };
  for (auto const& [xml, words] : table) EXPECT_EQ(words_of_server(xml), words) << xml;
}

}  // namespace
}  // namespace gapmap::io
