#include "gapmap/units/secrets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "gapmap/units/error.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Case {
  std::string text;
  std::string masked;
};

TEST(Secrets, OfAddressesAreMasked) {
  std::vector<Case> const table{
      {"https://nimi:s4la@host/a.json", "https://nimi:***@host/a.json"},
      {"https://nimi:s4@la@host/a.json", "https://nimi:***@host/a.json"},
      {"https://nimi:s4/la@host/a.json", "https://nimi:***@host/a.json"},
      {"https://nimi:s4?la#@host/a.json", "https://nimi:***"},
      {"https://t0ken@host/a.json", "https://***@host/a.json"},
      {"sftp://t0ken@host/a.json", "sftp://***@host/a.json"},
      {"https://host:8080/a.json", "https://host:8080/a.json"},
      {"https://host/a@2x.json", "https://host/a@2x.json"},
      {"/vsicurl/ftp://nimi:s4la@host/a.gpkg", "/vsicurl/ftp://nimi:***@host/a.gpkg"},
      {"postgresql://gis:s4la@host:5432/db", "postgresql://gis:***@host:5432/db"},
      {"postgresql://gis@host/db", "postgresql://gis@host/db"},
      {"postgresql://gis@host/db?password=s4la", "postgresql://gis@host/db?password=***"},
      {"mongodb+srv://gis:s4la@host/", "mongodb+srv://gis:***@host/"},
      {"https://host/a?api-key=s4la", "https://host/a?api-key=***"},
      {"https://host/a?apikey=s4la&f=json", "https://host/a?apikey=***&f=json"},
      {"https://host/a?f=json&anything=s4la", "https://host/a?f=json&anything=***"},
      {"https://host/a?0123456789abcdef", "https://host/a?***"},
      {"https://h/a#access_token=s4la", "https://h/a#access_token=***"},
      {"https://h/a?sv=2020&sig=s4%2Bla%3D", "https://h/a?sv=***&sig=***"},
      {"https://h/a?X-Amz-Signature=s4la&X-Amz-Credential=s/4",
       "https://h/a?X-Amz-Signature=***&X-Amz-Credential=***"},
      {"https://h/token/s4la/a.json", "https://h/token/***/a.json"},
      {"WFS:https://h/wfs?service=WFS&version=2.0.0&typeNames=a:b&bbox=1,2,3,4&count=9&"
       "srsName=EPSG:3067&outputFormat=json&token=s4la",
       "WFS:https://h/wfs?service=WFS&version=2.0.0&typeNames=a:b&bbox=1,2,3,4&count=9&"
       "srsName=EPSG:3067&outputFormat=json&token=***"},
      {"nimi:s4la@host/a", "nimi:***@host/a"},
      // An address by itself goes to its end, whatever is in it.
      {"https://u:s4\"la@h/x", "https://u:***@h/x"},
      {"https://u:s4<la@h/x", "https://u:***@h/x"},
      {"https://u:s4 la@h/x", "https://u:***@h/x"},
      {"https://h/x?key=s4\"la", "https://h/x?key=***"},
      {"https://h/x?key=s4 la&format=json", "https://h/x?key=***&format=json"},
      {"WFS:https://h/x?key=s4`la", "WFS:https://h/x?key=***"},
      // What may be a port may be where a password begins.
      {"https://u:1234/s4la@h/x", "https://u:***@h/x"},
      {"https://u:1234?s4la@h/x", "https://u:***"},
      {"https://u:12#s4la@h", "https://u:***"},
      {"https://u:s4@h/x?mail=a@b&token=s4la", "https://u:***@h/x?mail=***&token=***"},
      {"https://s4lainen:@h/x", "https://***@h/x"},
      {"https://s4lainen:x@h/x", "https://***@h/x"},
      {"https://h/x;jsessionid=s4la", "https://h/x;jsessionid=***"},
      {"https://h/a/key=s4la/x", "https://h/a/key=***/x"},
      {"https://h/a/key/s4la/x", "https://h/a/key/***/x"},
      {"https://h/x%3Ftoken%3Ds4la", "https://h/x%3F***"},
      {"https://h/x?a%3Ds4la", "https://h/x?***"},
      {"https://h/x?format=json%26token%3Ds4la", "https://h/x?format=***"},
      {"https://h/x?s4la", "https://h/x?***"},
      {"https://h/x?lang=fi#s4la", "https://h/x?lang=fi#***"},
      {"<a href=\"https://h/a?key=s4la\">'http://u:s4la@h/'</a>",
       "<a href=\"https://h/a?key=***\">'http://u:***@h/'</a>"},
      {"`http://u:s4la@h/a' not found", "`http://u:***@h/a' not found"},
  };
  for (auto const& [text, safe] : table) {
    EXPECT_EQ(masked(text), safe);
    EXPECT_EQ(masked(safe), safe);
  }
}

TEST(Secrets, OfConnectionsAreMasked) {
  std::vector<Case> const table{
      {"PG:dbname=gis password=s4la user=u", "PG:dbname=gis password=*** user=u"},
      {"PG:dbname=gis password = s4la user=u", "PG:dbname=gis password = *** user=u"},
      {"PG:dbname=gis password=s4 la user=u", "PG:dbname=gis password=*** user=u"},
      {"PG:\"dbname=gis password='s4 \\'la' user=u\"", "PG:\"dbname=gis password=*** user=u\""},
      {"PG:dbname=gis PASSWORD='s4 la", "PG:dbname=gis PASSWORD=***"},
      {"PG:dbname=gis sslpassword=s4la:roads", "PG:dbname=gis sslpassword=***"},
      {"MSSQL:server=h;PWD=s4 la;database=d", "MSSQL:server=h;PWD=***;database=d"},
      {"MSSQL:server=h;Password={s4;}}la};database=d", "MSSQL:server=h;Password=***;database=d"},
      {"MYSQL:db,user=u,password=s4;la,host=h", "MYSQL:db,user=u,password=***,host=h"},
      {"OCI:nimi/s4la@palvelu", "OCI:nimi/***@palvelu"},
      {"CARTO:x API_KEY=s4la", "CARTO:x ***"},
      {"CARTO:x s4la", "CARTO:x ***"},
      {"SDE:srv,inst,db,u,s4la", "SDE:srv,inst,db,***"},
      {"/vsicrypt/key=s4la,file=x.csv", "/vsicrypt/key=***,file=x.csv"},
      {"PG:host=h password=''s4la", "PG:host=h password=***"},
      {"PG:host=h password='s4' 'la'", "PG:host=h password=***"},
      {"PG:host=h key=s4la", "PG:host=h key=***"},
      {"PG:host=h user=u pass word = s4la port=5432", "PG:host=h user=u pass word = *** port=5432"},
      {"PG:host=h options='-c x=s4la' dbname=d", "PG:host=h options=*** dbname=d"},
      {"PG:service=s schemas=a,b active_schema=a sslmode=require",
       "PG:service=s schemas=a,b active_schema=a sslmode=require"},
      {"MYSQL:db,password=s4,la,host=h", "MYSQL:db,password=***,***,host=h"},
      {"ODBC:u/s4la@dsn", "ODBC:***@dsn"},
      {"HANA:DRIVER=x;HOST=h;UID=u;PWD=s4la", "HANA:DRIVER=x;HOST=h;UID=u;PWD=***"},
      {"<GDAL_WMS><UserPwd>u:s4la</UserPwd></GDAL_WMS>",
       "<GDAL_WMS><UserPwd>***</UserPwd></GDAL_WMS>"},
      {"<OOI key=\"PASSWORD\">s4la</OOI>", "<OOI key=\"PASSWORD\">***</OOI>"},
      {"<Password><![CDATA[s4la]]></Password>", "<Password>***</Password>"},
      {"/vsicurl?header.Authorization=Bearer%20s4la&url=https%3A%2F%2Fh",
       "/vsicurl?header.Authorization=***&url=***"},
      {"Authorization: Bearer s4 la", "Authorization: ***"},
      {"{\"token\": \"s4la\", \"a\": 1}", "{\"token\": ***, \"a\": 1}"},
      {"salasana=s4la", "salasana=***"},
      {"password authentication failed for user \"gis\"",
       "password authentication failed for user \"gis\""},
      {"nimi = 'Kylä' AND kunta = '491'", "nimi = 'Kylä' AND kunta = '491'"},
      {"C:\\data\\areas.gpkg", "C:\\data\\areas.gpkg"},
      {"", ""},
  };
  for (auto const& [text, safe] : table) {
    EXPECT_EQ(masked(text), safe);
    EXPECT_EQ(masked(safe), safe);
  }
}

TEST(Secrets, AreMaskedWhereALibraryQuotesThem) {
  EXPECT_EQ(masked("missing \"=\" after \"la\" in it", "PG:dbname=gis password=s4 la"),
            "missing \"=\" after \"***\" in it");
  EXPECT_EQ(masked("cannot resolve s4 la", "https://nimi:s4%20la@host/"), "cannot resolve ***");
  EXPECT_EQ(masked("a password is wrong", "PG:password=a"), "*** password is wrong");
  EXPECT_EQ(masked("as said", "PG:password=a"), "as said");
}

// Masks in the place of a secret would be masked again for ever.
TEST(Secrets, MadeOfAsterisksNeedNoMask) {
  std::string const address{"t:*@E5 t:!@Et:*@:*@t:**@Et:*@:*@=https://a:***@h/?token=*"};
  EXPECT_EQ(masked("cannot resolve *** or * there", address), "cannot resolve *** or * there");
  EXPECT_LE(UsageError(address, address, address).parts().message().size(), 10 * address.size());
}

TEST(Secrets, AreInNoError) {
  InputError const input{{"PG:password=s4la"}, "says s4la", "write PG:password=s4la:layer"};
  EXPECT_THAT(input.what(), Not(HasSubstr("s4la")));
  UsageError const usage{"PG:password=s4la", "says s4la", "s4la"};
  EXPECT_THAT(usage.what(), Not(HasSubstr("s4la")));
}

TEST(Secrets, MaskingSurvivesAnyText) {
  std::mt19937 random{17};
  std::string const letters = "ab:/@?&=;,'\"{}\\ #%<`\npgPG*.";
  std::vector<std::string> const words{"://", "password=", "PG:", "token", "MSSQL:", "/vsicurl?"};
  std::size_t with_secrets = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      text += letters[random() % letters.size()];
      if (random() % 4 == 0) text += words[random() % words.size()];
    }
    auto const once = masked(text);
    with_secrets += once == text ? 0 : 1;
    EXPECT_NO_THROW(static_cast<void>(masked(once, text)));
  }
  EXPECT_GT(with_secrets, 1'000U);
}

}  // namespace
}  // namespace gapmap
