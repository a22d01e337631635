import type { Claims, Quoted } from "../core/claim.ts";
import type { Coverage, Severity } from "../core/finding.ts";

/** What the rules looked at, and how it came out. A claim counts once, however many rules ask for it. */
export class Tally {
  readonly #examined = new Set<Quoted | string>();
  readonly #broken = new Set<Quoted | string>();
  readonly #unknown = new Set<Quoted | string>();

  /** The claims as a rule asks for them: each that it is given is examined. */
  counted(claims: Claims): Claims {
    return {
      of: (kind) => {
        const found = claims.of(kind);
        for (const claim of found) this.#examined.add(claim);
        return found;
      },
    };
  }

  /** Advice does not break a claim. */
  report(claim: Quoted, severity: Severity): void {
    (severity === "info" ? this.#examined : this.#broken).add(this.#identify(claim));
  }

  leaveOpen(claim: Quoted): void {
    this.#unknown.add(this.#identify(claim));
  }

  coverage(): Coverage {
    const examined = new Set([...this.#examined, ...this.#broken, ...this.#unknown]).size;
    const broken = this.#broken.size;
    const notChecked = [...this.#unknown].filter((claim) => !this.#broken.has(claim)).length;
    return { examined, held: examined - broken - notChecked, broken, notChecked };
  }

  /** A claim is itself; what is none (a directory, a part of a claim) is the place where it stands. */
  #identify(claim: Quoted): Quoted | string {
    const { path, offset, endOffset } = claim.location;
    return this.#examined.has(claim) ? claim : `${path}:${offset}:${endOffset}`;
  }
}
