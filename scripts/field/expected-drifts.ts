import { existsSync, readFileSync, statSync } from "node:fs";
import type { Finding } from "../../src/core/finding.ts";
import type { FieldAudit } from "./audit-repository.ts";
import { isAbout } from "./verdicts.ts";

/** What a person found in a repository before any audit: a contradiction, or something that only looks like one. */
export interface Expectation {
  readonly repository: string;
  readonly commit: string;
  readonly kind: "drift" | "negative";
  readonly path: string;
  /** 0: anywhere in the file or below the directory. */
  readonly line: number;
}

/** How an audit did on what was expected. */
export interface DriftCount {
  readonly drifts: number;
  readonly found: number;
  /** Things that only look like contradictions, with an error or warning at their very line. */
  readonly accused: number;
  /** How many drifts each rule found. */
  readonly byRule: ReadonlyMap<string, number>;
}

/** The expectations in a file of JSON lines with `repo`, `commit`, `kind`, `file` and `line`; lines of another kind are left out. */
export function readExpectations(path: string): Expectation[] {
  if (!existsSync(path) || statSync(path).isDirectory()) return [];
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trimStart().startsWith("{"))
    .flatMap((line): Expectation[] => {
      const { repo, commit, kind, file, line: at } = JSON.parse(line) as Record<string, unknown>;
      const isKnown = kind === "drift" || kind === "negative";
      if (!isKnown || typeof repo !== "string" || typeof commit !== "string" || typeof file !== "string") return [];
      return [{ repository: repo, commit, kind, path: file.replace(/\/$/, ""), line: typeof at === "number" ? at : 0 }];
    });
}

/** Two lines beside the place are the same place. */
const nearLines = 2;

/** A drift is found where a finding, of whatever severity, or its fact is at that place. */
export function countDrifts({ repository, reported }: FieldAudit, all: readonly Expectation[]): DriftCount {
  const own = all.filter((one) => isAbout(one, repository));
  const drifts = own.filter(({ kind }) => kind === "drift");
  const byRule = new Map<string, number>();
  let found = 0;
  for (const drift of drifts) {
    const rules = new Set(reported.filter((finding) => isOf(drift, finding)).map(({ rule }) => rule));
    if (rules.size > 0) found += 1;
    for (const rule of rules) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  const accused = own.filter(
    (one) =>
      one.kind === "negative" &&
      one.line > 0 &&
      reported.some(({ severity, path, line }) => severity !== "info" && path === one.path && line === one.line),
  );
  return { drifts: drifts.length, found, accused: accused.length, byRule };
}

function isOf(drift: Expectation, { path, line, fact }: Finding): boolean {
  return isAt(drift, path, line) || (fact.path !== undefined && isAt(drift, fact.path, fact.line));
}

function isAt({ path, line }: Expectation, at: string, atLine: number | undefined): boolean {
  if (line === 0) return at === path || at.startsWith(`${path}/`);
  return at === path && atLine !== undefined && Math.abs(atLine - line) <= nearLines;
}
