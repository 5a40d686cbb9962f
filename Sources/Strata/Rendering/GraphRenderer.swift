import StrataModel

/// Writes a graph in the languages of drawing tools.
struct GraphRenderer: Sendable {
  /// The languages.
  enum Format: String, Sendable, CaseIterable {
    /// Graphviz.
    case dot
    /// Mermaid flowchart.
    case mermaid
  }

  /// The text of a graph: one box a stack, one node a resource, one arrow from each consumer to its producer.
  func text(of graph: ResourceGraph, as format: Format) -> String {
    switch format {
    case .dot: dot(graph)
    case .mermaid: mermaid(graph)
    }
  }

  private func stacks(_ graph: ResourceGraph) -> [(name: String, resources: [ResourceNode])] {
    Dictionary(grouping: graph.resources, by: \.address.stack).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.sorted { $0.address < $1.address }) }
  }

  private func edges(_ graph: ResourceGraph) -> [(from: ResourceAddress, to: ResourceAddress)] {
    graph.resources.sorted { $0.address < $1.address }.flatMap { node in node.dependencies.map { (node.address, $0.address) } }
  }

  private func dot(_ graph: ResourceGraph) -> String {
    var text = "digraph \(quoted(graph.environment)) {\n  rankdir=LR;\n  node [shape=box, fontname=\"Helvetica\"];\n"
    for (index, stack) in stacks(graph).enumerated() {
      text += "  subgraph cluster_\(index) {\n    label=\(quoted(stack.name));\n"
      for node in stack.resources {
        text += "    \(quoted(node.address.path)) [label=\(quoted(label(node, stack.name) + "\n" + node.type))];\n"
      }
      text += "  }\n"
    }
    for edge in edges(graph) { text += "  \(quoted(edge.from.path)) -> \(quoted(edge.to.path));\n" }
    return text + "}\n"
  }

  private func mermaid(_ graph: ResourceGraph) -> String {
    var text = "flowchart LR\n"
    var names: [ResourceAddress: String] = [:]
    for (index, stack) in stacks(graph).enumerated() {
      text += "  subgraph s\(index)[\(quoted(stack.name))]\n"
      for node in stack.resources {
        let name = "n\(names.count)"
        names[node.address] = name
        text += "    \(name)[\(quoted(label(node, stack.name) + "<br/>" + node.type))]\n"
      }
      text += "  end\n"
    }
    for edge in edges(graph) {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      text += "  \(from) --> \(to)\n"
    }
    return text
  }

  private func label(_ node: ResourceNode, _ stack: String) -> String {
    node.address.path == stack ? stack : String(node.address.path.dropFirst(stack.count + 1))
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
