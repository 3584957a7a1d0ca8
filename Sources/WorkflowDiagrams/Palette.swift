import WorkflowProgram

/// The colours of a drawing.
struct Palette: Sendable {
  var page: String
  var text: String
  var muted: String
  var line: String
  var box: String
  var boxLine: String
  var cluster: String
  var clusterLine: String
  /// A box's and its border's colour, by `LeadStatus`.
  var status: @Sendable (LeadStatus) -> (fill: String, line: String)

  /// On a light page.
  static let day = Palette(
    page: "#ffffff", text: "#1f2933", muted: "#56636f", line: "#7b8794", box: "#ffffff", boxLine: "#9aa5b1",
    cluster: "#f6f8fa", clusterLine: "#b4c0cb",
    status: { status in
      switch status {
      case .new: ("#eceff4", "#8293a6")
      case .contacted: ("#e3effb", "#5b9bd5")
      case .engaged: ("#def4f0", "#3fa796")
      case .qualified: ("#e6f5e1", "#6aab4f")
      case .proposal: ("#fdf1d6", "#d9a437")
      case .closed: ("#f0e7fb", "#9a77cf")
      }
    })

  /// On a dark page.
  static let night = Palette(
    page: "#14181d", text: "#e6eaee", muted: "#a3afba", line: "#8390a0", box: "#20272f", boxLine: "#5b6875",
    cluster: "#1a1f26", clusterLine: "#414d59",
    status: { status in
      switch status {
      case .new: ("#272f3a", "#8293a6")
      case .contacted: ("#1b2f43", "#5b9bd5")
      case .engaged: ("#173530", "#3fa796")
      case .qualified: ("#20351a", "#6aab4f")
      case .proposal: ("#3a2f14", "#d9a437")
      case .closed: ("#2d2441", "#9a77cf")
      }
    })
}
