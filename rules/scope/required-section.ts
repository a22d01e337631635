import {
  defineRule,
  emptySection,
  placeOf,
  z,
  type EntryRole,
  type InputClaim,
  type RuleContext,
  type SectionClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<{ readonly roles: readonly EntryRole[] }, "missing" | "twice" | "lost" | "label">;

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
      help: "{help}",
    },
    lost: {
      message: "“{title}” reads like the heading of the section with the role {role}, but is {form}.",
      fact: "no section has that role, so what is below the line belongs to the section above it",
      help: "Write it as “{heading}” on a line of its own, after a blank line.",
    },
    label: {
      message: "“{title}” may be meant as the heading of the section with the role {role}, but is {form}.",
      fact: "no section has that role, so what is below the line belongs to the section above it",
      help: "Write it as “{heading}” if it begins a section.",
      isAdvisory: true,
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
    checkLost(known, context);
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

/** A role that had a section until its heading lost its shape. */
function checkLost(known: readonly SectionClaim[], { claims, report }: Context): void {
  const marks = "#".repeat(known[0]?.level ?? 2);
  for (const line of claims.of("lost-heading")) {
    const { title, role, form, certain } = line;
    report(certain ? "lost" : "label", line, { data: { title, role, form, heading: `${marks} ${title}` } });
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
  const told = claims.of("lost-heading");
  const missing = options.roles.filter(
    (needed) =>
      !known.some((section) => section.role === needed) &&
      !told.some(({ role, certain }) => certain && role === needed),
  );
  // An empty section beside the work would hide that nobody reads it.
  const unplaced = claims.of("section").find((section) => section.role === undefined && section.mayHoldEntries);
  for (const role of missing) {
    const alias = settings.sections[role][0] ?? role;
    const place = { path: input.path, level: known[0]?.level ?? 2, facts };
    report("missing", input, {
      data: { role, found, help: helpFor(role, alias, unplaced) },
      fix: isOpen || unplaced !== undefined ? undefined : emptySection(alias, role, place),
    });
  }
}

function helpFor(role: string, alias: string, unplaced: SectionClaim | undefined): string {
  if (unplaced === undefined)
    return `Add a section such as “## ${alias}”, or name yours under \`sections.${role}\` in the configuration.`;
  const { title, location } = unplaced;
  return `If “${title}” at line ${location.line} is that section, name it under \`sections.${role}\` in the configuration; else add “## ${alias}”.`;
}
