import type { Finding, Severity } from "../core/finding.ts";
import type { CommitLabel } from "./entry-lives.ts";

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
export interface Blamed {
  readonly finding: Finding;
  /** Undefined for a finding that no commit has: it is in the work tree alone. */
  readonly since: BlamedCommit | undefined;
}

export interface BlamedCommit extends CommitLabel {
  /** The side that this commit moved: the document that makes the claim, or what it is compared with. */
  readonly moved: "claim" | "fact";
  /** True when the finding was there in the first commit that was looked at already: it may be older. */
  readonly first: boolean;
}

/** One audited commit. */
export interface TimelineStep {
  readonly commit: CommitLabel;
  readonly touched: readonly string[];
  readonly findings: readonly Finding[];
}

/** Puts audits of commits, from old to new, into one line. Keeps no more than what is needed to compare. */
export class Timeline {
  readonly points: TimelinePoint[] = [];
  #present = new Map<string, BlamedCommit>();

  add({ commit, touched, findings }: TimelineStep): void {
    const shown = findings.filter((finding) => !finding.suppressed);
    const first = this.points.length === 0;
    const present = new Map<string, BlamedCommit>();
    for (const { fingerprint, claim } of shown) {
      present.set(fingerprint, this.#present.get(fingerprint) ?? { ...commit, moved: touched.includes(claim.path) ? "claim" : "fact", first });
    }
    const count = (severity: Severity): number => shown.filter((finding) => finding.severity === severity).length;
    this.points.push({
      ...commit, errors: count("error"), warnings: count("warning"), infos: count("info"),
      introduced: shown.filter(({ fingerprint }) => !this.#present.has(fingerprint)),
      fixed: [...this.#present.keys()].filter((fingerprint) => !present.has(fingerprint)),
    });
    this.#present = present;
  }

  /** Since when findings of the present are there. */
  blame(findings: readonly Finding[]): Blamed[] {
    return findings.map((finding) => ({ finding, since: this.#present.get(finding.fingerprint) }));
  }
}
