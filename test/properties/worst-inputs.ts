import { crowdedInputs } from "./crowded-inputs.ts";
import { ledgerPath, number, queue, queuePath, repeated, roadmapPath, title, type Files } from "./input-parts.ts";
import { openingMarks } from "./opening-marks.ts";

/** Runs of one mark: in a line of its own, behind an entry, in a cell, and in a task of a spec. */
function runOf(mark: string, size: number): Files {
  const run = mark.repeat(size);
  return {
    [queuePath]: `${queue}${run}\n\n- **Seat maps**: ${run}\n- \`Hall plans\` -> Spec 1 ${run}\n\n### Row ${run}\n\n- **Priority**: ${run}\n- **Depends on**: ${run}\n`,
    [ledgerPath]: `# Ledger\n\n| Title | Status | Evidence |\n|---|---|---|\n| a | ${run} | Spec 1 ${run} |\n`,
    "specs/001-a/spec.md": `# A\n\n**Status**: ${run}\n\n${run}\n`,
    "specs/001-a/tasks.md": `- [ ] T001 ${run}\n`,
  };
}

/** Documents that hold very many of one thing, each of them right or wrong in the same way. */
const many: Readonly<Record<string, (size: number) => Files>> = {
  headings: (size) => ({ [queuePath]: queue + repeated((index) => `### ${title(index)}\n\n`, size) }),
  "entries with fields": (size) => ({
    [queuePath]:
      queue +
      repeated(
        (index) =>
          `### ${title(index)}\n\n- **Priority**: P${String(1 + Math.floor((3 * index) / size))}\n- **Problem**: it is missed every week at gate ${String(index)}.\n\n`,
        size,
      ),
  }),
  "headings with one title": (size) => ({ [queuePath]: queue + "### Seat maps\n\n".repeat(size) }),
  "section headings": (size) => ({
    [queuePath]: "# Spec candidates\n\n" + repeated((index) => `## ${title(index)}\n\nwords\n\n`, size),
  }),
  bullets: (size) => ({ [queuePath]: queue + repeated((index) => `- **${title(index)}**: words\n`, size) }),
  "bullets of one title": (size) => ({ [queuePath]: queue + "- **Seat maps**: words\n".repeat(size) }),
  "nested bullets": (size) => ({ [queuePath]: queue + repeated((index) => `${"  ".repeat(index % 6)}- word\n`, size) }),
  paragraphs: (size) => ({
    [queuePath]: queue + repeated((index) => `${title(index)} depends on Spec ${number(index)}.\n\n`, size),
  }),
  "lines of one paragraph": (size) => ({
    [queuePath]: queue + repeated((index) => `${title(index)} depends on Spec ${number(index)}.\n`, size),
  }),
  "fenced blocks": (size) => ({ [queuePath]: queue + "```\nwords\n```\n\n".repeat(size) }),
  "fences that never end": (size) => ({ [queuePath]: queue + "```\n".repeat(size * 2 + 1) }),
  comments: (size) => ({
    [queuePath]:
      queue +
      "<!-- queue-lint-disable-next-line active/exclusive -- it is known -->\n\n- **Seat maps**\n\n".repeat(size),
  }),
  "comments that nest": (size) => ({
    [queuePath]: queue + "<!-- queue-lint-disable active/exclusive -- it is known -->\n\nwords\n\n".repeat(size),
  }),
  "comments that never end": (size) => ({ [queuePath]: queue + "<!-- queue-lint-disable\n\nwords\n\n".repeat(size) }),
  quotes: (size) => ({ [queuePath]: queue + "> - words\n>\n".repeat(size) }),
  "table rows": (size) => ({
    [ledgerPath]: `# Ledger\n\n| Title | Status | Evidence |\n|---|---|---|\n${repeated((index) => `| ${title(index)} | implemented | Spec ${number(index)} |\n`, size)}`,
  }),
  "rows of one title": (size) => ({
    [ledgerPath]: `# Ledger\n\n| Title | Status | Evidence |\n|---|---|---|\n${"| Seat maps | implemented | Spec 001 |\n".repeat(size)}`,
  }),
  tables: (size) => ({
    [ledgerPath]: `# Ledger\n\n${repeated((index) => `| Title | Status |\n|---|---|\n| ${title(index)} | planned |\n\n`, size)}`,
  }),
  "promotion lines": (size) => ({
    [queuePath]: `# Spec candidates\n\n## Promoted\n\n${repeated((index) => `- ${title(index)} -> Spec ${number(index)}\n`, size)}`,
  }),
  "promotion lines to specs": (size) => ({
    [queuePath]: `# Spec candidates\n\n## Promoted\n\n${repeated((index) => `- ${title(index)} -> Spec ${number(index)}\n`, size)}`,
    ...Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `specs/${number(index)}-${title(index).replaceAll(" ", "-")}/spec.md`,
        `# ${title(index)}\n\n**Status**: Draft\n`,
      ]),
    ),
  }),
  "promotion lines to one spec": (size) => ({
    [queuePath]: `# Spec candidates\n\n## Promoted\n\n${repeated((index) => `- ${title(index)} -> Spec 001\n`, size)}`,
    "specs/001-a/spec.md": "# A\n",
  }),
  "removal records": (size) => ({
    [queuePath]: `${queue}Removed because they are covered:\n\n${repeated((index) => `- \`${title(index)}\` is covered by Spec ${number(index)}\n`, size)}`,
  }),
  "entries of every section": (size) => ({
    [queuePath]:
      "# Spec candidates\n\n" +
      ["Active", "Manual promotion only", "Deferred", "Superseded"]
        .map(
          (name) =>
            `## ${name}\n\n${repeated((index) => `### ${title(index)}\n\n- **Priority**: P${String(3 - (index % 3))}\n- **Depends on**: ${title(index + 1)}\n- **Anchors**: \`docs/x${String(index)}.md\`, [x](#${title(index).replaceAll(" ", "-")})\n\n`, Math.ceil(size / 4))}`,
        )
        .join(""),
  }),
  "roadmap lines": (size) => ({
    [roadmapPath]: `# Roadmap\n\n## Now\n\n${repeated((index) => `- ${title(index)}: planned, after Spec ${number(index)}\n`, size)}`,
    [queuePath]: queue + repeated((index) => `- **${title(index)}**\n`, size),
  }),
  tasks: (size) => ({
    "specs/001-a/spec.md": "# A\n\n**Status**: Implemented\n",
    "specs/001-a/tasks.md": repeated((index) => `- [ ] T${number(index)} ${title(index)}\n`, size),
    [queuePath]: queue,
  }),
  "states of a diagram": (size) => ({
    [ledgerPath]: `# Ledger\n\n\`\`\`mermaid\nstateDiagram-v2\n${repeated((index) => `  s${String(index)} --> s${String(index + 1)}\n`, size)}\`\`\`\n`,
  }),
  "specs in one field": (size) => ({
    [queuePath]: `${queue}### Seat maps\n\n- **Problem**: it is missed.\n${"  Spec 001 and words that go on\n".repeat(size)}`,
  }),
  "notes in one sentence": (size) => ({
    [queuePath]: `${queue}It was promoted ${repeated((index) => `\`${title(index)}\` into Spec ${number(index)} and\n`, size)}`,
  }),
  "sentences with codes": (size) => ({
    [queuePath]: `${queue}${repeated((index) => `\`${title(index)}\` is not Spec ${number(index)}.\n`, size)}`,
  }),
  "fields of one entry": (size) => ({
    [queuePath]: `${queue}### Seat maps\n\n${repeated((index) => `- **Depends on**: ${title(index)}\n`, size)}`,
  }),
  "paragraphs between lists": (size) => ({
    [queuePath]: queue + "Removed because they are done:\n\n- **Seat maps**\n\n".repeat(size),
  }),
  "quotes between lists": (size) => ({
    [queuePath]: queue + repeated((index) => `> ${title(index)}\n\n- **${title(index)}**\n\n`, size),
  }),
  "underlined headings": (size) => ({
    [queuePath]: queue + repeated((index) => `${title(index)}\n---\n\nwords\n\n`, size),
  }),
  "entries with the same anchors": (size) => ({
    [queuePath]:
      queue + repeated((index) => `### ${title(index)}\n\n- **Anchors**: \`docs/a.md\`, \`docs/b.md\`\n\n`, size),
  }),
  "entries like specs": (size) => ({
    [queuePath]: queue + repeated((index) => `- **${title(index)} board**: words\n`, size),
    ...Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `specs/${number(index)}-${title(index).replaceAll(" ", "-")}/spec.md`,
        `# ${title(index)} panel\n\n**Status**: Draft\n`,
      ]),
    ),
  }),
  "superseded entries": (size) => ({
    [queuePath]: `# Spec candidates\n\n## Superseded\n\n${repeated((index) => `- **${title(index)}**: superseded by \`${title(index + 1)}\`\n`, size)}`,
  }),
  "reasons above superseded entries": (size) => ({
    [queuePath]: `# Spec candidates\n\n## Superseded\n\n${repeated((index) => `### ${title(index)} (rejected)\n\nRejected because of ${title(index)}.\n\n`, size)}`,
  }),
  "entries of many groups": (size) => ({
    [queuePath]:
      queue + repeated((index) => `### P${String(index)} ${title(index)}\n\n- **${title(index)}**\n\n`, size),
  }),
  "a chain of dependencies": (size) => ({
    [queuePath]:
      queue + repeated((index) => `### ${title(index)}\n\n- **Depends on**: \`${title(index + 1)}\`\n\n`, size),
  }),
  "everything depends on one": (size) => ({
    [queuePath]: queue + repeated((index) => `### ${title(index)}\n\n- **Depends on**: \`${title(0)}\`\n\n`, size),
  }),
  "paths that are missing": (size) => ({
    [queuePath]:
      queue +
      repeated(
        (index) => `### ${title(index)}\n\n- **Anchors**: \`docs/${title(index).replaceAll(" ", "/")}.md\`\n\n`,
        size,
      ),
  }),
  "deferred entries with triggers": (size) => ({
    [queuePath]: `# Spec candidates\n\n## Deferred\n\n${repeated((index) => `### ${title(index)}\n\n- **Revisit when**: Spec ${number(index)} is implemented\n- **Review by**: 2020-01-01\n\n`, size)}`,
  }),
  "specs of one number": (size) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `specs/001-${title(index).replaceAll(" ", "-")}/spec.md`,
        `# ${title(index)}\n`,
      ]),
    ),
  "ledger rows with specs": (size) => ({
    [ledgerPath]: `# Ledger\n\n| Title | Status | Evidence |\n|---|---|---|\n${repeated((index) => `| ${title(index)} | implemented | Spec ${number(index)} |\n`, size)}`,
    ...Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `specs/${number(index)}-a-${String(index)}/spec.md`,
        `# ${title(index)}\n\n**Status**: Draft\n`,
      ]),
    ),
  }),
  "dependencies in one field": (size) => ({
    [queuePath]: `${queue}### Seat maps\n\n- **Depends on**: ${repeated((index) => `${title(index)}, `, size)}\n`,
  }),
};

/** Repositories that grow with a size, by what is worst about them. */
export const worstInputs: Readonly<Record<string, (size: number) => Files>> = {
  ...Object.fromEntries(
    openingMarks.map((mark) => [`runs of ${JSON.stringify(mark)}`, (size: number) => runOf(mark, size)]),
  ),
  ...many,
  ...crowdedInputs,
};
