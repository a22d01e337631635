import { rules } from "../../rules/index.ts";
import { buildModel } from "../../src/build-model.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { ResolvedConfig } from "../../src/config/resolved-config.ts";
import type { Base } from "../../src/core/audit-model.ts";
import { UsageError } from "../../src/core/errors.ts";
import type { Answer, Snapshot } from "../../src/core/snapshot.ts";
import { report, type AuditInput } from "../../src/lint.ts";
import { memorySnapshot } from "../../src/source/memory/memory-snapshot.ts";
import { matchInTime } from "../../src/source/match-in-time.ts";
import { checkFixes } from "./check-fixes.ts";
import { checkFormats } from "./check-formats.ts";
import { checkFindings, checkPlaces } from "./check-places.ts";
import type { Files } from "./seed-repositories.ts";

/** Every rule is on, heuristics too. */
const severities = Object.fromEntries(rules.map((rule) => [rule.id, rule.definition.meta.severity]));
const configPath = "queue-lint.config.json";

/**
 * Audits a repository with all rules and holds the result to what is promised of every input: nothing is thrown but a reasoned refusal,
 * every place exists, no format obeys the documents, and no fix loses words. `before` is what it is compared with. Throws otherwise.
 */
export function checkAudit(files: Files, before?: Files): void {
  try {
    checkOne(auditInput(files, before));
  } catch (error) {
    refuseUnreasoned(error);
  }
}

/** An audit of a repository by all rules. Throws a `UsageError` when its configuration says nothing useful. */
export function auditInput(files: Files, before?: Files): AuditInput {
  const snapshot = memorySnapshot(files);
  return { snapshot, config: configOf(files, snapshot), ...(before === undefined ? {} : { base: baseOf(before) }) };
}

function checkOne(input: AuditInput): void {
  const model = buildModel(input.snapshot, input.config.settings);
  const result = report({ ...input, model });
  checkPlaces(model);
  checkFindings(result.findings, input.snapshot);
  checkFormats(result, model);
  checkFixes(input, result.findings);
}

/** Passes only a `UsageError` that says what is wrong and what to do. */
export function refuseUnreasoned(error: unknown): void {
  if (error instanceof UsageError && error.message.trim() !== "" && error.help.trim() !== "") return;
  throw error;
}

/** The configuration of a repository as its own file says, with all rules on. Throws a `UsageError`. */
function configOf(files: Files, snapshot: Snapshot): ResolvedConfig {
  const text = files[configPath];
  const own = text === undefined ? {} : parseConfig({ path: configPath, text, format: "json" }, rules);
  const unsaid = Object.fromEntries(Object.entries(severities).filter(([id]) => !Object.hasOwn(own.rules ?? {}, id)));
  return resolveConfig(own, { snapshot, rules, overrides: { rules: unsaid }, match: matchInTime() });
}

function baseOf(files: Files): Answer<Base> {
  const snapshot = memorySnapshot(files);
  const model = buildModel(snapshot, configOf(files, snapshot).settings);
  return { kind: "known", value: { name: "main", commit: "0".repeat(40), model, subtracted: false } };
}
