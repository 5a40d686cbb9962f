import StrataLanguage

@Service("AWS::EC2", from: "T")
extension EC2 {}
