import {
  defineRule,
  entryChanges,
  isHollow,
  noOptions,
  splitLines,
  startOf,
  type Facts,
  type RuleContext,
  type Settings,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "deleted" | "emptied">;

interface RequiredFile {
  readonly role: "queue" | "ledger" | "archive";
  readonly path: string;
}

export default defineRule({
  meta: {
    description: "Require queue, ledger and archives of the base to be present and to hold something",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    deleted: {
      message: "The {role} {path} was deleted.",
      fact: "in {base} it is there, with {size}",
      help: "Restore the file. A decision that is not wanted any more belongs into an archive.",
    },
    emptied: {
      message: "The {role} {path} was emptied.",
      fact: "in {base} it held {size}",
      help: "Restore what it held. A decision that is not wanted any more belongs into an archive.",
    },
  },
  check(context) {
    const { model } = context.base;
    for (const file of keptIn(model.settings, model.facts)) {
      const old = model.facts.paths.read(file.path);
      if (old.ok && !isHollow(old.text)) checkFile(file, old.text, context);
    }
  },
});

function checkFile(file: RequiredFile, old: string, context: Context): void {
  const { role, path } = file;
  const now = context.facts.paths.read(path);
  // What is there and cannot be read is reported by scope/input-readable.
  if (now.ok ? !isHollow(now.text) : now.reason !== "missing") return;
  if (role === "queue" ? isArchived(context) : isCopied(old, path, context)) return;
  const claim = { text: path, identity: `${role} ${path}`, location: startOf(path) };
  const data = { role, path, base: context.base.name, size: sizeOf(role, context, old) };
  if (now.ok) context.report("emptied", claim, { data });
  else if (!hasMoved(file, context)) {
    const renamed = context.facts.renamed(path);
    if (renamed.kind === "unknown") context.notChecked(renamed);
    else if (renamed.value === undefined || !context.facts.paths.read(renamed.value).ok)
      context.report("deleted", claim, { data });
  }
}

function keptIn({ queue, ledger }: Settings, { archives }: Facts): RequiredFile[] {
  return [
    ...(queue === undefined ? [] : [{ role: "queue" as const, path: queue.path }]),
    ...(ledger === undefined ? [] : [{ role: "ledger" as const, path: ledger.path }]),
    ...archives.paths.map((path) => ({ role: "archive" as const, path })),
  ];
}

/** Whether another document has its role now. */
function hasMoved({ role, path }: RequiredFile, { settings, facts }: Pick<Context, "settings" | "facts">): boolean {
  const input = role === "archive" ? undefined : settings[role];
  return input !== undefined && input.path !== path && facts.paths.read(input.path).ok;
}

/** Whether every entry is kept in an archive or elsewhere, one by one. */
function isArchived({ claims, facts, base }: Context): boolean {
  const changes = entryChanges({ claims, facts, base });
  return changes.length > 0 && changes.every(({ after, kept }) => after !== undefined || kept !== undefined);
}

/** Whether archives or the queue hold most lines of a document that is gone. */
function isCopied(text: string, path: string, { facts, settings }: Context): boolean {
  const documents = [...facts.archives.paths, ...(settings.queue === undefined ? [] : [settings.queue.path])]
    .filter((one) => one !== path)
    .map((one) => facts.paths.read(one));
  const there = new Set(documents.flatMap((one) => (one.ok ? linesOf(one.text) : [])));
  const lines = linesOf(text);
  return lines.filter((line) => there.has(line)).length >= lines.length * 0.8;
}

function linesOf(text: string): string[] {
  return splitLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function sizeOf(role: RequiredFile["role"], { base }: Context, text: string): string {
  const count =
    role === "queue"
      ? base.model.claims.of("candidate").length
      : role === "ledger"
        ? base.model.claims.of("ledger-row").length
        : linesOf(text).length;
  const what = { queue: ["entry", "entries"], ledger: ["row", "rows"], archive: ["line", "lines"] }[role];
  return `${count} ${what[count === 1 ? 0 : 1] ?? ""}`;
}
