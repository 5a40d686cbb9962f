import Foundation
import ResourceCatalog
import StrataCloudFormation
import StrataModel

extension Session {
  /// Writes a graph as templates of CloudFormation: into files, or as one document.
  ///
  /// - Parameters:
  ///   - stack: the only stack whose templates are written; the manifest is of all.
  ///   - folder: where the files go; without one, everything is printed.
  ///   - json: whether the manifest is printed instead of a sentence.
  /// - Throws: ``CommandFailure`` for what CloudFormation cannot express, an unknown stack, or files that cannot be written.
  func writeTemplates(of graph: ResourceGraph, stack: String?, to folder: String?, json: Bool) throws(CommandFailure) {
    let export = CloudFormationExport(of: graph)
    guard !export.diagnostics.containsErrors else { throw CommandFailure(export.diagnostics) }
    terminal.report(context.diagnostics.text(of: export.diagnostics))
    let templates = try export.templates(ofStack: stack)
    guard let folder else {
      if stack != nil, templates.count == 1, let only = templates.first { return terminal.print(only.text) }
      terminal.print(
        JSONWriter.plainPrettyText(of: [
          "manifest": export.manifest,
          "templates": .object(PropertyObject(templates.map { ($0.file, .object($0.document)) })),
        ]))
      return
    }
    for template in templates { try writeInFolder(template.text, to: "\(folder)/\(template.file)") }
    try writeInFolder(JSONWriter.plainPrettyText(of: export.manifest), to: "\(folder)/manifest.json")
    if json { return terminal.print(JSONWriter.plainPrettyText(of: export.manifest)) }
    let resources = templates.reduce(0) { $0 + $1.resourceCount }
    terminal.print(
      "\(DiagnosticRenderer.count(resources, "resource")) in \(DiagnosticRenderer.count(templates.count, "template")), "
        + "and their order in \(folder)/manifest.json\n")
  }

  private func writeInFolder(_ text: String, to path: String) throws(CommandFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        Diagnostic(
          .error, code: "unwritable-file", "the folder '\(folder.path)' could not be made: \(error.localizedDescription)",
          remedy: "name a folder that can be written to"))
    }
    try write(text, to: path)
  }
}

extension CloudFormationExport {
  /// The templates of a stack, or all.
  ///
  /// - Throws: ``CommandFailure`` that lists the stacks there are.
  fileprivate func templates(ofStack stack: String?) throws(CommandFailure) -> [CloudFormationTemplate] {
    guard let stack else { return templates }
    let found = templates.filter { $0.stack == stack }
    if !found.isEmpty { return found }
    let names = Set(templates.map(\.stack)).sorted()
    let suggestion = NearestName.nearest(to: stack, among: names).map { "did you mean '\($0)'? " } ?? ""
    throw CommandFailure(
      Diagnostic(
        .error, code: "unknown-stack", "there is no stack '\(stack)' with a template",
        remedy: "\(suggestion)there are: \(names.joined(separator: ", "))"))
  }
}
