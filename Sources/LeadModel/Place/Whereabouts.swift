/// Where a lead may be: every zone whose clock and every state whose law may be theirs.
///
/// The address counts first, but a number's area code is never dropped: where the two disagree, both are kept, and only
/// what every one of them allows is allowed.
public struct Whereabouts: Hashable, Sendable {
  public private(set) var zones: ZoneSet
  public private(set) var states: StateSet

  public init(zones: ZoneSet, states: StateSet) {
    self.zones = zones
    self.states = states
  }

  /// The candidates of an address and a number.
  ///
  /// - Parameter zip: Counts beside the state where it belongs to another, and instead of it where there is none.
  /// - Parameter unknown: What to take when neither tells anything, as for a toll-free number without an address.
  public init(
    state: USState? = nil, zip: PostalCode? = nil, phone: PhoneNumber? = nil, unknown: Whereabouts = .anywhere
  ) {
    self.init(zones: [], states: [])
    if let state { add(state) }
    if let zipState = zip?.state { add(zipState) }
    if let phone {
      zones = zones.union(phone.zones)
      if let state = phone.areaCode.state { states = states.union([state]) }
    }
    if zones.isEmpty { self = unknown }
  }

  private mutating func add(_ state: USState) {
    zones = zones.union(state.zones)
    states = states.union([state])
  }

  /// Any of the fifty states and the capital: the strictest of all their rules at once.
  public static let anywhere = Whereabouts(
    zones: .fiftyStates,
    states: USState.allCases.reduce(into: []) { set, state in
      switch state {
      case .puertoRico, .virginIslands, .guam, .americanSamoa, .northernMarianaIslands: break
      default: set = set.union([state])
      }
    })
}
