import Foundation
import ResourceCatalog
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("All direct handlers")
struct HandlerRegistryTests {
  @Test("Every handler's type is in the catalogue", arguments: AWSProvider.directTypes)
  func catalogued(_ type: String) {
    #expect(ResourceCatalog.aws.type(type) != nil)
  }

  @Test("Every handler's type has a behavior that somebody wrote down, with a way to resolve an interrupted create")
  func behavior() {
    let tabulated = Set(ResourceBehavior.tabulatedTypes)
    #expect(AWSProvider.directTypes.filter { !tabulated.contains($0) } == [])
    #expect(AWSProvider.directTypes.filter { ResourceBehavior.of($0).apiClass == .none } == [])
  }

  @Test("No type has two handlers")
  func unique() throws {
    let sources = try HandlerSources.shipped()
    let declared = sources.flatMap(\.declaredTypes)
    #expect(declared.count == Set(declared).count)
    #expect(Set(declared) == Set(AWSProvider.directTypes))
  }

  @Test("Every operation that a handler names is in the embedded models")
  func operations() throws {
    let sources = try HandlerSources.shipped()
    let services = HandlerSources.services(of: sources)
    var named = Set<String>()
    for source in sources {
      for (service, operation) in source.operations(services) {
        named.insert("\(service):\(operation)")
        #expect(ServiceModels.aws.service(service)?.operation(operation) != nil, "\(source.name) names \(service):\(operation)")
      }
    }
    // The search finds what it is meant to find.
    #expect(named.count > 400)
    #expect(named.isSuperset(of: ["kms:CreateKey", "cognito-idp:DescribeUserPool", "sso-admin:CreatePermissionSet", "ec2:DescribeVpcs"]))
  }
}
