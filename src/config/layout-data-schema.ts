import { z } from "zod";
import { relationKinds } from "../core/layout.ts";
import { stages } from "../core/statuses.ts";

const texts = (description: string) => z.array(z.string().min(1)).describe(description);
const dataPath = (description: string) => z.string().min(1).describe(description);

/** Where a file of data holds units. */
export const dataEntrySchema = () =>
  z.strictObject({
    path: dataPath("Keys between dots, `*` for each of a map or list."),
    id: dataPath("Where an entry has its id; `$key` is its key."),
    title: dataPath("Where it has its title.").optional(),
    status: dataPath("Where it has its status; `$value` is the entry itself.").optional(),
    children: dataPath("Where it holds entries of its own.").optional(),
  });

/** Where a unit names others. */
export const relationSchema = (pattern: z.ZodString) =>
  z.strictObject({
    kind: z.enum(relationKinds).describe("What the other is to the unit."),
    unit: z.string().min(1).describe("The kind of the other."),
    labels: texts("Keys of the front matter, or paths inside an entry.").optional(),
    id: z.string().min(1).describe("The id of the other by parts of the own name: `epic-{number}`.").optional(),
    pattern: pattern
      .describe("Regular expression of a whole name with the group `id`; the lines at the top are read, too.")
      .optional(),
  });

/** Where a document of data holds records. */
export const dataRecordsSchema = () =>
  z.strictObject({
    path: dataPath("Keys between dots, `*` for each of a map or list."),
    key: z.string().min(1).describe("Regular expression for the keys that are records.").optional(),
    references: texts("Where a record names its units; `$key` is its key, `$value` itself."),
    title: dataPath("Where it has its title.").optional(),
    status: dataPath("Where it has its status.").optional(),
    says: z.string().min(1).describe("The status that being in the list says.").optional(),
  });

/** What may be picked up. */
export const nextSchema = () =>
  z.strictObject({
    unit: z.string().min(1).describe("The kind of unit."),
    name: z.string().min(1).describe("Regular expression for the whole names of those that may be picked.").optional(),
    folders: z.array(z.string()).describe("Folders that hold them; all live ones without it.").optional(),
    document: z.string().min(1).describe("The key of the document whose rows are the list to pick from.").optional(),
    stages: z
      .array(z.enum(stages))
      .min(1)
      .describe("Stages of a status that make a unit free; without them, a task list without a ticked box does.")
      .optional(),
    inOrder: z.boolean().describe("Whether everything before a unit must be done first.").optional(),
    priority: z
      .strictObject({
        labels: texts("Labels or header words, in lower case."),
        values: texts("Values, the first one first."),
      })
      .describe("What comes first.")
      .optional(),
    taken: texts("Labels of who has taken it, in lower case.").optional(),
    dependencies: texts("Header words of the cells that name what must be done before.").optional(),
  });
