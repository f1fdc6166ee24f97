#include "gapmap/report/label_parts.h"

namespace gapmap::report {
namespace {

// clang-format off
constexpr Label kPublishing[]{
    {"about hidden", {"Rivin kentät, joiden luku on salattu", "Fält på raden vars tal är dolt", "Fields of the row whose number is hidden"}},
    {"hidden", {"Salatut kentät", "Dolda fält", "Hidden fields"}},
    {"hidden_number", {"asukasluku salattu", "invånarantalet dolt", "number of residents hidden"}},
    {"not_published", {"Ei kuulu julkaistaviin tuloksiin, koska siitä voisi laskea salattuja lukuja.", "Hör inte till de publicerade resultaten, eftersom dolda tal kunde räknas ut av det.", "No part of the published results, since hidden numbers could be computed from it."}},
    {"publication", {"Julkaisu", "Publicering", "Publication"}},
    {"publication_note", {"Merkintä {} tarkoittaa, että luku on salattu. Näin on salattu alle {} asukkaan luvut ja ne muut luvut, joista sellaisen voisi laskea vähentämällä, jotta kenenkään yksittäisen asukkaan oloja ei voisi päätellä. Nollat on kerrottu. Ruuduista kerrotaan etäisyysluokka, ei asukaslukua.", "Tecknet {} betyder att talet är dolt. Dolda är tal under {} invånare och de andra tal ur vilka ett sådant kunde räknas ut genom subtraktion, så att ingen enskild invånares förhållanden kan utläsas. Nollor visas. För rutorna anges avståndsklassen, inte antalet invånare.", "The sign {} means that a number is hidden. Numbers under {} residents are hidden, and those others from which one could be computed by subtraction, so that nothing can be learnt about any single resident. Zeros are told. Of cells the class of distance is told, not the number of residents."}},
    {"cure best", {"Paras paikka uudelle kohtaamispaikalle: {}.", "Bästa platsen för en ny mötesplats: {}.", "The best place for a new meeting place: {}."}},
    {"closing hidden", {"Salattu", "Dolt", "Hidden"}},
    {"closing hidden_text", {"alle {} asukkaan luvut, ja ne joista sellaisen voisi laskea (..)", "tal under {} invånare, och de av vilka ett sådant kunde räknas ut (..)", "numbers under {} residents, and those from which one could be computed (..)"}},
};
// clang-format on

}  // namespace

std::span<Label const> labels_of_publishing() { return kPublishing; }

}  // namespace gapmap::report
