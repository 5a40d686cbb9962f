public import StrataLanguage

/// EC2 and VPC: the resource types of `AWS::EC2`, spread over three files because there are so many.
@Service("AWS::EC2", upTo: "J")
public enum EC2 {}
