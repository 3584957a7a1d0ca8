/// What is known of each area code, four letters an area code, from 200 to 999.
///
/// First letter: `U` United States, `C` Canada, `O` another country of the numbering plan, `T` toll-free,
/// `P` personal or otherwise without a place, `$` premium, `.` not in service. Then the state, province or
/// country. Last the time zones the code's numbers can be in, an index into `zoneSets` counted `0-9A-Za-z`.
///
/// The facts are those of the numbering plan as libphonenumber 9.0 knew them in July 2026. Area codes laid over
/// a code that two zones share have both, and 273 (Quebec) has its neighbours' zones.
enum AreaCodeTable {
  /// The four letters of an area code, which must be in 200...999.
  static func entry(_ areaCode: Int) -> UnsafePointer<UInt8> {
    entries.utf8Start + (areaCode - 200) * 5
  }

  /// The zones behind the letter of an entry.
  static func zones(letter: UInt8) -> ZoneSet {
    let index =
      switch letter {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) - 48
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65 + 10
      case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 97 + 36
      default: 0
      }
    return index < zoneSets.count ? zoneSets[index] : []
  }

  private static let zoneSets: [ZoneSet] = [
    [],  // 0
    [.newYork],  // 1
    [.chicago],  // 2
    [.denver],  // 3
    [.phoenix],  // 4
    [.losAngeles],  // 5
    [.juneau],  // 6
    [.honolulu],  // 7
    [.puertoRico],  // 8
    [.stThomas],  // 9
    [.guam],  // A
    [.saipan],  // B
    [.pagoPago],  // C
    [.edmonton],  // D
    [.halifax],  // E
    [.regina],  // F
    [.stJohns],  // G
    [.toronto],  // H
    [.vancouver],  // I
    [.winnipeg],  // J
    [.anguilla],  // K
    [.antigua],  // L
    [.barbados],  // M
    [.cayman],  // N
    [.dominica],  // O
    [.grandTurk],  // P
    [.grenada],  // Q
    [.jamaica],  // R
    [.lowerPrinces],  // S
    [.montserrat],  // T
    [.nassau],  // U
    [.portOfSpain],  // V
    [.santoDomingo],  // W
    [.stKitts],  // X
    [.stLucia],  // Y
    [.stVincent],  // Z
    [.tortola],  // a
    [.bermuda],  // b
    [.newYork, .chicago],  // c
    [.chicago, .denver],  // d
    [.denver, .phoenix],  // e
    [.denver, .losAngeles],  // f
    [.boise, .losAngeles],  // g
    [.edmonton, .vancouver],  // h
    [.halifax, .toronto],  // i
    [.toronto, .winnipeg],  // j
    [.denver, .boise, .losAngeles],  // k
    [.puertoRico, .halifax, .stJohns],  // l
    [.anchorage, .juneau, .adak, .honolulu],  // m
    [.edmonton, .fortNelson, .toronto, .vancouver, .winnipeg],  // n
  ]

  /// Ten area codes a line.
  private static var entries: StaticString {
    """
    .--- UNJ1 UDC1 UCT1 CMBJ UAL2 UWA5 UME1 UIDk UCA5 \
    UTX2 .--- UNY1 UCA5 UTX2 UPA1 UOH1 UIL2 UMN2 UINc \
    UOH1 .--- .--- UPA1 UIL2 ULA2 CONH UMD1 UMS2 UGA1 \
    .--- UMI1 .--- .--- UOH1 UMO2 CBCh .--- .--- UFL1 \
    UMD1 .--- OBSU .--- .--- .--- OBBM .--- UMI1 CONH \
    CBCh UAL2 UNC1 UWA5 UTX2 .--- UAL2 CBCh .--- .--- \
    UIN1 .--- UWI2 CQCH OAIK .--- .--- UPA1 OAGL UMI1 \
    UKYc .--- UPA1 CQCi UWI2 .--- UVA1 .--- .--- UCA5 \
    .--- UTX2 .--- UOH1 OVGa .--- .--- .--- .--- CONH \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    .--- UMD1 UDE1 UCO3 UWV1 UFL1 CSKF UWY3 UNEd UIL2 \
    UCA5 .--- UIL2 UMI1 UMO2 UNY1 UKS2 UIN1 ULA2 UIA2 \
    UMN2 UFL1 .--- UCA5 UFL1 UTX2 UOH1 UAR2 .--- UNY1 \
    UOH1 UIL2 UNY1 .--- UAL2 .--- UNC1 ULA2 .--- UMA1 \
    UVI9 UCA5 .--- CONH .--- OKYN UTX2 UNY1 .--- .--- \
    UCA5 UMA1 UFL1 UWI2 CQCH .--- .--- .--- .--- .--- \
    UWA5 UTX2 .--- UNY1 UKYc CONH .--- CQCi CABD UCA5 \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    UOH1 .--- CONH .--- .--- UUT3 UFL1 .--- .--- .--- \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    .--- URI1 UNE2 CABD UGA1 UOK2 UMT3 UFL1 UCA5 UTX2 \
    UMD1 .--- UPA1 UMA1 UWI2 UCA5 CONH UMO2 CQCi UOH1 \
    .--- .--- .--- UTNc UCA5 UWA5 .--- .--- CNBE .--- \
    UTX2 CMBJ UTX2 .--- UVA1 UUT3 .--- CONH CQCH .--- \
    UOH1 OBMb UCA5 UMD1 .--- UPA1 .--- UIL2 UFLc .--- \
    CQCH .--- .--- .--- .--- .--- .--- .--- UORf .--- \
    .--- .--- .--- UIN1 UIL2 .--- .--- .--- CQCH UTX2 \
    UGA1 .--- UNC1 OGDQ CSKJ UCT1 .--- .--- UGA1 UAR2 \
    UAZ4 .--- .--- .--- UPA1 .--- .--- .--- .--- .--- \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    PUS0 UAR2 UKY1 UOR5 ULA2 UNM3 CNBE UMN2 UMA1 UWA5 \
    UCA5 .--- UTX2 UOH1 CQCH UIA2 UNY1 UMI1 UNY1 CONH \
    UAZ4 PUS0 PUS0 PUS0 PUS0 PUS0 PUS0 PUS0 PUS0 PUS0 \
    UCA5 UNE2 PUS0 PUS0 UWI2 .--- .--- .--- .--- UOK2 \
    UVA1 UORf .--- .--- PUS0 .--- .--- .--- CONH .--- \
    .--- UNJ1 .--- .--- .--- .--- .--- UMO2 .--- UCA5 \
    .--- UFL1 UCA5 UIA2 UWA5 .--- PUS0 UOH1 .--- .--- \
    UPA1 UVA1 UOK2 UMO2 UINc UNM3 .--- PUS0 .--- CQCH \
    UOK2 CQCi UPA1 .--- CMBJ UNY1 UMI1 CABD PUS0 .--- \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    PCA0 UMS2 UAZ4 UNH1 CBCI USDd UKYc UNY1 UWI2 UNJ1 \
    UPA1 .--- UMN2 CONH UOH1 UTN2 UMI1 UMA1 UIL2 UCA5 \
    UKSd .--- PCA0 UAZ4 .--- .--- UCA5 .--- UCA5 UTN2 \
    UIL2 UNY1 .--- PCA0 .--- .--- UMO2 .--- .--- CSKF \
    UNJ1 UIA2 .--- .--- .--- UFL1 UNY1 CONH .--- OTCP \
    UCA5 UMN2 .--- .--- .--- .--- UFL1 UCA5 OJMR UAL2 \
    UMO2 UCA5 UMS2 .--- OMST .--- .--- UMD1 .--- UCA5 \
    UMPB UGUA CBCh .--- .--- .--- .--- .--- UGA1 .--- \
    UNY1 UWV1 UTX2 CONH UASC .--- UVA1 .--- .--- UFL2 \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    .--- UNDd UNV5 UVA1 UNC1 CONH UGA1 UCA5 UIL2 CNLl \
    .--- .--- UIA2 UTX2 UCA5 UWI2 UNY1 UPA1 UNY1 UCO3 \
    UCO3 OSXS .--- .--- UPA1 UNV5 UTX2 UFL1 UFL1 .--- \
    UIL2 UTN2 UNJ1 .--- UMI1 .--- .--- UTX2 UCA5 .--- \
    UOH1 .--- CONH UNC1 .--- .--- .--- UCA5 UCO3 .--- \
    .--- .--- .--- CONH UFL1 .--- .--- UVA1 OLCY .--- \
    UCA5 .--- UGA1 UMN2 .--- UIN1 .--- ODMO .--- UMS2 \
    UGA1 UDC1 UFL1 UIL2 UMA1 UNVk .--- .--- CBCh UIL2 \
    CABD UMA1 CNSE .--- OVCZ UKSd UFL1 UPR8 .--- .--- \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    TUS0 UUT3 UVT1 USC1 UVA1 UCA5 UTX2 CONj UHI7 ODOW \
    UMI1 .--- UINc UFL1 UPA1 UIL2 UMO2 UTX2 UCA5 CQCH \
    UCA5 USC1 .--- .--- .--- CABD UVA1 .--- UNC1 ODOW \
    UTX2 UCA5 UTX2 TUS0 .--- UPA1 .--- .--- UNY1 USC1 \
    UCA5 .--- .--- USC1 TUS0 UNY1 .--- UIL2 UNJ1 ODOW \
    UFLc .--- .--- .--- USC1 TUS0 UNJ1 UMA1 UCA5 UKY1 \
    UCT1 .--- UNJ1 UFL1 USC1 UTN1 TUS0 CYTn OTTV OKNX \
    UAR2 .--- UIL2 CQCH .--- .--- OJMR TUS0 UPA1 CNLl \
    .--- .--- .--- .--- .--- .--- .--- .--- TUS0 .--- \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    $US0 UTN2 CNSE UTX2 UFL1 CONH UMIc UAKm UNJ1 UCA5 \
    UNC1 .--- UGA1 UKS2 UNY1 UTX3 UCA5 UNY1 UOK2 UNC1 \
    UWI2 .--- .--- .--- .--- UCA5 .--- .--- UAZe UNY1 \
    UINc UTN2 .--- .--- UNY1 .--- UTX2 UOH1 UAL2 UPR8 \
    UTX2 UFL1 CONH UGA1 .--- UTX2 .--- UMI1 UVA1 UCA5 \
    .--- UCA5 UMN2 .--- UFL1 .--- UTX2 .--- .--- UCT1 \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- \
    UCO3 UOR5 UTX2 UNJ1 .--- UMO2 .--- .--- UMA1 UTX2 \
    UNC1 .--- .--- UCO3 UNC1 ULA2 UIDk .--- .--- UMI1 \
    .--- .--- .--- .--- .--- .--- .--- .--- .--- .--- 
    """
  }
}
