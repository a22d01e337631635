import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditModel } from "../../src/core/audit-model.ts";
import type { AuditReport } from "../../src/core/finding.ts";
import { buildBoard } from "../../src/engine/build-board.ts";
import { reporters } from "../../src/reporters/index.ts";

/** Everything that moves the cursor, changes colours, ends a line elsewhere or turns its direction. */
const unprintable = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
/** What reporters write themselves when colours and links are wanted. */
const ownSequences = /\u001B\[\d*m|\u001B\]8;;[^\p{Cc} ]*\u0007/gu;
const structured: ReadonlySet<string> = new Set(["json", "sarif", "gitlab", "rdjson"]);
const validate = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/report.schema.json"), "utf8")) as object,
);

/** Throws when a format lets something of the documents through that its reader would obey, or is not what it says it is. */
export function checkFormats(report: AuditReport, model: AuditModel): void {
  const board = buildBoard(model, report, model.facts.today);
  const options = { color: false, links: false, quiet: false, showSuppressed: true, showExisting: true, board };
  for (const [name, reporter] of Object.entries(reporters)) checkOutput(name, reporter.render(report, options));
  for (const name of ["text", "concise"])
    refuse(
      `${name} in colours`,
      (reporters[name]?.render(report, { ...options, color: true, links: true }) ?? "").replaceAll(ownSequences, ""),
      unprintable,
    );
}

function checkOutput(name: string, output: string): void {
  refuse(name, output, unprintable);
  refuse(name, output, /##\[/);
  // A command is a line of its own; the format for GitHub has three of them.
  refuse(name, output, name === "github" ? /^[\t ]*::(?!(?:error|warning|notice) )/m : /^[\t ]*::/m);
  if (name === "junit" || name === "checkstyle") refuse(name, output, /[\uFFFE\uFFFF]/);
  if (structured.has(name)) JSON.parse(output);
  if (name === "json" && !validate(JSON.parse(output)))
    throw new Error(`json does not fit its schema: ${JSON.stringify(validate.errors)}`);
}

function refuse(name: string, output: string, forbidden: RegExp): void {
  const found = forbidden.exec(output);
  if (found !== null)
    throw new Error(
      `format ${name} shows ${forbidden.source}: ${JSON.stringify(output.slice(Math.max(0, found.index - 60), found.index + 60))}`,
    );
}
