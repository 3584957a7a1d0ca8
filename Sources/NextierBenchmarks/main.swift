// swift run -c release NextierBenchmarks NAME [FILE] [--limits FOLDER]
//
// FILE is a lead file (for replies, a file of replies); with --limits, ratios against C programs built in FOLDER are printed in the same run.

var arguments = Array(CommandLine.arguments.dropFirst())
var limitFolder: String?
if let option = arguments.firstIndex(of: "--limits"), option + 1 < arguments.count {
  limitFolder = arguments[option + 1]
  arguments.removeSubrange(option...(option + 1))
}
let path = arguments.dropFirst().first ?? "workflows/samples/ecbb-leads.csv"
let leadFolder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
  separator: "/")
let limits = limitFolder.map { LimitProgram(folder: $0, leadFolder: leadFolder.isEmpty ? "." : leadFolder) }

switch arguments.first {
case "compile": benchmarkCompile()
case "import": benchmarkImport(path: path)
case "rules": benchmarkRules()
case "render": benchmarkRender()
case "replies":
  benchmarkReplies(
    path: arguments.dropFirst().first ?? "Tests/ReplyUnderstandingTests/Fixtures/heldout_replies.tsv")
case "score": benchmarkScore(path: path, limits: limits)
case "simulate": benchmarkSimulate(path: path, limits: limits)
case _: print("name one of: compile, import, rules, render, replies, score, simulate")
}
