import ResourceCatalog
import Testing

@Suite("What @Resource and @Service write and refuse")
struct ResourceMacroTests {
  @Test(
    "Each mistake has its message at its place",
    arguments: [
      (
        #"@Resource("AWS::KMS::Kye") struct Kye {}"#,
        "1:11: error: no resource type 'AWS::KMS::Kye' among the \(ResourceCatalog.aws.types.count) of the catalogue; did you mean 'AWS::KMS::Key'?"
      ),
      (
        #"@Resource("AWS::Nothing::LikeThisAtAll") struct None {}"#,
        "1:11: error: no resource type 'AWS::Nothing::LikeThisAtAll' among the \(ResourceCatalog.aws.types.count) of the catalogue"
      ),
      (
        #"@Resource("AWS::KMS::\(name)") struct Key {}"#,
        #"1:1: error: @Resource needs the name of a resource type, such as "AWS::KMS::Key", as a string literal"#
      ),
      (#"@Resource("AWS::KMS::Key") final class Key {}"#, "1:1: error: @Resource belongs on a struct"),
      (#"@Service("AWS::KSM") enum KSM {}"#, "1:10: error: no service 'AWS::KSM' in the catalogue; did you mean 'AWS::KMS'?"),
      (#"@Service("AWS::KMS") struct KMS {}"#, "1:1: error: @Service belongs on an enum without cases, or an extension of one"),
      (
        #"@Resource("AWS::KMS::Key") struct Key { var rotationPeriodInDay: Int? }"#,
        "1:45: error: AWS::KMS::Key has no property 'rotationPeriodInDay'; did you mean 'rotationPeriodInDays'?"
      ),
      (
        #"@Resource("AWS::KMS::Key") struct Key { var zebra: Int? }"#,
        "1:45: error: AWS::KMS::Key has no property 'zebra'; a member of your own can be computed or static, but not stored"
      ),
      (
        #"@Resource("AWS::KMS::Key") struct Key { var description: Int? }"#,
        "1:58: error: 'description' of AWS::KMS::Key is '(any Input<String>)?', not 'Int?'"
      ),
      (
        #"@Resource("AWS::KMS::Alias") struct Alias { let aliasName: String? }"#,
        "1:60: error: 'aliasName' of AWS::KMS::Alias is 'any Input<String>', not 'String?'"
      ),
      (
        #"@Resource("AWS::EC2::Subnet") struct Subnet { let vpcId: String }"#,
        "1:58: error: 'vpcId' of AWS::EC2::Subnet is 'any Reference<EC2.VPC>', not 'String'"
      ),
      (
        #"@Resource("AWS::KMS::Key") struct Key { let arn: String }"#,
        "1:45: error: 'arn' of AWS::KMS::Key is filled by AWS and cannot be set; the type has it as an attribute already"
      ),
      (
        #"@Resource("AWS::KMS::Key") struct Key { var keyPolicy = makePolicy() }"#,
        "1:45: error: write the type of 'keyPolicy': in AWS::KMS::Key it is 'Document?'"
      ),
    ])
  func mistakes(source: String, message: String) {
    #expect(Expanded(source).report.first == message)
  }

  @Test("Fix-its repair names and types")
  func fixIts() {
    #expect(Expanded(#"@Resource("AWS::KMS::Kye") struct Key {}"#).fixed == #"@Resource("AWS::KMS::Key") struct Key {}"#)
    #expect(
      Expanded(#"@Resource("AWS::KMS::Key") struct Key { var rotationPeriodInDay: Int? }"#).fixed
        == #"@Resource("AWS::KMS::Key") struct Key { var rotationPeriodInDays: Int? }"#)
    #expect(
      Expanded(#"@Resource("AWS::KMS::Key") struct Key { var description: Int? }"#).fixed
        == #"@Resource("AWS::KMS::Key") struct Key { var description: (any Input<String>)? }"#)
  }

  @Test("Every narrower spelling of a property's type fits")
  func spellings() {
    let expanded = Expanded(
      """
      @Resource("AWS::ECS::Service") public struct Service {
        let cluster: ECS.Cluster
        let taskDefinition: (any StrataLanguage.Reference<ECS.TaskDefinition>)?
        let desiredCount: Value<Int>
        var launchType: LaunchType?
        var enableExecuteCommand = true
        let loadBalancers: [LoadBalancer]
        let propagateTags: Service.PropagateTags?
        var tags: Tags?
        var isBig: Bool { desiredCount.description.count > 2 }
      }
      """)
    #expect(expanded.report == [])
  }

  @Test("Members of the program are parameters and assigned; fixed ones have no parameter; the access is the type's")
  func members() {
    let source = Expanded(
      """
      @Resource("AWS::KMS::Alias") struct Alias {
        let aliasName: String = "alias/fixed"
        let targetKeyId: KMS.Key
      }
      """
    ).source
    #expect(source.contains("init(_ _id: Swift.String, targetKeyId: KMS.Key, fileID:") && !source.contains("public"))
    #expect(source.contains("self.targetKeyId = targetKeyId"))
    #expect(source.contains(#"_fields.put("AliasName", self.aliasName)"#))
    #expect(source.contains(#"_fields.putReference("TargetKeyId", targetKeyId, "Arn")"#))
    #expect(source.contains("extension Alias: StrataLanguage.Resource {}"))
    #expect(Expanded(#"@Resource("AWS::KMS::Alias") public struct Alias {}"#).source.contains("public init(_ _id:"))
  }

  @Test("A service becomes one type per resource type, and a range of them where one is given")
  func service() {
    let all = Expanded(#"@Service("AWS::KMS") public enum KMS {}"#).source
    let range = Expanded(#"@Service("AWS::KMS", from: "K", upTo: "L") extension KMS {}"#).source
    #expect(all.contains("public struct Key: StrataLanguage.Resource") && all.contains("public struct Alias: StrataLanguage.Resource"))
    #expect(range.contains("public struct Key: StrataLanguage.Resource") && !range.contains("public struct Alias: StrataLanguage.Resource"))
  }
}
