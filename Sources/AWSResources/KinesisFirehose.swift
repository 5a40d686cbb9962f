public import StrataLanguage

/// Kinesis Firehose: the resource types of `AWS::KinesisFirehose`.
@Service("AWS::KinesisFirehose")
public enum KinesisFirehose {}
