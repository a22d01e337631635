import type { Finding, Severity, SingleFinding } from "../core/finding.ts";
import type { CommitLabel } from "./entry-lives.ts";
import { isMadeOf, withSingles } from "./fold-habits.ts";
import { movedFingerprint, type PathMapping } from "./moved-fingerprint.ts";

/** The findings of one commit, and how they differ from those of the audited commit before it. */
export interface TimelinePoint extends CommitLabel {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly introduced: readonly Finding[];
  /** Fingerprints of findings that the commit before had. */
  readonly fixed: readonly string[];
}

/** A finding that is there now, and the commit since which it is there without a break. */
export interface BlamedFinding {
  readonly finding: Finding;
  /** Undefined for a finding that no commit has: it is in the work tree alone. */
  readonly since: BlamedCommit | undefined;
}

export interface BlamedCommit extends CommitLabel {
  /** The side that this commit moved: the document that makes the claim, or what it is compared with. Not known of the commit that the walk begins after. */
  readonly moved?: "claim" | "fact";
  /** True when the finding was there in the first commit that was looked at already, be it the one that the walk begins after: it may be older. */
  readonly first: boolean;
}

/** One audited commit. */
export interface TimelineStep {
  readonly commit: CommitLabel;
  readonly touched: readonly string[];
  readonly findings: readonly Finding[];
  /** Where documents are in this commit that were elsewhere in the one before. */
  readonly moved?: PathMapping;
}

/** A finding of the commit before, with what it takes to know it again. */
interface PresentFinding extends Pick<Finding, "rule" | "path" | "fingerprint"> {
  readonly since: BlamedCommit;
  /** The fingerprints of those whose place it takes. */
  readonly singles: readonly string[];
}

/** Puts audits of commits, from old to new, into one line. Keeps no more than what is needed to compare. */
export class Timeline {
  readonly points: TimelinePoint[] = [];
  #present = new Map<string, PresentFinding>();
  #begun = false;

  /** The commit that the walk begins after: no point of the line, but what is there already no later commit has introduced. */
  begin({ commit, findings }: Pick<TimelineStep, "commit" | "findings">): void {
    const shown = findings.filter((finding) => !finding.suppressed);
    this.#present = presentIn(shown, () => ({ ...commit, first: true }));
    this.#begun = true;
  }

  add({ commit, touched, findings, moved }: TimelineStep): void {
    if (moved !== undefined) this.#move(moved);
    const shown = findings.filter((finding) => !finding.suppressed);
    const first = this.points.length === 0 && !this.#begun;
    const present = presentIn(shown, ({ fingerprint, claim }) => {
      const known = this.#present.get(fingerprint)?.since;
      return known ?? { ...commit, moved: touched.includes(claim.path) ? "claim" : "fact", first };
    });
    const isKnown = ({ fingerprint }: Pick<Finding, "fingerprint">): boolean => this.#present.has(fingerprint);
    const count = (severity: Severity): number => shown.filter((finding) => finding.severity === severity).length;
    this.points.push({
      ...commit,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      introduced: shown.filter((finding) => !isKnown(finding) && !isMadeOf(finding, isKnown)),
      fixed: [...this.#present.values()]
        .filter(({ fingerprint, singles }) => ![fingerprint, ...singles].some((one) => present.has(one)))
        .map(({ fingerprint }) => fingerprint),
    });
    this.#present = present;
  }

  /** Since when findings of the present are there. */
  blame(findings: readonly Finding[]): BlamedFinding[] {
    return findings.map((finding) => ({ finding, since: this.#present.get(finding.fingerprint)?.since }));
  }

  /** A document that moved says what it said before. */
  #move(moved: PathMapping): void {
    const present = [...this.#present.values()].map((one) => ({
      ...one,
      path: moved(one.path) ?? one.path,
      fingerprint: movedFingerprint(one, moved),
    }));
    this.#present = new Map(present.map((one) => [one.fingerprint, one]));
  }
}

/** Findings with those whose place they take, by fingerprint. */
function presentIn(
  shown: readonly Finding[],
  since: (finding: SingleFinding) => BlamedCommit,
): Map<string, PresentFinding> {
  const present = ({ rule, path, fingerprint, ...rest }: Finding): [string, PresentFinding] => {
    const singles = rest.habit?.findings?.map((single) => single.fingerprint) ?? [];
    return [fingerprint, { rule, path, fingerprint, singles, since: since({ rule, path, fingerprint, ...rest }) }];
  };
  return new Map(shown.flatMap(withSingles).map(present));
}
