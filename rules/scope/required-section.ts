import {
  defineRule,
  insertAfterLine,
  placeOf,
  sourceLines,
  z,
  type EntryRole,
  type Facts,
  type Fix,
  type InputClaim,
  type RuleContext,
  type SectionClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<{ readonly roles: readonly EntryRole[] }, "missing" | "twice">;

export default defineRule({
  meta: {
    description: "Require each needed role to have one section, and no role to have two",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    laxer: { roles: "less" },
    needs: "queue",
  },
  options: z.strictObject({
    roles: z
      .array(z.enum(["active", "manual", "deferred", "promoted", "superseded"]))
      .default(["active"])
      .describe("Roles that the queue must have a section for."),
  }),
  messages: {
    missing: {
      message: "The queue has no section with the role {role}.",
      fact: "the sections with a role are {found}",
      help: "Add a section such as “## {alias}”, or name yours under `sections.{role}` in the configuration.",
    },
    twice: {
      message: "“{title}” is a second section with the role {role}.",
      fact: "“{first}” at line {line} has that role already",
      help: "Merge the two sections, or give one of them another role in the configuration.",
    },
  },
  check(context) {
    const { claims } = context;
    const known = claims.of("section").filter((section) => section.role !== undefined && section.role !== "prose");
    const input = claims.of("input").find(({ role }) => role === "queue");
    // Without a single known section scope/not-empty has said so.
    if (known.length === 0 || input === undefined) return;
    checkTwice(known, context);
    checkMissing(known, input, context);
  },
});

function checkTwice(known: readonly SectionClaim[], { report }: Context): void {
  const first = new Map<string, SectionClaim>();
  for (const section of known) {
    const { title, role = "" } = section;
    const earlier = first.get(role);
    if (earlier === undefined) first.set(role, section);
    else
      report("twice", section, {
        data: { title, role, first: earlier.title, line: earlier.location.line },
        factAt: placeOf(earlier),
      });
  }
}

function checkMissing(
  known: readonly SectionClaim[],
  input: InputClaim,
  { claims, facts, settings, options, report }: Context,
): void {
  const found = known.map((section) => `“${section.title}” (${section.role ?? ""})`).join(", ");
  // Text below an open fence or comment would be part of it.
  const isOpen = claims.of("malformed").some(({ location }) => location.path === input.path);
  for (const role of options.roles.filter((needed) => !known.some((section) => section.role === needed))) {
    const alias = settings.sections[role][0] ?? role;
    const place = { path: input.path, level: known[0]?.level ?? 2, facts };
    report("missing", input, { data: { role, found, alias }, fix: isOpen ? undefined : skeleton(alias, role, place) });
  }
}

/** The empty section at the end of the queue; a manual-only one has to say at once that it is. */
function skeleton(
  heading: string,
  role: string,
  { path, level, facts }: { path: string; level: number; facts: Facts },
): Fix | undefined {
  const source = sourceLines(path, facts);
  if (source === undefined) return undefined;
  const boundary = role === "manual" ? ["", "**Boundary**: manual promotion only, not auto-prep."] : [];
  const lines = [`${"#".repeat(level)} ${heading}`, ...boundary];
  const end = source.text.trimEnd().length;
  const edit = insertAfterLine(source, end, ["", ...lines]);
  // A file that did not end with a line ending does now; blank lines at the end stay below the new section.
  const text = edit.offset === source.text.length ? edit.text + source.ending : edit.text;
  return { kind: "safe", description: `Append the empty section “${heading}”.`, edits: [{ ...edit, text }] };
}
