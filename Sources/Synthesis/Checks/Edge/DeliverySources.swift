import StrataLanguage
import StrataModel

/// Logs of CloudFront are delivered from us-east-1, wherever the program lives.
struct DeliverySources: GraphCheck {
  let types = ["AWS::Logs::DeliverySource", "AWS::Logs::Delivery"]
  let source = "CloudFront developer guide, \"Configure standard logging (v2)\": the delivery API must be called in us-east-1"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var ofDistributions: Set<Int> = []
    for index in program.indices(of: "AWS::Logs::DeliverySource") {
      let source = program.resources[index]
      let targets = program.targets(in: source.properties["ResourceArn"])
      guard targets.contains(where: { program.resources[$0].type == "AWS::CloudFront::Distribution" }) else { continue }
      ofDistributions.insert(index)
      demand(source, &report)
    }
    for index in program.indices(of: "AWS::Logs::Delivery") {
      let delivery = program.resources[index]
      guard program.targets(in: delivery.properties["DeliverySourceName"]).contains(where: ofDistributions.contains) else { continue }
      demand(delivery, &report)
      for destination in program.targets(in: delivery.properties["DeliveryDestinationArn"]) {
        demand(program.resources[destination], &report)
      }
    }
  }

  private func demand(_ resource: DeclaredResource, _ report: inout DiagnosticReport) {
    guard resource.placement.region != "us-east-1" else { return }
    report.error(
      "delivery-in-wrong-region",
      "logs of CloudFront are delivered from us-east-1, and '\(resource.address)' is in \(resource.placement.region)",
      remedy: "place it with .placed(in: .usEast1); the bucket may be anywhere", at: resource)
  }
}
