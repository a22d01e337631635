import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Finding } from "../../src/core/finding.ts";
import { ScriptError } from "../run-script.ts";
import type { FieldRepository } from "./field-repository.ts";

export const verdictWords = ["true", "noise", "false"] as const;

/** Other fields, such as the message of `--json`, are for those who judge and are not kept. */
const schema = z.object({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, "write owner/name"),
  commit: z.string().regex(/^[0-9a-f]{7,40}$/, "write at least seven digits of the commit"),
  rule: z.string().regex(/^[a-z-]+\/[a-z-]+$/, "write the id of the rule"),
  path: z.string().min(1),
  fingerprint: z.string().min(1),
  verdict: z.enum(verdictWords),
  why: z.string().regex(/^\p{Lu}.*[.]$/u, "write one sentence with a full stop"),
  /** Set by `npm run field` once a false finding is not reported any more: it must not come back. */
  gone: z.literal(true).optional(),
});

/** What a person said of a finding after reading both sides: that its owner would act on it, that it is true and of no use, or that it is not true. */
export type Verdict = z.infer<typeof schema>;

/** The verdicts of a file of JSON lines; none when it does not exist. With `unjudged`, lines without a verdict are left out. Throws a `ScriptError` with the line. */
export function readVerdicts(path: string, { unjudged = false } = {}): Verdict[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .flatMap((line, index): Verdict[] => {
      if (line.trim() === "") return [];
      const value = parsed(line, `${path}:${index + 1}`);
      if (unjudged && (value as { verdict?: unknown } | null)?.verdict === "") return [];
      const result = schema.safeParse(value);
      if (result.success) return [result.data];
      const [issue] = result.error.issues;
      throw new ScriptError(`${path}:${index + 1}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "no verdict"}.`);
    });
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ScriptError(`${place}: it is not JSON: write one object a line.`);
  }
}

/** Both lists together; of two verdicts about one finding the later one holds. */
export function mergeVerdicts(known: readonly Verdict[], later: readonly Verdict[]): Verdict[] {
  return [...new Map([...known, ...later].map((verdict) => [keyOf(verdict), verdict])).values()];
}

/** One line a verdict, sorted by repository and fingerprint, so that two people who judge do not meet. */
export function formatVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .map((verdict) => [`${verdict.repository} ${verdict.fingerprint}`, JSON.stringify(verdict)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, line]) => `${line}\n`)
    .join("");
}

/** Looks up what was said of a finding: at the very commit of the audit, by its fingerprint. */
export function verdictsOf(
  verdicts: readonly Verdict[],
  repository: Pick<FieldRepository, "name" | "commit">,
): (finding: Pick<Finding, "fingerprint">) => Verdict | undefined {
  const own = verdicts.filter((verdict) => isAbout(verdict, repository));
  const byFingerprint = new Map(own.map((verdict) => [verdict.fingerprint, verdict]));
  return ({ fingerprint }) => byFingerprint.get(fingerprint);
}

/** Whether a verdict is about a repository at its commit, however many digits of it are known. */
export function isAbout(
  { repository, commit: judged }: Pick<Verdict, "repository" | "commit">,
  { name, commit }: Pick<FieldRepository, "name" | "commit">,
): boolean {
  return repository === name && commit !== undefined && (judged.startsWith(commit) || commit.startsWith(judged));
}

function keyOf({ repository, commit, fingerprint }: Verdict): string {
  return `${repository} ${commit.slice(0, 7)} ${fingerprint}`;
}
