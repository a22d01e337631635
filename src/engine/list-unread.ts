import type { AuditModel } from "../core/audit-model.ts";
import { readsAsQueue } from "../core/reads-as-queue.ts";
import type { UnreadPart } from "../core/unread-part.ts";

/** Everything that was read as nothing: parts of documents in their order, then files that could not be decoded. */
export function listUnread(model: AuditModel): UnreadPart[] {
  const isQueue = readsAsQueue(model);
  const parts = model.claims
    .of("unread")
    .filter(({ document }) => document !== "queue" || isQueue)
    .map(({ location, reason, text }): UnreadPart => ({ path: location.path, line: location.line, reason, text }));
  return [...parts, ...undecodedFiles(model)];
}

/** Files of a spec package that rules ask for, beside the spec itself. */
const read: ReadonlySet<string> = new Set(["spec.md", "tasks.md"]);

/** Documents and files of spec packages that are there and cannot be read as text. */
function undecodedFiles({ settings, facts }: AuditModel): UnreadPart[] {
  const { queue, roadmap, ledger, inbox, agents } = settings;
  const inputs = [queue, roadmap, ledger, inbox].flatMap((input) => (input === undefined ? [] : [input.path]));
  const packages = facts.specs.all.flatMap(({ path, files }) =>
    files.filter((name) => read.has(name)).map((name) => `${path}/${name}`),
  );
  const units = facts.units.all.flatMap(({ main }) => main ?? []);
  return [...new Set([...inputs, ...agents, ...packages, ...units])].flatMap((path): UnreadPart[] => {
    const result = facts.paths.read(path);
    if (result.ok || result.reason === "missing" || result.reason === "directory") return [];
    return [{ path, line: 1, reason: result.detail }];
  });
}
