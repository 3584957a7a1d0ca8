switch CommandLine.arguments.dropFirst().first {
case "import": for path in CommandLine.arguments.dropFirst(2) { benchmarkImport(path: path) }
case "rules": benchmarkRules()
case "render": benchmarkRender()
default: print("benchmarks")
}
