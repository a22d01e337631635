import type { AuditModel } from "../core/audit-model.ts";
import { entryRoles, type EntryShape } from "../core/claims/claim.ts";
import { planningRoles, type Settings } from "../core/settings.ts";
import { printable, printableJson } from "../reporters/printable.ts";

/** What `init` found: the model as it is read without a configuration, and again with plain bullets as entries. */
export interface DetectedModels {
  readonly model: AuditModel;
  readonly withPlain: AuditModel;
}

/** A commented configuration (JSON with comments) that says what was detected and where to go on. */
export function configDraft(detected: DetectedModels): string {
  const { model } = detected;
  const { settings } = model;
  const keys = [...documentLines(settings), specsLine(model), ...sectionLines(model), ...shapeLines(detected)];
  return [
    "{",
    "  // Written by “queue-lint init” from what it found. Every key is described in docs/configuration.md of queue-lint.",
    '  "$schema": "./node_modules/queue-lint/schema.json",',
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

function documentLines(settings: Settings): string[] {
  const documents = planningRoles.map((role) => [role, settings[role]?.path] as const);
  return documents.map(([role, path]) =>
    path === undefined
      ? `  // "${role}": "docs/product/${role}.md",  // none was found`
      : `  ${JSON.stringify(role)}: ${quoted(path)},`,
  );
}

function specsLine({ facts }: AuditModel): string {
  const {
    root,
    all: { length: count },
  } = facts.specs;
  if (root === undefined) return '  // "specs": "specs",  // no spec directory was found';
  return `  "specs": ${quoted(root)},  // ${count} ${count === 1 ? "package" : "packages"}`;
}

/** Headings with a role need no alias; those without one are listed for the author to decide. */
function sectionLines({ claims }: AuditModel): string[] {
  const sections = claims.of("section");
  const known = sections
    .filter((section) => section.role !== undefined)
    .map((section) => `  // ${section.role ?? ""}: ${printable(section.title)}`);
  const unknown = sections.filter((section) => section.role === undefined);
  const roles = [...entryRoles, "prose"].join(", ");
  return [
    "",
    "  // Sections of the queue, by the role of their headings:",
    ...(known.length === 0 ? ["  // none has a role yet"] : known),
    ...(unknown.length === 0
      ? []
      : [`  // These have no role. They are taken as prose below; move each to the role it has (${roles}).`]),
    unknown.length === 0
      ? '  "sections": {},'
      : `  "sections": { "prose": [${unknown.map((section) => quoted(section.title)).join(", ")}] },`,
  ];
}

function quoted(text: string): string {
  return printableJson(text).trimEnd();
}

function shapeLines({ model, withPlain }: DetectedModels): string[] {
  const counts = new Map<EntryShape, number>();
  for (const { shape } of model.claims.of("candidate")) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const found = [...counts].map(([shape, count]) => `${count} as ${shape}`);
  const plain = withPlain.claims.of("candidate").length - model.claims.of("candidate").length;
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
