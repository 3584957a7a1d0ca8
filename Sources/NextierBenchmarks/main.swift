switch CommandLine.arguments.dropFirst().first {
case "import": for path in CommandLine.arguments.dropFirst(2) { benchmarkImport(path: path) }
default: print("benchmarks")
}
