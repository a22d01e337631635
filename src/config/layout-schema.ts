import { z } from "zod";
import {
  boxStates,
  recordColumns,
  unitShapes,
  type DocumentSource,
  type Layout,
  type UnitSource,
} from "../core/layout.ts";
import { stages } from "../core/statuses.ts";
import { readers } from "../readers/index.ts";
import { dataEntrySchema, dataRecordsSchema, nextSchema, relationSchema } from "./layout-data-schema.ts";
import { statusReaders } from "../units/status-sources/index.ts";
import { requirementSchema } from "./requirement-schema.ts";

/** A layout as a preset or a user writes it: everything but what it adds or changes comes from the layout that it extends. */
export type LayoutData = Partial<
  Omit<Layout, "units" | "documents" | "statuses" | "boxes" | "columns"> & {
    readonly $schema: string;
    readonly extends: string;
    readonly units: Readonly<Record<string, Partial<UnitSource>>>;
    readonly documents: Readonly<Record<string, Partial<DocumentSource>>>;
    readonly statuses: Partial<Layout["statuses"]>;
    readonly boxes: Partial<Omit<Layout["boxes"], "marks"> & { readonly marks: Partial<Layout["boxes"]["marks"]> }>;
    readonly columns: Partial<Layout["columns"]>;
  }
>;

const longestPattern = 500;

const texts = (description: string) => z.array(z.string().min(1)).describe(description);
const words = (description: string) => texts(description).optional();
const pathPattern = () =>
  z.string().superRefine((text, context) => {
    const fault = pathPatternFault(text);
    if (fault !== undefined) context.addIssue({ code: "custom", message: `“${text}” cannot be used: ${fault}` });
  });
const namePattern = (groups: readonly string[]) =>
  z.string().superRefine((text, context) => {
    const fault = expressionFault(text, groups);
    if (fault !== undefined) context.addIssue({ code: "custom", message: `“${text}” cannot be used: ${fault}` });
  });

const unitGroups = ["id", "number", "slug", "date"];
const identityGroups = ["id", "number", "slug"];
const kindsOf = (table: Readonly<Record<string, unknown>>) => z.enum(Object.keys(table) as [string, ...string[]]);

const folderSchema = () =>
  z.strictObject({
    state: z.enum(["live", "archived"]).describe("Whether units in the folder are still worked on."),
    status: z.string().min(1).describe("The status that lying in the folder says.").optional(),
    name: namePattern(unitGroups)
      .describe("Regular expression for the names in this folder, when they differ.")
      .optional(),
  });

const statusSourceSchema = () =>
  z.strictObject({
    kind: kindsOf(statusReaders).describe("How the status is written."),
    file: z.string().min(1).describe("The file, when it is not the main one.").optional(),
    labels: words("Labels, headings or keys, in lower case."),
    final: words("Words that this place ends with, and which contradict no other place."),
  });

const identitySchema = () =>
  z.strictObject({
    kind: z.enum(["heading", "field"]).describe("Where the identity is repeated."),
    file: z.string().min(1).describe("The file, when it is not the main one.").optional(),
    labels: words("Labels of the field, in lower case."),
    pattern: namePattern(identityGroups).describe("Regular expression with a group `id`, `number` or `slug`."),
  });

const unitSchema = () =>
  z
    .strictObject({
      roots: z.array(pathPattern()).min(1).describe("Patterns of the directories that hold the units."),
      shape: z.enum(unitShapes).describe("What a unit is."),
      entries: dataEntrySchema().describe("Of a file of data, where its entries are.").optional(),
      name: namePattern(unitGroups).describe(
        "Regular expression for a whole name, with the groups `id`, `number`, `slug` or `date`.",
      ),
      ignore: texts("Patterns of names that are not units."),
      requires: texts("Of a directory, one of these files must be there."),
      main: texts("Names of the document that speaks for the unit, in order of preference."),
      tasks: z
        .union([texts("Names of the file with the boxes."), z.boolean()])
        .describe("Where the boxes are; true for the file itself."),
      keepsBoxes: z.boolean().describe("Whether boxes are ticked when the work is done."),
      folders: z
        .record(z.string(), folderSchema())
        .describe('Folders below the root that hold units; the key "" is the root.'),
      statuses: z
        .array(statusSourceSchema())
        .describe("Where a unit states its status, the most authoritative place first."),
      identities: z.array(identitySchema()).describe("Places that repeat what the name says."),
      requirements: requirementSchema(),
      fields: texts("Labels of the front matter, or paths inside an entry, that `next` asks for."),
      relations: z.array(relationSchema(namePattern(["id"]))).describe("Where a unit names others."),
    })
    .partial();

const documentSchema = () =>
  z
    .strictObject({
      paths: z.array(pathPattern()).min(1).describe("Patterns of paths."),
      readers: z.array(kindsOf(readers)).min(1).describe("How its records are written."),
      units: texts("The kinds of unit that it lists; empty for any."),
      complete: z.boolean().describe("Whether each live unit is expected to have a row."),
      records: z.array(dataRecordsSchema()).describe("Where a document of data holds its records."),
    })
    .partial();

/** The schema of presets and of layouts in the configuration alike. */
export function layoutSchema(): z.ZodType<LayoutData, LayoutData> {
  const schema = z
    .strictObject({
      $schema: z.string().describe("Address or path of the JSON schema, for completion in editors."),
      name: z.string().min(1).describe("The name of the layout."),
      title: z.string().min(1).describe("How people call it."),
      extends: z
        .string()
        .min(1)
        .describe("The name of a layout, or the path of a JSON file, whose keys it takes over."),
      detect: z.array(pathPattern()).describe("Patterns of paths; one that exists proves the layout."),
      units: z.record(z.string(), unitSchema()).describe("Where units are, by kind."),
      documents: z.record(z.string(), documentSchema()).describe("Lists and tables about units."),
      references: z
        .array(
          z.strictObject({
            unit: z.string().min(1).describe("The kind of unit."),
            pattern: namePattern(identityGroups).describe("Regular expression with a group `id`, `number` or `slug`."),
          }),
        )
        .describe("How prose names a unit."),
      statuses: z
        .partialRecord(z.enum(stages), texts("Words."))
        .describe("Status words beside the built-in ones, by stage."),
      boxes: z
        .strictObject({
          marks: z.partialRecord(z.enum(boxStates), z.array(z.string())).describe("What the mark of a box means."),
          setAside: texts("Words of an open box that was left open on purpose."),
          closing: texts("Headings above boxes that are done after the unit is."),
          preparing: texts("Headings above boxes that prepare the work."),
          creating: texts("Verbs and labels before a file that does not exist before the work."),
          archiving: texts("Words of a box that asks for the unit to be archived."),
        })
        .partial()
        .describe("What boxes mean."),
      ambiguous: texts("Status words that say nothing of how a unit ended."),
      historical: texts("Words at the top of a document that says that its statuses are those of the past."),
      next: nextSchema().describe("What may be picked up; absent where nothing says what is free."),
      columns: z.partialRecord(z.enum(recordColumns), texts("Words.")).describe("Header words of tables."),
    })
    .partial();
  // Spelt out, the type would be a large part of all that is published.
  return schema as unknown as z.ZodType<LayoutData, LayoutData>;
}

/** A preset, the path of a JSON file, or the layout itself. */
export function layoutChoice() {
  return z.union([z.string().min(1), layoutSchema()]);
}

function pathPatternFault(pattern: string): string | undefined {
  if (pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || pattern.split("/").includes(".."))
    return "it leaves the repository; write a path from the root";
  if (pattern.includes("**")) return "it would look everywhere; write one `*` for each directory on the way";
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  return segments.every((segment) => /^\*+$/.test(segment))
    ? "it matches everything; name at least one directory or file"
    : undefined;
}

function expressionFault(pattern: string, groups: readonly string[]): string | undefined {
  if (pattern.length > longestPattern) return `it has more than ${longestPattern} characters`;
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    return `it is not a regular expression (${(error as Error).message.split(": ").at(-1)})`;
  }
  const named = Object.keys(new RegExp(`(?:${pattern})|`, "u").exec("")?.groups ?? {});
  if (!named.some((group) => groups.includes(group)))
    return `it has none of the groups ${groups.map((group) => `(?<${group}>…)`).join(", ")}`;
  return undefined;
}
