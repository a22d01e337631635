import type { AuditModel } from "../../core/audit-model.ts";
import { entryRoles, type EntryShape, type SectionClaim } from "../../core/claims/claim.ts";
import { planningRoles } from "../../core/settings.ts";
import { schemaAddress } from "../../config/json-schema.ts";
import { readsAsQueue } from "../../core/reads-as-queue.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import type { Project } from "./read-project.ts";

/** A commented configuration (JSON with comments) that says what was detected and where to go on. */
export function configDraft(project: Project): string {
  const keys = [...documentLines(project), ...specLines(project), ...statusLines(project), ...queueLines(project)];
  return [
    "{",
    "  // Written by “queue-lint init” from what it found. Every key is described in docs/configuration.md of queue-lint.",
    `  "$schema": "${schemaAddress}",`,
    "",
    "  // recommended, strict, agent or adopt (everything reported, nothing fails).",
    '  "preset": "recommended",',
    "",
    ...keys,
    "",
    "  // Severities and options of single rules, such as:",
    '  // "promotion/spec-exists": ["error", { "ignore": [12] }]',
    '  "rules": {}',
    "}",
    "",
  ].join("\n");
}

function documentLines({ model, foundByContent }: Project): string[] {
  const { settings } = model;
  return planningRoles.map((role) => {
    const path = settings[role]?.path;
    if (path === undefined) return `  // "${role}": "docs/product/${role}.md",  // none was found`;
    if (role !== "queue") return `  ${JSON.stringify(role)}: ${quoted(path)},`;
    // A document that is kept in another way is no queue: naming it as one would only fail.
    if (!readsAsQueue(withQueueAsGuess(model)))
      return `  "queue": false,  // ${printable(path)} has no section with a role`;
    return `  "queue": ${quoted(path)},${foundByContent ? "  // a guess, by its headings" : ""}`;
  });
}

function withQueueAsGuess({ claims, settings }: AuditModel): Pick<AuditModel, "claims" | "settings"> {
  const { queue } = settings;
  return { claims, settings: queue === undefined ? settings : { ...settings, queue: { ...queue, isGuess: true } } };
}

function specLines({ model: { facts }, pattern }: Project): string[] {
  const { root, all } = facts.specs;
  if (root === undefined) return ['  // "specs": "specs",  // no spec directory was found'];
  const count = pattern?.fits ?? all.length;
  const packages = `${count} ${count === 1 ? "package" : "packages"}`;
  if (pattern === undefined) return [`  "specs": ${quoted(root)},  // ${packages}`];
  return [
    `  // The pattern is a guess: it fits ${pattern.fits} of ${pattern.of} directories, the default ${all.length}.`,
    `  "specs": { "root": ${quoted(root)}, "pattern": ${quoted(pattern.pattern)} },`,
  ];
}

function statusLines({ unknownStatuses }: Project): string[] {
  if (unknownStatuses.size === 0) return [];
  const words = [...unknownStatuses].slice(0, 8).map(([word, count]) => `“${printable(word)}” (${count})`);
  return [
    "",
    `  // Status words of specs that are not among the known ones, and are not compared: ${words.join(", ")}.`,
    '  // "statuses": [{ "name": "…", "stage": "started" }] says what each means.',
  ];
}

function queueLines(project: Project): string[] {
  if (project.model.settings.queue === undefined) return [];
  return [...sectionLines(project), ...shapeLines(project)];
}

/** Headings with a role need no alias; the role of the others is a guess, or prose, for the author to decide. */
function sectionLines({ model, withPlain, sections }: Project): string[] {
  const reading = readsBullets(model, plainCount({ model, withPlain })) ? withPlain : model;
  const titles = new Set(sections.map(({ title }) => title));
  const known = reading.claims.of("section");
  const own = sections.filter(({ role }) => role !== "prose" || titles.size > 0);
  const roles = [...entryRoles, "prose" as const].flatMap((role) => {
    const named = own.filter((section) => section.role === role).map(({ title }) => quoted(title));
    return named.length === 0 ? [] : [`"${role}": [${named.join(", ")}]`];
  });
  return [
    "",
    "  // Sections of the queue, by the role of their headings:",
    ...(known.length === 0
      ? ["  // the document has no second-level heading"]
      : known.map((one) => `  // ${sectionWords(one, reading, sections)}`)),
    ...(sections.length === 0
      ? []
      : [`  // Move each heading to the role it has (${[...entryRoles, "prose"].join(", ")}); prose is never judged.`]),
    `  "sections": {${roles.length === 0 ? "" : ` ${roles.join(", ")} `}},`,
  ];
}

/** “Next up”: active (a guess); 3 bullets, reads as 3 entries */
function sectionWords(
  { title, role, bullets }: SectionClaim,
  { claims }: AuditModel,
  sections: Project["sections"],
): string {
  const own = sections.find((section) => section.title === title);
  const doubt = own === undefined ? "" : own.isGuess ? " (a guess)" : " (nothing speaks for another role)";
  const entries = claims.of("candidate").filter((candidate) => candidate.section === title).length;
  const reads =
    role === "prose"
      ? ""
      : `; ${plural(bullets, "bullet", "bullets")}, reads as ${plural(entries, "entry", "entries")}`;
  return `“${printable(title)}”: ${role ?? "no role"}${doubt}${reads}`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function plainCount({ model, withPlain }: Pick<Project, "model" | "withPlain">): number {
  return withPlain.claims.of("candidate").length - model.claims.of("candidate").length;
}

function quoted(text: string): string {
  return printableJson(text).trimEnd();
}

function shapeLines({ model, withPlain }: Project): string[] {
  const counts = new Map<EntryShape, number>();
  for (const { shape } of model.claims.of("candidate")) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const found = [...counts].map(([shape, count]) => `${count} as ${shape}`);
  const plain = plainCount({ model, withPlain });
  const said = [
    "",
    `  // Entries were found ${found.length === 0 ? "in no shape" : `in these shapes: ${found.join(", ")}`}.`,
  ];
  if (!readsBullets(model, plain))
    return [...said, `  // "entries": { "shapes": ${JSON.stringify(model.settings.shapes)} },`];
  return [
    ...said,
    `  // ${plain} short bullets without markup look like entries too, so “plain” is added to the shapes.`,
    `  "entries": { "shapes": ${JSON.stringify([...model.settings.shapes, "plain"])} },`,
  ];
}

/** Plain bullets are taken as entries only where no other shape is in use: elsewhere they are notes. */
function readsBullets({ claims }: AuditModel, plain: number): boolean {
  const bulletEntries = claims.of("candidate").filter((candidate) => candidate.shape !== "heading").length;
  return plain > 0 && bulletEntries === 0;
}
