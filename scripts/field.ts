/** Audits public repositories and compares with recorded verdicts: npm run field -- DIR [--json] [--judge FILE] [--commits FILE] [--expected FILE]. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { auditRepository, type FieldAudit } from "./field/audit-repository.ts";
import { listRepositories, readCommits, repositoryTitle } from "./field/field-repository.ts";
import { readExpectations, type Expectation } from "./field/expected-drifts.ts";
import { fieldSection, judgedFindings, withGone } from "./field/field-section.ts";
import { formatVerdicts, mergeVerdicts, readVerdicts, type Verdict } from "./field/verdicts.ts";
import { replaceSection } from "./generated-section.ts";
import { ScriptError, runScript } from "./run-script.ts";

const project = join(import.meta.dirname, "..");
const recorded = join(project, "fixtures/field/verdicts.jsonl");
const page = join(project, "docs/precision.md");

runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      commits: { type: "string", multiple: true, default: [] },
      expected: { type: "string", multiple: true, default: [] },
      judge: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [directory] = positionals;
  if (directory === undefined || positionals.length > 1)
    throw new ScriptError("Name one directory of repositories: npm run field -- DIR [--json] [--judge FILE].");
  const commits = new Map([...values.expected, ...values.commits].flatMap((path) => [...readCommits(path)]));
  const repositories = listRepositories(directory, commits);
  const verdicts = mergeVerdicts(readVerdicts(recorded), values.judge === undefined ? [] : judgedIn(values.judge));
  const audits: FieldAudit[] = [];
  for (const repository of repositories) {
    console.error(`auditing ${repositoryTitle(repository)} …`);
    audits.push(await auditRepository(repository));
  }
  const renewed = withGone(audits, verdicts);
  if (values.json) console.log(unjudgedLines(audits, renewed));
  else show(audits, renewed, values.expected.flatMap(readExpectations));
  if (!values.json || values.judge !== undefined) writeFileSync(recorded, formatVerdicts(renewed));
});

function judgedIn(path: string): Verdict[] {
  if (!existsSync(path)) throw new ScriptError(`${path} does not exist: name a file of lines as --json prints them.`);
  return readVerdicts(path, { unjudged: true });
}

/** What nobody has judged, one object a line, with an empty verdict and reason to be filled in and handed to --judge. */
function unjudgedLines(audits: readonly FieldAudit[], verdicts: readonly Verdict[]): string {
  return judgedFindings(audits, verdicts)
    .filter(({ verdict }) => verdict === undefined)
    .map(({ audit: { repository }, finding: { rule, severity, path, line, message, claim, fact, fingerprint } }) =>
      JSON.stringify({
        repository: repository.name,
        commit: repository.commit ?? "",
        rule,
        severity,
        path,
        line,
        message,
        claim: claim.text,
        fact,
        fingerprint,
        verdict: "",
        why: "",
      }),
    )
    .join("\n");
}

function show(audits: readonly FieldAudit[], verdicts: readonly Verdict[], expectations: readonly Expectation[]): void {
  const section = fieldSection(audits, verdicts, expectations);
  console.log(section);
  const missing = new Set(verdicts.map(({ repository }) => repository));
  audits.forEach(({ repository }) => missing.delete(repository.name));
  if (missing.size > 0) {
    console.error(`\ndocs/precision.md is left as it is: ${[...missing].join(", ")} was judged and is not there.`);
    return;
  }
  const text = replaceSection(readFileSync(page, "utf8"), "field", section);
  if (text === undefined)
    throw new ScriptError(
      "docs/precision.md has no part between <!-- generated:field --> and <!-- /generated -->: add the two lines where the figures should be.",
    );
  writeFileSync(page, text);
}
