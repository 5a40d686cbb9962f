import StrataLanguage

@Service("AWS::EC2", from: "J", upTo: "T")
extension EC2 {}
