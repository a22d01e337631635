import { z } from "zod";
import { entryRoles, type EntryRole, type EntryShape, type SectionRole } from "../core/claims/claim.ts";
import { entryKey, wordKey } from "../core/entry-key.ts";
import { columnNames, fieldNames, phraseNames, type PhraseName } from "../core/settings.ts";
import { stages } from "../core/statuses.ts";
import { faultless, refuseFormer } from "./faultless.ts";
import { formerColumns } from "./former-keys.ts";

export const sectionRoles = [...entryRoles, "prose"] as const satisfies readonly SectionRole[];
const entryShapes = [
  "heading",
  "code",
  "bold",
  "link",
  "arrow",
  "task",
  "plain",
  "row",
] as const satisfies readonly EntryShape[];
export const defaultShapes: readonly EntryShape[] = entryShapes.filter((shape) => shape !== "plain");
export function sections() {
  const aliases = (role: SectionRole) => z.array(faultless(aliasFault)).describe(sectionMeaning[role]).optional();
  return z
    .strictObject(shapeOf(sectionRoles, aliases))
    .superRefine((value, context) =>
      refuseSharedAliases(value, (role, index, message) =>
        context.addIssue({ code: "custom", path: [role, index], message }),
      ),
    )
    .describe("Headings of the queue that name a section of a role, beside the built-in ones.");
}

const sectionMeaning: Readonly<Record<SectionRole, string>> = {
  active: "Headings of candidates that may be picked automatically.",
  manual: "Headings of candidates that only a person may pick.",
  deferred: "Headings of parked candidates.",
  promoted: "Headings of candidates that became specs.",
  superseded: "Headings of candidates that were closed without a spec of their own.",
  prose: "Headings of sections that explain the queue and hold no candidates.",
};

function aliasFault(alias: string): string | undefined {
  return entryKey(alias) === "" ? "it holds no letter or digit" : undefined;
}

/** A status, a priority or the header of a column may be a mere symbol: ✅, #. */
function wordFault(word: string): string | undefined {
  return wordKey(word) === "" ? "it is empty" : undefined;
}

export function entries() {
  const labels = (name: string) =>
    z.array(faultless(aliasFault)).describe(`Labels of the field \`${name}\`, beside the built-in ones.`).optional();
  return z
    .strictObject({
      shapes: z
        .array(z.enum(entryShapes))
        .min(1)
        .meta({ default: defaultShapes })
        .describe("What an entry of the queue may look like."),
      fields: z.strictObject(shapeOf(fieldNames, labels)).describe("Labels that name a known field of an entry."),
    })
    .partial()
    .describe("How entries of the queue are recognised.");
}

/** The vocabulary of each section when the configuration says nothing. */
export const defaultPriorities = {
  active: "levels",
  manual: "ranks",
  deferred: "any",
  promoted: "any",
  superseded: "any",
} as const;

export function priorities() {
  const vocabulary = (role: EntryRole) =>
    z
      .union([z.enum(["levels", "ranks", "any"]), z.array(faultless(wordFault)).min(1)])
      .meta({ default: defaultPriorities[role] })
      .describe(`Priorities of ${role} entries: P0 to P3, ranks from 1, either, or a list of words from high to low.`)
      .optional();
  return z
    .strictObject(shapeOf(entryRoles, vocabulary))
    .describe("Which priorities the entries of a section may have.");
}

export function statuses() {
  const status = z.strictObject({
    name: faultless(wordFault).describe("The status as the documents write it."),
    stage: z.enum(stages).describe("How far a thing with this status is."),
    words: z.array(faultless(wordFault)).describe("Other ways to write it.").optional(),
  });
  return z
    .array(status)
    .min(1)
    .superRefine((statuses, context) => {
      const owners = new Map<string, number>();
      statuses.forEach(({ name, words = [] }, index) => {
        for (const key of [name, ...words].map(wordKey)) {
          if (owners.has(key) && owners.get(key) !== index)
            context.addIssue({
              code: "custom",
              path: [index],
              message: `“${name}” has a word that an earlier status has already; each word belongs to one status`,
            });
          owners.set(key, owners.get(key) ?? index);
        }
      });
    })
    .describe("The statuses, instead of the built-in words: every status that ledger and roadmap may use.");
}

export function columns() {
  const headers = (name: string) =>
    z
      .array(faultless(wordFault))
      .describe(`Header words of the column \`${name}\`, beside the built-in ones.`)
      .optional();
  return z
    .strictObject({
      ...shapeOf(columnNames, headers),
      posture: headers("reportedRole").describe("The former name of `reportedRole`.").meta({ deprecated: true }),
    })
    .superRefine(refuseFormer(formerColumns))
    .describe("Header words of the tables in queue, ledger and roadmap.");
}

const phraseMeaning: Readonly<Record<PhraseName, string>> = {
  boundary: "What a manual-only section says to forbid an automatic pick.",
  preference: "Words that make a boundary a mere preference.",
  permission: "What a boundary says to allow an automatic pick.",
  negation: "Words that make something else of a permission: a refusal, a condition.",
  reason: "Words of reasons that speak of what a person has to decide.",
  hollow: "Reasons that say nothing.",
  empty: "Whole sentences that say that the active section is empty.",
};

export function phrases() {
  const list = (name: PhraseName) =>
    z.array(faultless(aliasFault)).describe(`${phraseMeaning[name]} Beside the built-in ones.`).optional();
  return z
    .strictObject(shapeOf(phraseNames, list))
    .describe("What the queue says in words; a star at the end of a word stands for any ending.");
}

function shapeOf<Key extends string, Schema>(keys: readonly Key[], schema: (key: Key) => Schema): Record<Key, Schema> {
  return Object.fromEntries(keys.map((key) => [key, schema(key)])) as Record<Key, Schema>;
}

/** A heading cannot mean two things. */
function refuseSharedAliases(
  value: Partial<Record<SectionRole, readonly string[] | undefined>>,
  refuse: (role: SectionRole, index: number, message: string) => void,
): void {
  const owners = new Map<string, SectionRole>();
  for (const role of sectionRoles) {
    value[role]?.forEach((alias, index) => {
      const owner = owners.get(entryKey(alias));
      if (owner !== undefined && owner !== role)
        refuse(role, index, `“${alias}” is already under “${owner}”; a heading can have one role only`);
      owners.set(entryKey(alias), owner ?? role);
    });
  }
}
