/// The words that amounts and times are made of, by number.
struct CaptureWords: Sendable {
  enum Meaning: Hashable {
    case today, tonight, tomorrow, weekend
    /// 0 is Monday; short forms that are words of their own ("sat", "sun") need company.
    case weekday(Int, needsCompany: Bool)
    case month(Int, needsCompany: Bool)
    case minutes, hours, days, weeks, months, years, quarter
    case part(TimeExpression.PartOfDay)
    case season(TimeExpression.Season)
    /// A feast or another turn of the year, by the first day behind it that suits business.
    case feast(month: Int, day: Int)
    /// "labor", "memorial": a feast when "day" follows.
    case feastDay(TimeExpression.Feast)
    case next, this, end, the, of, and, to, am, pm, half, work
    /// "fin": of a week, the weekend in Spanish.
    case fin
    case inside
    /// What opens a window of time or a range of amounts: "between 2 and 4", "from 9 to 11".
    case between, from
    /// 1 to 4, as in "first quarter".
    case ordinal(Int)
    /// Says that a time beside it is over: "last Friday", "two weeks ago".
    case gone
    /// "was": over, behind a quarter.
    case was
    /// "que viene": the next one.
    case which, comes
    /// A word that puts a clock time behind it.
    case relation(TimeExpression.Relation)
    case on
    /// A number as a word.
    case number(Int)
    case thousand, million, billion
    /// "mil": a million to a broker, a thousand in Spanish.
    case mil
    case dollars, hundred
    /// A word that may follow a clock time: "around 3 if you can".
    case goesOn
    /// "monday or tuesday".
    case or
    /// Whose clock: "9 am pst".
    case zone
    /// "EOD".
    case endOfDay
    /// "not monday" tells no day to call, "why not monday" does.
    case not, why
    /// A word that arranges a call: what stands behind it is rather a time than a count.
    case arranges
  }

  private var meanings: [Meaning?]

  private static let lists: [(Meaning, String)] =
    [
      (.today, "today hoy"), (.tonight, "tonight"), (.tomorrow, "tomorrow tmr tmrw manana demain"),
      (.weekend, "weekend weekends"), (.next, "next proximo proxima upcoming following"),
      (.this, "this esta este coming later"), (.end, "end"), (.fin, "fin"), (.the, "the el la"),
      (.of, "of de"),
      (.and, "and y"), (.to, "to thru through"), (.am, "am a"), (.pm, "pm p"), (.half, "half media medio"),
      (.work, "work"),
      (.inside, "in en within another dentro"), (.on, "on por"),
      (.minutes, "min minute minutes minutos"), (.hours, "hour hours hora horas h"),
      (.days, "day days dia dias d"), (.weeks, "week weeks semana semanas"),
      (.months, "month months mes meses"), (.years, "year years ano anos"), (.quarter, "q quarter trimestre"),
      (.part(.morning), "morning mornings morn"), (.part(.noon), "noon lunch lunchtime mediodia midday"),
      (.part(.afternoon), "afternoon afternoons aft tarde"), (.part(.evening), "evening evenings eve"),
      (.part(.night), "night noche"),
      (.relation(.at), "at @ las"), (.relation(.after), "after past anytime despues since"),
      (.relation(.before), "before by until till til untill antes"),
      (.relation(.around), "around about like"),
      (.thousand, "k grand thousand thou mille"), (.million, "m mm mill million millions millon millones"),
      (.billion, "billion bil"), (.mil, "mil"), (.dollars, "dollars bucks dolares usd cash"),
      (.hundred, "hundred"),
      (
        .goesOn,
        "if is would works but please thanks then your my ok okay sharp ish because so when oclock clock i we for"
      ),
      (.or, "or o"), (.zone, "est edt cst cdt mst mdt pst pdt eastern central mountain pacific"),
      (.endOfDay, "eod cob"), (.not, "not except excepto"), (.why, "why"),
      (.season(.spring), "spring springtime primavera"), (.season(.summer), "summer summertime verano"),
      (.season(.fall), "fall autumn otono"), (.season(.winter), "winter wintertime invierno"),
      (.feast(month: 1, day: 3), "holidays xmas christmas navidad"), (.feast(month: 1, day: 2), "newyear"),
      (.feast(month: 12, day: 1), "thanksgiving"), (.feast(month: 4, day: 17), "easter tax taxes"),
      (.feast(month: 11, day: 15), "harvest"), (.feastDay(.laborDay), "labor labour"),
      (.feastDay(.memorialDay), "memorial"), (.between, "between entre"), (.from, "from desde"),
      (.gone, "last ago ultimo ultima pasado pasada hace"), (.was, "was were fue"), (.which, "que"),
      (.comes, "viene"), (.ordinal(1), "first primer"), (.ordinal(2), "second segundo"),
      (.ordinal(3), "third tercer"), (.ordinal(4), "fourth cuarto"),
      (
        .arranges,
        "me free available call time talk chat reach best home back sometime usually maybe probably llameme"
          + " llamame llame libre disponible"
      ),
    ] + weekdays + months + numbers

  private static let weekdays: [(Meaning, String)] =
    [
      "monday mondays mon lunes", "tuesday tuesdays tue tues tuesdy martes",
      "wednesday wednesdays weds wensday wednsday miercoles", "thursday thursdays thu thur thurs jueves",
      "friday fridays fri viernes", "saturday saturdays sabado", "sunday sundays domingo",
    ].enumerated().map { (.weekday($0.offset, needsCompany: false), $0.element) }
    + [
      (.weekday(2, needsCompany: true), "wed"), (.weekday(5, needsCompany: true), "sat"),
      (.weekday(6, needsCompany: true), "sun"),
    ]

  private static let months: [(Meaning, String)] =
    [
      "january jan enero", "february feb febrero", "", "april apr abril", "mayo", "june jun junio",
      "july jul julio", "august aug agosto", "september sept sep septiembre", "october oct octubre",
      "november nov noviembre", "december dec diciembre",
    ].enumerated().map { (.month($0.offset + 1, needsCompany: false), $0.element) }
    + [(.month(3, needsCompany: true), "march mar marzo"), (.month(5, needsCompany: true), "may")]

  private static let numbers: [(Meaning, String)] = [
    (1, "one an un una uno"), (2, "two couple dos par"), (3, "three few several tres"), (4, "four cuatro"),
    (5, "five cinco"), (6, "six seis"), (7, "seven siete"), (8, "eight ocho"), (9, "nine nueve"),
    (10, "ten diez"), (11, "eleven once"), (12, "twelve doce"), (15, "fifteen"), (18, "eighteen"),
    (20, "twenty"), (30, "thirty"), (45, "fortyfive"), (60, "sixty"), (90, "ninety"),
  ].map { (.number($0.0), $0.1) }

  /// Enters the words into the table's vocabulary; call before it is finished.
  init(into table: inout WordTable) {
    var found: [(Int32, Meaning)] = []
    for (meaning, words) in CaptureWords.lists {
      for word in words.split(separator: " ") {
        found.append((table.internPlain(String(word)), meaning))
      }
    }
    meanings = [Meaning?](repeating: nil, count: Int(found.map(\.0).max() ?? 0) + 1)
    for (word, meaning) in found where meanings[Int(word)] == nil { meanings[Int(word)] = meaning }
  }

  /// What a token's word means for amounts and times.
  @inline(__always)
  subscript(token: Token) -> Meaning? {
    guard token.word >= 0, Int(token.word) < meanings.count else { return nil }
    return meanings[Int(token.word)]
  }
}
