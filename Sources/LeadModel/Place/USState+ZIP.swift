extension USState {
  /// The state that a ZIP code's first three digits belong to, as the Postal Service hands them out.
  ///
  /// A few places get their mail across a state line (Fishers Island, New York, through Connecticut's 063), so this
  /// is a good guess and no proof.
  ///
  /// - Parameter zip: 0...99999.
  /// - Returns: `nil` for the military's post and prefixes not in use.
  public init?(zip: Int) {
    guard let state = USState.state(zip: zip) else { return nil }
    self = state
  }

  private static func state(zip: Int) -> USState? {
    switch zip {
    case 6_390: return .newYork
    case 96_799: return .americanSamoa
    case 96_950...96_952: return .northernMarianaIslands
    default: break
    }
    switch zip / 100 {
    case 5, 100...149: return .newYork
    case 6, 7, 9: return .puertoRico
    case 8: return .virginIslands
    case 10...27, 55: return .massachusetts
    case 28...29: return .rhodeIsland
    case 30...38: return .newHampshire
    case 39...49: return .maine
    case 50...54, 56...59: return .vermont
    case 60...69: return .connecticut
    case 70...89: return .newJersey
    case 150...196: return .pennsylvania
    case 197...199: return .delaware
    case 200, 202...205, 569: return .districtOfColumbia
    case 206...219: return .maryland
    case 201, 220...246: return .virginia
    case 247...268: return .westVirginia
    case 270...289: return .northCarolina
    case 290...299: return .southCarolina
    case 300...319, 398...399: return .georgia
    case 320...339, 341...342, 344, 346...347, 349: return .florida
    case 350...369: return .alabama
    case 370...385: return .tennessee
    case 386...397: return .mississippi
    case 400...427: return .kentucky
    case 430...459: return .ohio
    case 460...479: return .indiana
    case 480...499: return .michigan
    case 500...528: return .iowa
    case 530...549: return .wisconsin
    case 550...567: return .minnesota
    case 570...577: return .southDakota
    case 580...588: return .northDakota
    case 590...599: return .montana
    case 600...629: return .illinois
    case 630...658: return .missouri
    case 660...679: return .kansas
    case 680...693: return .nebraska
    case 700...714: return .louisiana
    case 716...729: return .arkansas
    case 730...732, 734...749: return .oklahoma
    case 733, 750...799, 885: return .texas
    case 800...816: return .colorado
    case 820...831: return .wyoming
    case 832...838: return .idaho
    case 840...847: return .utah
    case 850...865: return .arizona
    case 870...884: return .newMexico
    case 889...898: return .nevada
    case 900...961: return .california
    case 967...968: return .hawaii
    case 969: return .guam
    case 970...979: return .oregon
    case 980...994: return .washington
    case 995...999: return .alaska
    default: return nil
    }
  }
}
