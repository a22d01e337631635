import fc from "fast-check";

export type Files = Readonly<Record<string, string>>;

const adjectives = ["amber", "brisk", "calm", "dusty", "early", "faint", "grand", "hollow", "ivory", "jagged"];
const nouns = ["lantern", "harbour", "orchard", "ferry", "quarry", "meadow", "chapel", "viaduct", "windmill", "cellar"];
const things = ["survey", "ledger", "timetable", "catalogue", "inventory", "booking", "archive", "forecast"];

/** Titles that share no two words, so that none of them is another one with a typing mistake. */
const titles = fc.shuffledSubarray(
  adjectives.map(
    (adjective, index) => `${capital(adjective)} ${nouns[index] ?? ""} ${things[index % things.length] ?? ""}`,
  ),
  { minLength: 8, maxLength: 10 },
);

interface Shape {
  readonly names: readonly string[];
  readonly promoted: number;
  readonly levels: readonly number[];
  readonly heading: boolean;
  readonly crlf: boolean;
  readonly bom: boolean;
  readonly done: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  names: titles,
  promoted: fc.integer({ min: 0, max: 3 }),
  levels: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }).map((levels) => levels.sort()),
  heading: fc.boolean(),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  done: fc.boolean(),
});

/** A repository whose documents agree with it in every respect: an audit finds nothing. */
export const cleanRepository: fc.Arbitrary<Files> = shape.map((one) => withEndings(consistent(one), one));

/** A repository of which some lines were deleted, doubled, exchanged or changed by a character. */
export const driftedRepository: fc.Arbitrary<Files> = fc
  .tuple(
    cleanRepository,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("delete", "double", "swap", "digit", "word")), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([files, changes]) =>
    changes.reduce((current, [which, line, act]) => drift(current, { which, line, act }), files),
  );

function consistent({ names, promoted, levels, heading, done }: Shape): Files {
  const left = [...names];
  const take = (count: number): string[] => left.splice(0, count);
  const specced = take(promoted);
  const active = take(levels.length);
  const [manual, deferred, superseded] = [take(1), take(1), take(1)];
  const entry = (title: string, fields: readonly string[]): string =>
    heading
      ? [`### ${title}`, "", ...fields.map((field) => `- ${field}`), ""].join("\n")
      : [`- **${title}**`, ...fields.map((field) => `  - ${field}`)].join("\n");
  const queue = [
    "# Spec candidates",
    "",
    "## Active",
    "",
    ...active.map((title, index) =>
      entry(title, [`**Priority**: P${levels[index] ?? 1}`, "**Problem**: it is missed every week."]),
    ),
    "",
    "## Manual promotion only",
    "",
    "**Boundary**: manual promotion only; no automatic pick.",
    "",
    ...manual.map((title) =>
      entry(title, [
        "**Priority**: 1",
        "**Why manual promotion only**: the board decides.",
        "**Anchors**: `docs/product/roadmap.md`",
      ]),
    ),
    "",
    "## Deferred",
    "",
    ...deferred.map((title) => entry(title, ["**Reason**: nobody has time."])),
    "",
    "## Promoted to spec",
    "",
    ...specced.map((title, index) => `- ${title} -> Spec ${number(index)} (\`${slug(title)}\`)`),
    "",
    "## Superseded",
    "",
    ...superseded.map((title) => entry(title, ["**Reason**: rejected, the need went away."])),
    "",
  ].join("\n");
  const status = done ? "implemented" : "in progress";
  const ledger = [
    "# Implementation ledger",
    "",
    "| Capability | Status | Spec |",
    "|---|---|---|",
    ...specced.map((title, index) => `| ${title} | ${status} | Spec ${number(index)} |`),
    "",
  ].join("\n");
  const roadmap = ["# Roadmap", "", "## Later", "", ...deferred.map((title) => `- ${title}`), ""].join("\n");
  const specs = specced.map((title, index): Files => ({
    [`specs/${number(index)}-${slug(title)}/spec.md`]: `# Feature Specification: ${title}\n\n**Status**: ${done ? "Implemented" : "In progress"}\n\nVisitors can rely on it in every season of the year.\n`,
    [`specs/${number(index)}-${slug(title)}/plan.md`]: "# Plan\n\nOne table.\n",
    [`specs/${number(index)}-${slug(title)}/tasks.md`]: `# Tasks\n\n- [x] T001 Begin\n- [${done ? "x" : " "}] T002 End\n`,
  }));
  return Object.assign(
    {
      "docs/product/spec-candidates.md": queue,
      "docs/product/implementation-ledger.md": ledger,
      "docs/product/roadmap.md": roadmap,
      "specs/README.md": "# Specs\n",
    },
    ...specs,
  ) as Files;
}

function withEndings(files: Files, { crlf, bom }: Shape): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      `${bom ? "\uFEFF" : ""}${crlf ? text.replaceAll("\n", "\r\n") : text}`,
    ]),
  );
}

function drift(files: Files, { which, line, act }: { which: number; line: number; act: string }): Files {
  const paths = Object.keys(files);
  const path = paths[which % paths.length] ?? "";
  const lines = (files[path] ?? "").split("\n");
  const at = line % lines.length;
  const other = (line * 7 + 3) % lines.length;
  const own = lines[at] ?? "";
  if (act === "delete") lines.splice(at, 1);
  else if (act === "double") lines.splice(at, 0, own);
  else if (act === "swap") [lines[at], lines[other]] = [lines[other] ?? "", own];
  else
    lines[at] =
      act === "digit" ? own.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : own.replace(/\w+/, "parrot");
  return { ...files, [path]: lines.join("\n") };
}

function number(index: number): string {
  return String(index + 1).padStart(3, "0");
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
