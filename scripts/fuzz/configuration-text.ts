import fc from "fast-check";
import { rules } from "../../rules/index.ts";
import { hostileText } from "./hostile-text.ts";

const path = fc.constantFrom(
  "docs/product/spec-candidates.md",
  "docs/product/roadmap.md",
  "docs/product/implementation-ledger.md",
  "specs",
  "specs/",
  "./specs",
  "../x",
  "/etc/passwd",
  "",
  ".",
  "a\\b",
  "C:/x",
  "docs/product",
  "nowhere.md",
  "baseline.json",
  "queue-lint.config.json",
);
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      "active",
      "Ready",
      "later",
      "P1",
      "Status",
      "status",
      "implemented",
      "planned",
      "heading",
      "bold",
      "plain",
      "code",
    ),
    hostileText,
  ),
  { maxLength: 4 },
);
const severity = fc.constantFrom(
  "error",
  "warning",
  "info",
  "off",
  "fatal",
  1,
  null,
  ["error"],
  ["error", {}],
  ["off", { x: 1 }],
  [],
);
const pattern = fc.constantFrom(
  "^(?<number>\\d+)-(?<slug>.+)$",
  "(?<number>a)(?<slug>b)",
  "(",
  "(a+)+$",
  "^(?<number>\\d+)-(?<slug>(a|a)*)$",
  "^(?<number>)(?<slug>)$",
  "(?<number>.*)(?<slug>.*)",
  "(?<slug>[^-]*)-(?<number>\\w+)|x",
  "\\",
);
const anything = fc.jsonValue({ maxDepth: 3 });

/** A value for each key of the configuration: one that fits, or one that nearly does. */
const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  $schema: hostileText,
  preset: fc.constantFrom("recommended", "all", "strict", "minimal", "none", "constructor"),
  queue: path,
  roadmap: fc.oneof(path, fc.constant(false)),
  ledger: fc.oneof(path, fc.constant(false)),
  inbox: path,
  staging: path,
  baseline: path,
  specs: fc.oneof(
    path,
    fc.constant(false),
    fc.record({ root: path, pattern, files: fc.oneof(words, fc.array(path, { maxLength: 2 })) }, { requiredKeys: [] }),
  ),
  agents: fc.array(
    fc.constantFrom("AGENTS.md", "**/*.md", "**", "{a,b", "[", "!(x)", "../**", "+(a|b)+(c)", "{1..99999}", ""),
    { maxLength: 3 },
  ),
  sections: fc.record(
    {
      active: words,
      manual: words,
      deferred: words,
      promoted: words,
      superseded: words,
      prose: words,
      __proto__x: words,
    },
    { requiredKeys: [] },
  ),
  entries: fc.record(
    {
      shapes: words,
      fields: fc.dictionary(fc.constantFrom("priority", "reason", "status", "__proto__", "review"), words),
      as: words,
    },
    { requiredKeys: [] },
  ),
  priorities: fc.record(
    { active: fc.oneof(words, fc.constantFrom("levels", "ranks", "any", "many")), manual: words },
    { requiredKeys: [] },
  ),
  statuses: fc.oneof(
    words,
    fc.dictionary(
      fc.constantFrom("planned", "drafted", "approved", "started", "partial", "implemented", "closed", "nothing"),
      words,
    ),
    anything,
  ),
  columns: fc.dictionary(
    fc.constantFrom("title", "status", "evidence", "reportedRole", "posture", "order", "toString"),
    words,
  ),
  plugins: fc.array(fc.constantFrom("./rules.js", "queue-lint-plugin-x", "../x.js", "http://x", ""), { maxLength: 2 }),
  rules: fc.dictionary(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...rules.map(({ id }) => id)) },
      { weight: 1, arbitrary: hostileText },
    ),
    fc.oneof({ weight: 6, arbitrary: severity }, { weight: 1, arbitrary: anything }),
    { maxKeys: 4 },
  ),
};

/** A configuration by the grammar of its keys, now and then with a value of any kind or a key that nobody knows. */
const configuration = fc
  .tuple(
    fc.record(
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: anything }),
        ]),
      ),
      { requiredKeys: [] },
    ),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.dictionary(hostileText, anything, { maxKeys: 2 }) },
    ),
  )
  .map(([known, unknown]) => ({ ...known, ...unknown }));

/** The text of a configuration, as JSON. */
export const configurationText: fc.Arbitrary<string> = configuration.map((value) => JSON.stringify(value, null, 2));

/** A line of a configuration in JSON or YAML. */
export const configurationLine: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.keys(values)), anything)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)},`),
  fc
    .tuple(
      fc.constantFrom(...Object.keys(values)),
      fc.constantFrom(
        "&a x",
        "*a",
        "!!js/function x",
        "|",
        ">",
        "? x",
        "[a, b",
        "{a: b}",
        "~",
        "yes",
        "0x1F",
        "2026-01-01",
        "<<: *a",
        '"\\u0000"',
      ),
    )
    .map(([key, value]) => `${key}: ${value}`),
  fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    "// x",
    "/* x",
    "# x",
    "---",
    "%YAML 1.1",
    "- x",
    '"',
    "null",
    "1e999",
    '"\\ud800"',
    '"__proto__": {"x": 1},',
  ),
  hostileText,
);
