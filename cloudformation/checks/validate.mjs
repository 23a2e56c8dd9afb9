// Checks templates with an independent validator: node checks/validate.mjs TEMPLATE...
// Prints its warnings and errors. If there are any, the exit status is 1.
import { readFileSync } from "node:fs";
import { RegoEngine, TemplateFile } from "@aws/cloudformation-validate";
import { templateOf } from "./templates.mjs";

function place(diagnostic) {
  return `${diagnostic.entity?.logicalId ?? ""} ${diagnostic.propertyPath ?? ""}`.trim();
}

function diagnosticsOf(engine, path, { parameters, region }) {
  return parameters.flatMap((parameterOverrides) => {
    const report = engine.validateStandard(new TemplateFile(path), {
      severityLevel: "WARN",
      parameterOverrides,
      pseudoParameterOverrides: { region },
    });
    const unfinished = { severity: report.status, ruleId: "-", message: "The validator did not finish." };
    return report.status === "OK" ? report.diagnostics : [...report.diagnostics, unfinished];
  });
}

function linesOf(engine, path) {
  const template = templateOf(readFileSync(path, "utf8"));
  const found = diagnosticsOf(engine, path, template);
  const isAt = (entry, d) => entry.rule === d.ruleId && entry.at === place(d);
  const complaints = found
    .filter((d) => !template.suppressed.some((entry) => isAt(entry, d)))
    .map((d) => `${d.severity} ${d.ruleId} line ${d.startLine ?? "?"} ${place(d)}: ${d.message}`);
  const stale = template.suppressed.filter((entry) => !found.some((d) => isAt(entry, d))).map(
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
