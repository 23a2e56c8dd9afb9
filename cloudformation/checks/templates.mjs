// The templates: the parameters with which the validator checks each one, and known mistakes of the validator, each for
// one place. An unused entry fails the check.

const OF_A_DEFAULT = "It checks the default, which is empty. A condition omits the value in that case.";

const OF_A_CONDITION = "The reference is in a branch with the same condition as the resource.";

const ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/pictures/0a1b2c3d-1111-2222-3333-444455556666";
const TOPIC = "arn:aws:sns:eu-west-1:123456789012:ops";
const ENCRYPTION = "Properties.BucketEncryption.ServerSideEncryptionConfiguration.0";
const STATEMENTS = [2, 3].map((index) => ({
  rule: "W1001",
  at: `BucketPolicyStatements Outputs/BucketPolicyStatements/Value.Fn::Join.1.${index}.Fn::If.1.Fn::Sub`,
  why: OF_A_CONDITION,
}));

const DISTRIBUTION = {
  region: "us-east-1",
  suppressed: [
    { rule: "F3017", at: `Bucket ${ENCRYPTION}.ServerSideEncryptionByDefault.KMSMasterKeyID`, why: OF_A_DEFAULT },
    { rule: "F3033", at: "ViewerRequestRole Properties.PermissionsBoundary", why: OF_A_DEFAULT },
    { rule: "F3033", at: "OriginResponseRole Properties.PermissionsBoundary", why: OF_A_DEFAULT },
    { rule: "E3013", at: "Distribution Properties.DistributionConfig.Aliases.0", why: OF_A_DEFAULT },
    { rule: "W1001", at: "Bucket Outputs/Bucket/Value.Fn::If.1", why: OF_A_CONDITION },
    ...STATEMENTS,
    { rule: "W1001", at: "LogGroups Outputs/LogGroups/Value.Fn::Join.1.1.Fn::If.1", why: OF_A_CONDITION },
  ],
  // The defaults, and values for every parameter that is empty by default.
  parameters: [
    {},
    {
      BucketName: "holiday-pictures",
      BucketRegion: "eu-west-1",
      DerivativeDays: "30",
      PrivatePrefix: "invoices/",
      Aliases: "pictures.example.com",
      CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b",
      OriginShieldRegion: "eu-west-1",
      Access: "oai",
      AccessAlso: "oac",
      HstsSeconds: "63072000",
      PermissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
      WebAclArn: ACL,
    },
    {
      Access: "oac",
      ViewerRequestType: "function",
      Plan: "free",
      WebAclArn: ACL,
      KmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666",
      Versioning: "true",
    },
  ],
};

const ALARMS = ["DeadLetters", "OldMessages", "OldHeavyMessages", "FunctionErrors", "FunctionThrottles"];
const NETWORK = "Service Properties.NetworkConfiguration.AwsvpcConfiguration";

const ROLES = ["FunctionRole", "BatchRole", "ContainerRole", "ContainerStartRole"];

const PREGENERATE = {
  region: "eu-west-1",
  suppressed: [
    ...ROLES.map((role) => ({ rule: "F3033", at: `${role} Properties.PermissionsBoundary`, why: OF_A_DEFAULT })),
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
      DocumentPrefix: "invoices/",
      ResultsQueue: "true",
      SenderArns: "arn:aws:iam::123456789012:role/bulk",
      ContainerImage: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/edgepix:1",
      Subnets: "subnet-0a1b2c3d",
      SecurityGroups: "sg-0a1b2c3d",
      PermissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
      AlarmTopicArn: TOPIC,
    },
  ],
};

const REGIONAL = {
  region: "eu-west-1",
  suppressed: [
    { rule: "F3017", at: `Bucket ${ENCRYPTION}.ServerSideEncryptionByDefault.KMSMasterKeyID`, why: OF_A_DEFAULT },
    { rule: "F3033", at: "FunctionRole Properties.PermissionsBoundary", why: OF_A_DEFAULT },
    { rule: "E3013", at: "Distribution Properties.DistributionConfig.Aliases.0", why: OF_A_DEFAULT },
    { rule: "F3034", at: "BigFunction Properties.MemorySize", why: "With 0, a condition omits the function." },
    { rule: "W1001", at: "Bucket Outputs/Bucket/Value.Fn::If.1", why: OF_A_CONDITION },
    ...STATEMENTS,
    { rule: "W1001", at: "LogGroups Outputs/LogGroups/Value.Fn::Join.1.1.Fn::If.1", why: OF_A_CONDITION },
  ],
  parameters: [
    {},
    {
      BucketName: "holiday-pictures",
      BucketRegion: "eu-west-3",
      Access: "oai",
      AccessAlso: "oac",
      DerivativeDays: "30",
      PrivatePrefix: "invoices/",
      HstsSeconds: "63072000",
      Aliases: "pictures.example.com",
      CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b",
      ViewerRequestType: "edge",
      ViewerRequestArn: "arn:aws:lambda:us-east-1:123456789012:function:viewer:7",
      ReservedConcurrency: "50",
      BigReservedConcurrency: "2",
      PermissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
      OriginShieldRegion: "eu-west-1",
      WebAclArn: ACL,
      AlarmTopicArn: TOPIC,
    },
    {
      Plan: "free",
      WebAclArn: ACL,
      KmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666",
      Versioning: "true",
      BigMemory: "0",
    },
  ],
};

const WEB_ACL = {
  region: "us-east-1",
  suppressed: [
    {
      rule: "F3034",
      at: "WebAcl Properties.Rules.0.Statement.RateBasedStatement.Limit",
      why: "With 0, a condition omits the rule.",
    },
  ],
  parameters: [{}, { RateLimit: "0", ManagedRules: "false" }],
};

const OF_A_PARAMETER = "It checks the value of a parameter, which is an ARN.";

const WATCH = {
  region: "us-east-1",
  suppressed: [
    { rule: "W9002", at: "AccessLogSource Properties.ResourceArn", why: OF_A_PARAMETER },
    { rule: "W9002", at: "AccessLogDestination Properties.DestinationResourceArn", why: OF_A_PARAMETER },
  ],
  parameters: [
    { DistributionId: "E2ABCDEFGHIJKL" },
    {
      DistributionId: "E2ABCDEFGHIJKL",
      AlarmTopicArn: "arn:aws:sns:us-east-1:123456789012:ops",
      SpendLimit: "100",
      AccessLogBucketArn: "arn:aws:s3:::logs/pictures",
    },
  ],
};

const PLAN = {
  region: "us-east-1",
  suppressed: [],
  parameters: [{ Plan: "pro", DistributionId: "E2ABCDEFGHIJKL", WebAclArn: ACL }],
};

const VIEWER_REQUEST = {
  region: "us-east-1",
  suppressed: [{ rule: "F3033", at: "ViewerRequestRole Properties.PermissionsBoundary", why: OF_A_DEFAULT }],
  parameters: [{}, { PermissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary" }],
};

/** What only one template has, also if it is resolved or broken. */
const MARKS = {
  PregenerateSha256: PREGENERATE,
  RegionalSha256: REGIONAL,
  RateLimit: WEB_ACL,
  SpendLimit: WATCH,
  PlanTier: PLAN,
  PublishedVersion: VIEWER_REQUEST,
};

/** Returns the template that a text is. */
export function templateOf(text) {
  const mark = Object.keys(MARKS).find((one) => text.includes(one));
  return mark === undefined ? DISTRIBUTION : MARKS[mark];
}
