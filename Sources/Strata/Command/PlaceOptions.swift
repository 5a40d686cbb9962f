import ArgumentParser

/// Where state and cloud are, and who reads the output.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What to deploy to instead of the environment's own target: 'embedded', 'aws' or a URL.", valueName: "target"))
  var target: String?

  @Option(help: ArgumentHelp("The folder of local state and of the embedded cloud.", valueName: "folder"))
  var stateDirectory = ".strata"

  @Flag(help: "Leave out what an emulator cannot hold, and deploy everything else.")
  var skipUnsupported = false

  @Flag(help: "Write one JSON document instead of text.")
  var json = false
}
