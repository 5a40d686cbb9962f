import StrataLanguage
import StrataModel

/// A count that auto scaling owns must not be planned back by the program.
struct ScaledServices: GraphCheck {
  let types = ["AWS::ApplicationAutoScaling::ScalableTarget"]
  let source = "Application Auto Scaling user guide: scaling policies set DesiredCount of a registered service"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::ApplicationAutoScaling::ScalableTarget") {
      for target in program.targets(in: program.resources[index].properties["ResourceId"]) {
        let service = program.resources[target]
        guard service.type == "AWS::ECS::Service", service.properties["DesiredCount"] != nil,
          !service.lifecycle.ignoredPaths.contains("DesiredCount")
        else { continue }
        report.warning(
          "scaled-count", "DesiredCount is set here and by auto scaling: each update of the service would reset it",
          remedy: "add .ignoringChanges(to: \"DesiredCount\")", at: service, path: "DesiredCount",
          notes: [Diagnostic.Note("scaling is declared here", at: program.resources[index].source)])
      }
    }
  }
}
