import {
  defineRule,
  entryKey,
  noOptions,
  placeInBase,
  startOf,
  type Claims,
  type Location,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "vanished">;
type Model = Pick<Context, "claims" | "facts" | "settings">;

interface Row {
  readonly kind: keyof typeof kinds;
  readonly title: string;
  readonly key: string;
  readonly location: Location;
  /** Numbers of the specs that it points at. */
  readonly specs: readonly number[];
}

const kinds = { "ledger-row": "ledger", "roadmap-item": "roadmap" } as const;

export default defineRule({
  meta: {
    description:
      "Require every row of the ledger and the roadmap of the base to be present, moved, or to have lost its spec",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    vanished: {
      message: "The {document} {path} has lost “{title}”.",
      fact: "no row and no sentence of the planning documents took its place; in {base} it is at {place}",
      help: "Put it back, or say where it went; a row with a new title names the former one: “(formerly {title})”.",
    },
  },
  check(context) {
    const { base, facts, report } = context;
    const [now, earlier] = [rowsOf(context.claims), rowsOf(base.model.claims)];
    const titles = new Set(now.map(titleOf));
    for (const row of earlier.filter((one) => !titles.has(titleOf(one)))) {
      const { kind, title, location } = row;
      if (now.some((other) => isSame(row, other)) || hasLostSpec(row, context)) continue;
      if (!facts.paths.read(location.path).ok || isRetitled(row, { now, earlier }) || isToldElsewhere(row, context))
        continue;
      report(
        "vanished",
        { text: title, identity: `${kinds[kind]} ${row.key}`, location: startOf(location.path) },
        { data: { document: kinds[kind], path: location.path, title, ...placeInBase(base, row) } },
      );
    }
  },
});

function rowsOf(claims: Claims): readonly Row[] {
  const rows = [...claims.of("ledger-row"), ...claims.of("roadmap-item")].map((row): Row => {
    const { kind, title, key, location, targets } = row;
    return { kind, title, key, location, specs: targets.map(({ spec }) => spec) };
  });
  return rows.filter(({ key }) => key !== "");
}

function titleOf({ kind, key }: Row): string {
  return `${kind} ${key}`;
}

/** Whether a row is about the same thing, under its title or by what it points at. */
function isSame(row: Row, other: Row): boolean {
  if (row.kind !== other.kind) return false;
  return row.key === other.key || row.specs.some((spec) => other.specs.includes(spec));
}

function hasLostSpec({ specs }: Row, { base, facts }: Context): boolean {
  return specs.some(
    (spec) => base.model.facts.specs.numbered(spec).length > 0 && facts.specs.numbered(spec).length === 0,
  );
}

/** Whether a row that is new in the document has a word of the title. */
function isRetitled(row: Row, { now, earlier }: Readonly<Record<"now" | "earlier", readonly Row[]>>): boolean {
  const known = new Set(earlier.map(titleOf));
  const words = row.key.split(" ").filter((word) => word.length > 3);
  const fresh = now.filter((other) => other.location.path === row.location.path && !known.has(titleOf(other)));
  return fresh.some(({ key }) => words.some((word) => key.split(" ").includes(word)));
}

function isToldElsewhere({ key }: Row, context: Context): boolean {
  return context.facts.archives.find(key) !== undefined || mentions(key, context) >= mentions(key, context.base.model);
}

function mentions(key: string, { claims, facts, settings }: Model): number {
  const rows = rowsOf(claims).map(({ location }) => location.path);
  const paths = [settings.queue, settings.roadmap, settings.ledger, settings.inbox].flatMap(
    (input) => input?.path ?? [],
  );
  return [...new Set([...rows, ...paths])].reduce((sum, path) => {
    const result = facts.paths.read(path);
    return sum + (result.ok ? ` ${entryKey(result.text)} `.split(` ${key} `).length - 1 : 0);
  }, 0);
}
