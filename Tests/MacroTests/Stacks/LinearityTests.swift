import SwiftParser
import SwiftSyntax
import Testing

@Suite("The cost of checking")
struct LinearityTests {
  /// A stack of many resources of several types, with references, branches, loops, constants, policies and subnets.
  private static func source(resources: Int) -> String {
    var text = "@Stack final class S {\n  let range: CIDR = \"10.0.0.0/8\"\n  lazy var vpc = EC2.VPC(\"vpc\", cidrBlock: \"10.0.0.0/16\")\n"
    text += "  var body: some Infrastructure {\n"
    for index in 0..<(resources / 4) {
      text += """
            let key\(index) = KMS.Key("key-\(index)", enableKeyRotation: true, pendingWindowInDays: \(index) > 3 ? 7 : 30)
            S3.Bucket("bucket-\(index)", bucketEncryption: .init(serverSideEncryptionConfiguration: [
              .init(serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyId: key\(index))),
            ]))
            if settings.isLarge { SQS.Queue("queue-\(index)", delaySeconds: 5) } else { SQS.Queue("queue-\(index)") }
            EC2.Subnet("subnet-\(index)", vpcId: vpc, cidrBlock: "10.0.\(index % 250).0/24")

        """
    }
    return text + "  }\n}"
  }

  private static func visits(resources: Int) throws -> (visits: Int, tokens: Int) {
    let file = Parser.parse(source: source(resources: resources))
    let declaration = try #require(file.statements.first?.item.as(ClassDeclSyntax.self))
    return (DeclarationChecker.check(declaration).visits, declaration.tokens(viewMode: .sourceAccurate).count { _ in true })
  }

  @Test("Each token is walked over once, and each value is read at most a few times")
  func fewVisits() throws {
    let (visits, tokens) = try Self.visits(resources: 40)
    #expect(visits < 2 * tokens)
  }

  @Test("Ten times the resources take ten times the visits")
  func linear() throws {
    let small = try Self.visits(resources: 40).visits
    let large = try Self.visits(resources: 400).visits
    #expect(large > 8 * small)
    #expect(large < 11 * small)
  }
}
