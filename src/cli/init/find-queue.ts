import { buildModel, type Opened } from "../../lint.ts";
import type { AuditModel } from "../../core/audit-model.ts";
import { guessHeading } from "../../config/heading-guesses.ts";

/** Where a document with candidates is looked for that has no conventional name. */
const folders = [
  "",
  "docs",
  "docs/product",
  "docs/planning",
  "docs/project",
  "planning",
  "product",
  "project",
  ".github",
];
const others =
  /^(?:readme|changelog|contributing|license|security|code_of_conduct|roadmap|implementation-ledger|agents|claude|gemini|history|releases?)\b/i;
const mostDocuments = 60;

/** The document whose headings most clearly are those of a queue: two roles at least, with lists below them. Undefined when there is none. */
export function findQueueByContent({
  snapshot,
  model: { settings },
}: Pick<Opened, "snapshot" | "model">): string | undefined {
  const taken = [settings.roadmap?.path, settings.ledger?.path, settings.inbox?.path];
  const paths = folders
    .flatMap((folder) =>
      snapshot
        .entries(folder)
        .filter(({ kind, name }) => kind === "file" && /\.(?:md|markdown)$/i.test(name) && !others.test(name))
        .map(({ name }) => (folder === "" ? name : `${folder}/${name}`)),
    )
    .filter((path) => !taken.includes(path));
  const rated = paths.slice(0, mostDocuments).map((path) => {
    const model = buildModel(snapshot, { ...settings, queue: { path, configured: true } });
    return { path, roles: rolesIn(model).size };
  });
  return rated.filter(({ roles }) => roles >= 2).sort((one, other) => other.roles - one.roles)[0]?.path;
}

/** The roles that sections with a list have, or most probably have. */
function rolesIn({ claims }: AuditModel): Set<string> {
  const sections = claims.of("section").filter(({ mayHoldEntries, role }) => mayHoldEntries && role !== "prose");
  const roles = sections.map(({ role, title }) => role ?? guessHeading(title));
  return new Set(roles.filter((role) => role !== undefined));
}
