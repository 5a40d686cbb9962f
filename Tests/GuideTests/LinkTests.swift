import Foundation
import Testing

@Suite("Links of the guides")
struct LinkTests {
  @Test("Every link of a page leads to a file of the repository", arguments: try Repository.pages())
  func files(_ page: GuidePage) throws {
    let folder = URL(fileURLWithPath: page.path, relativeTo: Repository.root).deletingLastPathComponent()
    for (line, text) in page.prose {
      for match in text.matches(of: #/\]\(([^)#]+)(?:#[^)]*)?\)/#) where !match.1.hasPrefix("https://") {
        let target = folder.appendingPathComponent(String(match.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(page.path):\(line): \(match.1)")
      }
    }
  }

  @Test("Every link between the guides leads to one, and every guide is linked from the first")
  func guides() throws {
    let pages = try Repository.pages().filter { $0.path.hasPrefix(Repository.catalog) }
    let names = Set(pages.map { URL(fileURLWithPath: $0.path).deletingPathExtension().lastPathComponent })
    var linked: [String: Set<String>] = [:]
    for page in pages {
      let name = URL(fileURLWithPath: page.path).deletingPathExtension().lastPathComponent
      linked[name] = Set(page.text.matches(of: #/<doc:([A-Za-z-]+)>/#).map { String($0.1) })
      #expect(linked[name, default: []].subtracting(names).sorted() == [], "\(page.path)")
    }
    #expect(names.subtracting(["Strata"]).subtracting(linked["Strata", default: []]).sorted() == [])
  }
}
