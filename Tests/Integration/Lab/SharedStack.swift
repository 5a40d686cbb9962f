import Strata

/// Three chains of objects without names: whatever is made twice shows, and a deployment takes long enough to be interrupted.
@Stack final class SharedStack {
  lazy var gateways: [EC2.InternetGateway] = chain("a") + chain("b") + chain("c")

  private func chain(_ name: String) -> [EC2.InternetGateway] {
    var links: [EC2.InternetGateway] = []
    for number in 1...6 {
      let gateway = EC2.InternetGateway("\(name)-\(number)", tags: ["Name": "shared-\(name)-\(number)"])
      links.append(links.last.map { gateway.after($0) } ?? gateway)
    }
    return links
  }
}
