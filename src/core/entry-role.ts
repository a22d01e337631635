export const entryRoles = ["active", "manual", "deferred", "promoted", "superseded"] as const;
/** The role of a section of the queue that holds candidates, and so of the candidates in it. */
export type EntryRole = (typeof entryRoles)[number];
/** `prose` sections explain the queue and hold no candidates. */
export type SectionRole = EntryRole | "prose";

export type EntryShape = "heading" | "code" | "bold" | "link" | "arrow" | "task" | "plain" | "row";
