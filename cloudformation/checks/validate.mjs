// Checks templates with an independent validator: node checks/validate.mjs TEMPLATE...
// Prints its warnings and errors. If there are any, the exit status is 1.
import { RegoEngine, TemplateFile } from "@aws/cloudformation-validate";

// Known mistakes of the validator, each for one place in a template. An unused entry fails the check.
const SUPPRESSED = [
  {
    rule: "E3013",
    at: "Distribution Properties.DistributionConfig.Aliases.0",
    why: "It splits the default of Aliases, which is empty. The condition HasAliases omits the property in that case.",
  },
  {
    rule: "W1001",
    at: "Bucket Outputs/Bucket/Value.Fn::If.1",
    why: "The reference is in a branch with the same condition as the bucket.",
  },
];

// The defaults, and values for every parameter that is empty by default.
const PARAMETERS = [
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
];

function place(diagnostic) {
  return `${diagnostic.entity?.logicalId ?? ""} ${diagnostic.propertyPath ?? ""}`.trim();
}

function diagnosticsOf(engine, path) {
  return PARAMETERS.flatMap((parameterOverrides) => {
    const report = engine.validateStandard(new TemplateFile(path), {
      severityLevel: "WARN",
      parameterOverrides,
      pseudoParameterOverrides: { region: "us-east-1" },
    });
    const unfinished = { severity: report.status, ruleId: "-", message: "The validator did not finish." };
    return report.status === "OK" ? report.diagnostics : [...report.diagnostics, unfinished];
  });
}

function linesOf(engine, path) {
  const found = diagnosticsOf(engine, path);
  const isAt = (entry, d) => entry.rule === d.ruleId && entry.at === place(d);
  const complaints = found
    .filter((d) => !SUPPRESSED.some((entry) => isAt(entry, d)))
    .map((d) => `${d.severity} ${d.ruleId} line ${d.startLine ?? "?"} ${place(d)}: ${d.message}`);
  const stale = SUPPRESSED.filter((entry) => !found.some((d) => isAt(entry, d))).map(
    (entry) => `STALE ${entry.rule} ${entry.at} is suppressed, but the validator reports nothing there.`,
  );
  return [...new Set([...complaints, ...stale])].map((line) => `${path}: ${line}`);
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error("usage: node checks/validate.mjs TEMPLATE...");
  process.exit(2);
}
const engine = new RegoEngine();
const lines = paths.flatMap((path) => linesOf(engine, path));
engine.free();
lines.forEach((line) => console.log(line));
process.exitCode = lines.length > 0 ? 1 : 0;
