public import StrataLanguage

/// AWS Certificate Manager: the resource types of `AWS::CertificateManager`.
@Service("AWS::CertificateManager")
public enum CertificateManager {}
