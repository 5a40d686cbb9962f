import ArgumentParser
import CloudControlServer
import StrataEmbeddedCloud
import StrataModel

/// Serves the embedded cloud as AWS Cloud Control.
struct CloudServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves the embedded cloud by the protocol of AWS Cloud Control.",
    discussion: """
      SDKs, the AWS command line and tools built on them work on it unchanged; it listens on this machine only. An access key of twelve \
      digits is the account to work in, every other key stands for 123456789012; secrets are not looked at. Ctrl-C or SIGTERM ends it.
      """)

  @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
  var port = 4600

  @Option(help: ArgumentHelp("The folder of local state: the cloud that 'deploy' uses lies in it.", valueName: "folder"))
  var stateDirectory = ".strata"

  @Flag(help: "Keep nothing: begin with an empty cloud, and forget it at the end.")
  var inMemory = false

  @Option(help: ArgumentHelp("How long background work takes, in percent of AWS's usual times.", valueName: "percent"))
  var delays = 0

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("'\(port)' is no port: they go from 0 to 65535.") }
    guard (0...1000).contains(delays) else { throw ValidationError("'\(delays)' is no share: it goes from 0 to 1000 percent.") }
  }

  func run() async throws {
    let terminal = CommandContext.current.terminal
    let server = CloudControlServer(try cloud())
    let listener = try await listener()
    let serving = Task { await listener.run(server) }
    await InterruptSignals.calling({ serving.cancel() }) {
      terminal.print("The embedded cloud answers at \(listener.url), \(inMemory ? "in memory" : "kept in \(stateDirectory)/cloud").\n")
      terminal.print(
        "AWS_ACCESS_KEY_ID=123456789012 AWS_SECRET_ACCESS_KEY=any aws --endpoint-url \(listener.url) --region us-east-1 "
          + "cloudcontrol list-resources --type-name AWS::S3::Bucket\n")
      await serving.value
    }
  }

  private func cloud() throws(CommandFailure) -> EmbeddedCloud {
    let options = EmbeddedCloudOptions(delayPerMille: delays * 10)
    guard !inMemory else {
      let cloud = EmbeddedCloud(options)
      // A server may run for long, and nobody reads the record of calls.
      cloud.recordOperations(false)
      return cloud
    }
    do {
      return try EmbeddedCloud(directory: "\(stateDirectory)/cloud", options)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "embedded-cloud", error.message, remedy: "remove '\(stateDirectory)/cloud' to begin with an empty cloud"))
    }
  }

  private func listener() async throws(CommandFailure) -> LoopbackListener {
    do {
      return try await LoopbackListener.bind(port: port)
    } catch {
      throw CommandFailure(Diagnostic(.error, code: "cloud-port", error.message))
    }
  }
}
