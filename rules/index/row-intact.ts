import {
  cutOffBlocks,
  defineRule,
  linkedUnit,
  noOptions,
  type Facts,
  type PlanRecord,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow rows of an index that are glued to one another or cut off from their table",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "index",
  },
  options: noOptions,
  messages: {
    glued: {
      message: "The row of “{title}” goes on with that of {swallowed}, which no reader shows.",
      fact: "the table has {columns} columns, and the line has {cells} cells",
      help: "Begin a new line before each row.",
    },
    cutOff: {
      message: "The row of {title} and {others} are cut off from their table, so that no reader shows them as rows.",
      fact: "the table ends at line {end}",
      help: "Remove the blank line or comment before it, or repeat the header.",
    },
  },
  check({ claims, facts, report }) {
    for (const index of claims.of("index"))
      for (const block of cutOffBlocks(index, facts))
        report("cutOff", index, {
          at: block.row,
          data: { title: block.title, others: `${block.count - 1} after it`, end: block.end },
          factAt: { path: index.path, line: block.end },
          identity: `${index.identity} ${block.title}`,
        });
    for (const claim of claims.of("plan-record")) {
      const { record } = claim;
      if (record.form !== "row") continue;
      const cells = cellsOf(record, facts);
      const columns = record.cells.length;
      const swallowed = cells
        .slice(columns)
        .flatMap((cell) => linkedUnit(cell, claim.path, facts) ?? [])
        .filter((name) => name !== record.unit?.name.text);
      if (cells.length < columns * 2 - 1 || swallowed.length === 0) continue;
      report("glued", claim, {
        data: { title: record.title, swallowed: [...new Set(swallowed)].join(", "), columns, cells: cells.length },
        factAt: { path: claim.path, line: record.extent.line },
      });
    }
  },
});

/** The cells of the line as it is written: a table shows only as many as it has columns. */
function cellsOf({ extent }: PlanRecord, facts: Facts): string[] {
  const result = facts.paths.read(extent.path);
  if (!result.ok) return [];
  const start = result.text.lastIndexOf("\n", extent.offset) + 1;
  const end = result.text.indexOf("\n", extent.offset);
  const line = result.text.slice(start, end === -1 ? undefined : end).trim();
  const masked = line.replace(/`[^`]*`|\\\|/g, (text) => "_".repeat(text.length));
  const bars = [...masked.matchAll(/\|/g)].map(({ index }) => index);
  const edges = [...new Set([0, ...bars.map((index) => index + 1), line.length])];
  return edges
    .slice(0, -1)
    .map((from, index) =>
      line
        .slice(from, edges[index + 1])
        .replace(/\|$/, "")
        .trim(),
    )
    .filter((cell, index) => cell !== "" || index > 0);
}
