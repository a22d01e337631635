import type { NamedRule, Position, Stretch, SuppressionClaim } from "../core/claims/claim.ts";
import type { Directive } from "../core/directive.ts";
import type { Document } from "../core/document.ts";

const start: Position = { line: 1, column: 1 };
const end: Position = { line: Infinity, column: 1 };

/** What the comments of a document want hidden, each rule with the part of the document in which it is meant. */
export function suppressions(document: Document): SuppressionClaim[] {
  const { ends, closes } = readEnables(document.directives);
  return document.directives.map((directive) => {
    const rules = directive.rules.map((rule): NamedRule => ({
      ...rule,
      stretch: stretchOf(directive, ends.get(rule) ?? end),
    }));
    const names = directive.rules.map((rule) => rule.text).sort();
    return {
      kind: "suppression",
      document: document.role,
      identity: [directive.word, ...names].join(" "),
      text: directive.text,
      location: directive.location,
      directive: directive.kind,
      word: directive.word,
      rules,
      separated: directive.separated,
      reason: directive.reason,
      until: directive.until,
      closes: closes.get(directive) ?? 0,
    };
  });
}

function stretchOf({ kind, location, nextLine }: Directive, enabled: Position): Stretch | undefined {
  if (kind === "disable-file") return { from: start, to: end };
  if (kind === "disable") return { from: location, to: enabled };
  return kind === "disable-next-line" && nextLine !== undefined
    ? { from: { line: nextLine, column: 1 }, to: { line: nextLine + 1, column: 1 } }
    : undefined;
}

type DirectiveRule = Directive["rules"][number];

interface EnabledRules {
  /** Where each rule that a `disable` names is turned on again. */
  readonly ends: ReadonlyMap<DirectiveRule, Position>;
  /** How many rules each `enable` turns on again. */
  readonly closes: ReadonlyMap<Directive, number>;
}

/** An `enable` without a rule turns on all that are off. */
function readEnables(directives: readonly Directive[]): EnabledRules {
  const ends = new Map<DirectiveRule, Position>();
  const closes = new Map<Directive, number>();
  const open = new Map<string, DirectiveRule[]>();
  for (const directive of directives) {
    if (directive.kind === "disable")
      for (const rule of directive.rules) open.set(rule.text, [...(open.get(rule.text) ?? []), rule]);
    if (directive.kind !== "enable") continue;
    const names = directive.rules.length === 0 ? [...open.keys()] : directive.rules.map((rule) => rule.text);
    const closed = names.flatMap((name) => open.get(name) ?? []);
    for (const rule of closed) ends.set(rule, directive.location);
    for (const name of names) open.delete(name);
    closes.set(directive, closed.length);
  }
  return { ends, closes };
}
