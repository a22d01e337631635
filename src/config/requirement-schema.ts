import { z } from "zod";
import { deltaKinds } from "../core/requirement.ts";

const words = (description: string) => z.array(z.string().min(1)).min(1).describe(description);

/** How the requirements of a unit are written, and what it does to those of others. */
export function requirementSchema() {
  return z
    .strictObject({
      headings: words("What the heading of a requirement begins with, before a colon, in lower case."),
      scenarios: words("Likewise of a scenario."),
      deltas: z
        .strictObject({
          of: z.string().min(1).describe("The kind of unit that is changed; it is below the same directory."),
          directory: z.string().min(1).describe("The directory with one directory for each specification."),
          file: z.string().min(1).describe("The file in it."),
          sections: z
            .record(z.enum(deltaKinds), words("Headings."))
            .describe("Headings by what is done to what is below."),
          from: words("Labels of the former name of what is renamed."),
          to: words("Labels of its new name."),
        })
        .describe("What a unit does to the requirements of others.")
        .optional(),
    })
    .describe("How requirements are written.");
}
