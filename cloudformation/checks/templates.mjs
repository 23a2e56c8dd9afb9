// The templates: the parameters with which the validator checks each one, and known mistakes of the validator, each for
// one place. An unused entry fails the check.

const OF_A_DEFAULT = "It checks the default, which is empty. A condition omits the value in that case.";

const DISTRIBUTION = {
  region: "us-east-1",
  suppressed: [
    { rule: "E3013", at: "Distribution Properties.DistributionConfig.Aliases.0", why: OF_A_DEFAULT },
    {
      rule: "W1001",
      at: "Bucket Outputs/Bucket/Value.Fn::If.1",
      why: "The reference is in a branch with the same condition as the bucket.",
    },
  ],
  // The defaults, and values for every parameter that is empty by default.
  parameters: [
    {},
    {
      BucketName: "holiday-pictures",
      BucketRegion: "eu-west-1",
      DerivativeDays: "30",
      Aliases: "pictures.example.com",
      CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b",
      OriginShieldRegion: "eu-west-1",
      AccessLogBucket: "logs.s3.amazonaws.com",
    },
  ],
};

const ALARMS = ["DeadLetters", "OldMessages", "OldHeavyMessages", "FunctionErrors", "FunctionThrottles"];
const NETWORK = "Service Properties.NetworkConfiguration.AwsvpcConfiguration";

const PREGENERATE = {
  region: "eu-west-1",
  suppressed: [
    ...ALARMS.map((alarm) => ({ rule: "F3033", at: `${alarm} Properties.AlarmActions.0`, why: OF_A_DEFAULT })),
    { rule: "E1154", at: `${NETWORK}.Subnets.0`, why: OF_A_DEFAULT },
    { rule: "E1150", at: `${NETWORK}.SecurityGroups.0`, why: OF_A_DEFAULT },
  ],
  parameters: [
    {},
    {
      DistributionId: "E2ABCDEFGHIJKL",
      DerivativeDays: "30",
      NotificationPrefix: "photos/",
      CopiesBucket: "holiday-pictures-resized",
      SenderArns: "arn:aws:iam::123456789012:role/bulk",
      ContainerImage: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/edgepix:1",
      Subnets: "subnet-0a1b2c3d",
      SecurityGroups: "sg-0a1b2c3d",
      AlarmTopicArn: "arn:aws:sns:eu-west-1:123456789012:ops",
    },
  ],
};

/** Returns the template that a text is, also if it is resolved or broken. */
export function templateOf(text) {
  return text.includes("PregenerateSha256") ? PREGENERATE : DISTRIBUTION;
}
