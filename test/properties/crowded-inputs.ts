import { ledgerPath, number, queue, queuePath, repeated, title, type Files } from "./input-parts.ts";

/** What once grew faster than its size, or is like what did: relations of all with all, lines that the parser looks back from, and data. */
export const crowdedInputs: Readonly<Record<string, (size: number) => Files>> = {
  "lines outside of their list": (size) => ({ [queuePath]: `${queue}- a\n${"b\n".repeat(40 * size)}` }),
  "lines outside of their quote": (size) => ({ [queuePath]: `${queue}> a\n${"b\n".repeat(40 * size)}` }),
  "many items with lines outside of them": (size) => ({
    [queuePath]: queue + repeated((index) => `- ${title(index)}\n${"words\n".repeat(20)}`, size),
  }),
  "entries that all depend on each other": (size) => {
    const all = Array.from({ length: Math.round(Math.sqrt(10 * size)) }, (_, index) => title(index));
    const needed = all.map((name) => `\`${name}\``).join(", ");
    return { [queuePath]: queue + all.map((name) => `### ${name}\n\n- **Depends on**: ${needed}\n\n`).join("") };
  },
  "entries that all supersede each other": (size) => {
    const all = Array.from({ length: Math.round(Math.sqrt(4 * size)) }, (_, index) => title(index));
    const gone = all.map((name) => `- **Superseded by**: ${name}\n`).join("");
    return {
      [queuePath]: `# Spec candidates\n\n## Superseded\n\n${all.map((name) => `### ${name}\n\n${gone}\n`).join("")}`,
    };
  },
  "entries that say what they supersede": (size) => ({
    [queuePath]: `${queue}${repeated((index) => `### ${title(index)}\n\n- **Supersedes**: \`${title(index + size)}\`\n\n`, size)}## Superseded\n\n${repeated((index) => `- **${title(index + size)}**: superseded by \`${title(index)}\`\n`, size)}`,
  }),
  "keys of front matter": (size) => ({
    [queuePath]: `---\n${repeated((index) => `key-${String(index)}: words\n`, 4 * size)}---\n\n${queue}`,
  }),
  "anchors and aliases of front matter": (size) => ({
    [queuePath]: `---\n${repeated((index) => `key-${String(index)}: &a${String(index)} [*a${String(Math.max(0, index - 1))}, x]\n`, size)}---\n\n${queue}`,
  }),
  "paragraphs just below the limit": (size) => ({
    [queuePath]: queue + `${"*a ".repeat(400)}\n\n`.repeat(Math.ceil(size / 10)),
  }),
  "comments that disable and give no reason": (size) => ({
    [queuePath]:
      queue + repeated((index) => `<!-- queue-lint-disable active/exclusive -->\n\n### ${title(index)}\n\n`, size),
  }),
  "links with definitions": (size) => ({
    [queuePath]:
      queue +
      repeated((index) => `- **${title(index)}**: [a${String(index)}]\n`, size) +
      repeated((index) => `\n[a${String(index)}]: docs/${String(index)}.md\n`, size),
  }),
  "cells of one table": (size) => ({
    [ledgerPath]: `# Ledger\n\n|${" a |".repeat(size)}\n|${"---|".repeat(size)}\n${`|${" b |".repeat(size)}\n`.repeat(8)}`,
  }),
  "short rows of a wide table": (size) => ({
    [ledgerPath]: `# Ledger\n\n|${" a |".repeat(40)}\n|${"---|".repeat(40)}\n${"| b |\n".repeat(size)}`,
  }),
  "rows of an index of units": (size) => ({
    "docs/adr/0001-seat-maps.md": "# 1. Seat maps\n\n## Status\n\nAccepted\n",
    "docs/adr/README.md": `# Decisions\n\n| ADR | Title | Status |\n|---|---|---|\n${repeated((index) => `| [${number(index)}](0${number(index)}-a.md) | ${title(index)} | Accepted |\n`, size)}`,
  }),
  "units that name each other": (size) => {
    const count = Math.round(Math.sqrt(10 * size));
    const names = repeated((index) => `ADR-0${number(index)} `, count);
    return Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `docs/adr/0${number(index)}-${title(index).replaceAll(" ", "-")}.md`,
        `# ${String(index + 1)}. ${title(index)}\n\n## Status\n\nAccepted\n\nAmends ${names}\n`,
      ]),
    );
  },
  "tasks of a data document": (size) => ({
    ".taskmaster/tasks/tasks.json": JSON.stringify({
      master: {
        tasks: Array.from({ length: size }, (_, index) => ({
          id: index + 1,
          title: title(index),
          status: index % 2 === 0 ? "done" : "pending",
          dependencies: [index, index + 2],
          subtasks: [],
        })),
      },
    }),
  }),
  "changes in an archive": (size) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `openspec/changes/${index % 2 === 0 ? "archive/2026-01-02-" : ""}${title(index).replaceAll(" ", "-")}/tasks.md`,
        `## 1. Work\n\n- [x] 1.1 ${title(index)}\n`,
      ]),
    ),
  "items that are not read": (size) => ({
    [queuePath]: `${queue}- **Seat maps**: words\n${repeated((index) => `- Hall ${title(index)}\n`, size)}`,
  }),
  "rows that are not read": (size) => ({
    [queuePath]: `${queue}- **Seat maps**: words\n\n| Status | Spec | Order |\n|---|---|---|\n${repeated((index) => `| open | 1 | ${title(index)} |\n`, size)}`,
  }),
  conflicts: (size) => ({
    [queuePath]:
      queue + repeated((index) => `<<<<<<< HEAD\n- **${title(index)}**\n=======\n- **x**\n>>>>>>> b\n\n`, size),
  }),
};
