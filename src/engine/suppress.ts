import type { NamedRule, Position, Stretch, SuppressionClaim } from "../core/claims/claim.ts";
import { cannotBeHidden } from "../core/exceptions.ts";
import type { Finding } from "../core/finding.ts";
import { suppressionState } from "../rule-api/index.ts";

/** The findings after the comments, and what each comment hides. */
export interface SuppressionOutcome {
  readonly findings: readonly Finding[];
  /** How many findings each rule of a comment hides. */
  readonly hidden: ReadonlyMap<NamedRule, number>;
}

interface SuppressedStretch {
  readonly claim: SuppressionClaim;
  readonly rule: NamedRule;
  readonly stretch: Stretch;
}

const narrowness = ["disable-next-line", "disable", "disable-file"];

/**
 * Marks every finding that a comment in force covers: same document, same rule, and the finding begins in its part of the
 * document. Several comments may cover one finding: each hides it then, and the narrowest gives the reason.
 */
export function suppress(
  findings: readonly Finding[],
  claims: readonly SuppressionClaim[],
  today: string,
): SuppressionOutcome {
  const hiders = groupHiders(claims.filter((claim) => suppressionState(claim, today) === "in force"));
  const hidden = new Map<NamedRule, number>();
  const marked = findings.map((finding): Finding => {
    const covering = (hiders.get(`${finding.path} ${finding.rule}`) ?? []).filter(({ stretch }) =>
      holds(stretch, finding),
    );
    for (const { rule } of covering) hidden.set(rule, (hidden.get(rule) ?? 0) + 1);
    const [first] = [...covering].sort((one, other) => width(one) - width(other));
    if (first === undefined) return finding;
    const {
      reason,
      location: { path, line },
    } = first.claim;
    return { ...finding, suppressed: true, suppression: { kind: "comment", reason, path, line } };
  });
  return { findings: marked, hidden };
}

function groupHiders(claims: readonly SuppressionClaim[]): Map<string, SuppressedStretch[]> {
  const groups = new Map<string, SuppressedStretch[]>();
  for (const claim of claims) {
    for (const rule of claim.rules) {
      if (rule.stretch === undefined || cannotBeHidden(rule.text)) continue;
      const key = `${claim.location.path} ${rule.text}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ claim, rule, stretch: rule.stretch }]);
      else group.push({ claim, rule, stretch: rule.stretch });
    }
  }
  return groups;
}

function holds({ from, to }: Stretch, at: Position): boolean {
  return !isBefore(at, from) && isBefore(at, to);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

function width({ claim }: SuppressedStretch): number {
  return narrowness.indexOf(claim.directive ?? "");
}
