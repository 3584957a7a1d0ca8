import WorkflowProgram

/// The style sheet of a drawing, for a light page and for a dark one.
enum SVGStyle {
  /// Fonts whose letters are as wide as our table says.
  static let fonts = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif"

  static var sheet: [String] {
    [
      "text { font-family: \(fonts); font-size: 11px }",
      ".heading { font-size: 18px; font-weight: bold }",
      ".title { font-size: 13px; font-weight: bold }",
      ".caption { font-weight: bold }",
      ".cluster > rect, .note > rect { stroke-width: 1.2 }",
      ".state > rect, .outcome > rect { stroke-width: 1.3 }",
      ".state > .inner { fill: none }",
      ".note > rect, .outcome > rect { stroke-dasharray: 4 3 }",
      ".edge > path { fill: none; stroke-width: 1.3 }",
      ".edge.timed > path { stroke-dasharray: 6 4 }",
      ".edge:hover > path { stroke-width: 2.6 }",
      ".edge > rect { stroke: none }",
    ] + rules(Palette.day) + ["@media (prefers-color-scheme: dark) {"] + rules(Palette.night) + ["}"]
  }

  private static func rules(_ palette: Palette) -> [String] {
    [
      ".page, .edge > rect { fill: \(palette.page) }",
      ".edge.inside > rect { fill: \(palette.cluster) }",
      "text { fill: \(palette.text) }",
      ".muted { fill: \(palette.muted) }",
      ".edge > path { stroke: \(palette.line) }",
      ".start, .junction > rect { fill: \(palette.line) }",
      ".edge > .head { fill: \(palette.line); stroke: none }",
      ".state > rect { fill: \(palette.box); stroke: \(palette.boxLine) }",
      ".outcome > rect, .note > rect { fill: \(palette.box); stroke: \(palette.boxLine) }",
      ".cluster > rect { fill: \(palette.cluster); stroke: \(palette.clusterLine) }",
    ]
      + LeadStatus.allCases.map { status in
        let (fill, line) = palette.status(status)
        return ".state.\(status.name) > rect { fill: \(fill); stroke: \(line) } "
          + ".cluster.\(status.name) > rect { stroke: \(line) }"
      }
      // After the colours above, which it takes back.
      + [".state > .inner { fill: none }"]
  }
}
