import StrataModel
import Testing

@testable import Strata

@Suite("Graphs as pictures")
struct GraphRendererTests {
  private var graph: ResourceGraph {
    let placement = Placement(account: "123456789012", region: "us-east-1")
    let source = SourceLocation(fileID: "deploy/Network.swift", line: 1)
    return ResourceGraph(
      environment: "pilot",
      resources: [
        ResourceNode(address: "network/main", type: "AWS::EC2::VPC", placement: placement, source: source),
        ResourceNode(
          address: "network/private", type: "AWS::EC2::Subnet", placement: placement,
          dependencies: [Dependency(on: "network/main", paths: ["VpcId"])], source: source),
      ])
  }

  @Test("Graphviz gets a cluster a stack and an arrow from consumer to producer")
  func dot() {
    let text = GraphRenderer().text(of: graph, as: .dot)
    #expect(text.contains("label=\"network\";"))
    #expect(text.contains("\"network/private\" -> \"network/main\";"))
  }

  @Test("Mermaid gets a subgraph a stack")
  func mermaid() {
    let text = GraphRenderer().text(of: graph, as: .mermaid)
    #expect(text.hasPrefix("flowchart LR\n  subgraph s0[\"network\"]\n"))
    #expect(text.contains("  n1 --> n0\n"))
  }
}
