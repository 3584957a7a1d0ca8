/// Canonical composition of Latin letters: what Unicode's NFC does to a letter and the accent behind it.
///
/// Only letters of the Latin blocks U+00C0–024F and U+1E00–1EFF, which is what names and places of lead files
/// decompose to. Source: the Unicode Character Database, canonical decompositions, version 15.
enum LatinComposition {
  /// The letters one combining mark joins with, and beside each the joined letter.
  private struct Pairs {
    let bases: String.UnicodeScalarView
    let composed: String.UnicodeScalarView
    init(_ bases: String, _ composed: String) {
      self.bases = bases.unicodeScalars
      self.composed = composed.unicodeScalars
    }
  }

  /// Every mark that joins with a Latin letter.
  private static let marks: [UInt32] = [
    0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0308, 0x0309, 0x030A, 0x030B, 0x030C, 0x030F,
    0x0311, 0x031B, 0x0323, 0x0324, 0x0325, 0x0326, 0x0327, 0x0328, 0x032D, 0x032E, 0x0330, 0x0331,
  ]

  /// The one letter that a base and the combining mark behind it make, or `nil` when there is none.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    guard let pairs = pairs(for: mark) else { return nil }
    for (letter, joined) in zip(pairs.bases, pairs.composed) where letter.value == base {
      return joined.value
    }
    return nil
  }

  /// The letter without its accents, or `nil` when it has none.
  static func base(of letter: UInt32) -> UInt32? {
    switch letter {
    case 0x110: return 0x44  // Đ
    case 0x111: return 0x64  // đ
    case 0x131: return 0x69  // ı
    case 0x141: return 0x4C  // Ł
    case 0x142: return 0x6C  // ł
    case 0xC0...0x24F, 0x1E00...0x1EFF: break
    default: return nil
    }
    for mark in marks {
      guard let pairs = pairs(for: mark) else { continue }
      for (bare, joined) in zip(pairs.bases, pairs.composed) where joined.value == letter {
        // Two accents, as in Vietnamese, come off one after the other.
        return base(of: bare.value) ?? bare.value
      }
    }
    return nil
  }

  private static func pairs(for mark: UInt32) -> Pairs? {
    switch mark {
    case 0x0300: Pairs("AEIOUaeiouÜüNnĒēŌōWwÂâĂăÊêÔôƠơƯưYy", "ÀÈÌÒÙàèìòùǛǜǸǹḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ")
    case 0x0301:
      Pairs(
        "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØøÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯư",
        "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứ")
    case 0x0302: Pairs("AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ")
    case 0x0303: Pairs("ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ")
    case 0x0304: Pairs("AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyGgḶḷṚṛ", "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳḠḡḸḹṜṝ")
    case 0x0306: Pairs("AaEeGgIiOoUuȨȩẠạ", "ĂăĔĕĞğĬĭŎŏŬŭḜḝẶặ")
    case 0x0307:
      Pairs(
        "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ",
        "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ")
    case 0x0308: Pairs("AEIOUaeiouyYHhÕõŪūWwXxt", "ÄËÏÖÜäëïöüÿŸḦḧṎṏṺṻẄẅẌẍẗ")
    case 0x0309: Pairs("AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ")
    case 0x030A: Pairs("AaUuwy", "ÅåŮůẘẙ")
    case 0x030B: Pairs("OoUu", "ŐőŰű")
    case 0x030C: Pairs("CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ")
    case 0x030F: Pairs("AaEeIiOoRrUu", "ȀȁȄȅȈȉȌȍȐȑȔȕ")
    case 0x0311: Pairs("AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ")
    case 0x031B: Pairs("OoUu", "ƠơƯư")
    case 0x0323:
      Pairs(
        "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy",
        "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ")
    case 0x0324: Pairs("Uu", "Ṳṳ")
    case 0x0325: Pairs("Aa", "Ḁḁ")
    case 0x0326: Pairs("SsTt", "ȘșȚț")
    case 0x0327: Pairs("CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ")
    case 0x0328: Pairs("AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ")
    case 0x032D: Pairs("DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ")
    case 0x032E: Pairs("Hh", "Ḫḫ")
    case 0x0330: Pairs("EeIiUu", "ḚḛḬḭṴṵ")
    case 0x0331: Pairs("BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ")
    default: nil
    }
  }
}
