import { z } from "zod";
import { severities } from "../core/finding.ts";

const position = z.int().min(1);
const count = z.int().min(0);
const place = { path: z.string(), line: position };

const singleFinding = z.strictObject({
  rule: z
    .string()
    .regex(/^[a-z-]+\/[a-z-]+$/)
    .describe("Id of the rule."),
  severity: z.enum(severities),
  message: z.string().describe("One sentence that stands alone."),
  path: z.string().describe("Relative to the root, with forward slashes."),
  line: position,
  column: position.describe("Counts UTF-16 units from 1."),
  endLine: position,
  endColumn: position,
  claim: z.strictObject({ text: z.string(), ...place }).describe("What the document says, and where."),
  fact: z
    .strictObject({ text: z.string(), path: z.string().optional(), line: position.optional() })
    .describe("What the repository contains, and where that can be read."),
  help: z.string().optional().describe("What to do."),
  url: z.url().describe("The page of the rule."),
  fix: z
    .strictObject({
      kind: z.enum(["safe", "suggest"]),
      description: z.string(),
      edits: z.array(z.strictObject({ path: z.string(), offset: count, endOffset: count, text: z.string() })),
      asks: z
        .literal(true)
        .optional()
        .describe("The edits ask a person: the finding stays until somebody has answered."),
    })
    .optional(),
  fingerprint: z
    .string()
    .describe("Rule, path and the claim's own identity: the same after edits elsewhere in the file."),
  suppressed: z.boolean().describe("Hidden by a comment or the baseline: it fails no run."),
  suppression: z
    .strictObject({ kind: z.enum(["comment", "baseline"]), reason: z.string(), ...place })
    .optional()
    .describe("What hides the finding, and where that is said."),
  state: z
    .enum(["introduced", "existing"])
    .optional()
    .describe("With a base: whether the base has the finding already. Only introduced findings fail a run."),
  gone: z
    .literal(true)
    .optional()
    .describe("In `fixed`: the file of the finding is not there any more, so nobody has corrected the claim."),
});

const finding = singleFinding.extend({
  habit: z
    .strictObject({
      field: z.string().describe("The field that the repository may not keep up."),
      settled: count.describe("How many settled units state the field."),
      findings: z
        .array(singleFinding)
        .optional()
        .describe("Where five or more are alike: all the findings whose place this one takes."),
    })
    .optional()
    .describe("Present where the claim is a field that the repository may not keep up."),
});

/** The shape of `--format json`. A test keeps it and `AuditReport` from drifting apart. */
export const reportSchema = z.strictObject({
  version: z.literal(1).describe("Version of this contract."),
  tool: z.strictObject({ name: z.literal("queue-lint"), version: z.string() }),
  root: z.string().describe("Absolute path of the root."),
  tree: z.string().describe("Which tree was audited: “work tree”, “index”, “commit 1a2b3c4”."),
  base: z
    .strictObject({ name: z.string(), commit: z.string() })
    .optional()
    .describe("The tree that this one is compared with: the name that was given, and the commit."),
  findings: z.array(finding).describe("All findings, sorted by place."),
  fixed: z
    .array(finding)
    .optional()
    .describe(
      "With a base: findings that only the base has, with the places and words of the base. Those with `gone` went with their files.",
    ),
  rulesRun: z.array(z.string()).describe("Ids of the rules that ran."),
  notChecked: z
    .array(z.strictObject({ rule: z.string(), reason: z.string(), needs: z.literal("history").optional() }))
    .describe("What could not be established, and why."),
  notApplicable: z
    .array(z.strictObject({ rule: z.string(), reason: z.string() }))
    .describe(
      "Rules that have nothing to do here, because the repository keeps no document of the kind that they read.",
    ),
  inputs: z
    .array(z.strictObject({ role: z.string(), path: z.string() }))
    .describe("The planning documents and the spec root that were read."),
  seen: z.array(z.string()).describe("Paths that look as if work were planned there, and that were not read."),
  coverage: z
    .strictObject({
      examined: count,
      held: count,
      broken: count,
      notChecked: count,
      unread: z
        .array(z.strictObject({ ...place, reason: z.string(), text: z.string().optional() }))
        .optional()
        .describe(
          "Beside the claims: what was read as nothing, each with its place; without a text it is a whole file.",
        ),
    })
    .describe("Claims; `examined` is the sum of held, broken and notChecked."),
  entries: z
    .strictObject({ active: count, manual: count, deferred: count, promoted: count, superseded: count })
    .describe("Candidates by the role of their section."),
  layouts: z
    .array(z.strictObject({ name: z.string(), title: z.string(), because: z.array(z.string()) }))
    .optional()
    .describe("The layouts that were used, with the paths that prove them."),
  specs: count.describe("Number of spec packages."),
  narrowed: z
    .strictObject({ paths: z.array(z.string()), errors: count, warnings: count, infos: count })
    .optional()
    .describe("When paths were named: these, and how many findings elsewhere are left out of the report."),
  summary: z
    .strictObject({
      errors: count,
      warnings: count,
      infos: count,
      suppressed: count,
      existing: count.optional(),
      fixed: count.optional(),
      gone: count.optional().describe("How many of `fixed` went with their files; absent when none did."),
    })
    .describe("With a base, errors, warnings and infos count introduced findings only."),
});

/** The JSON schema of the report, kept in the repository as `docs/report.schema.json`. */
export function reportJsonSchema(): Record<string, unknown> {
  return { title: "queue-lint report", ...z.toJSONSchema(reportSchema, { target: "draft-07" }) };
}
