import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { buildModel } from "../src/build-model.ts";
import { resolveConfig } from "../src/config/resolve-config.ts";
import { report } from "../src/lint.ts";
import { text } from "../src/reporters/formats/text.ts";
import type { Rule } from "../src/rule-api/index.ts";
import { memorySnapshot } from "../src/source/memory/memory-snapshot.ts";
import { terminalPicture } from "./terminal-picture.ts";

/** The repository that the README shows, from the root of the project. */
const sample = "fixtures/repos/drifted";
const queue = "docs/product/spec-candidates.md";

/** Columns of the terminal of the picture. */
export const pictureColumns = 100;

/** The queue of the sample, as the README quotes it. */
export function sampleQueue(root: string): string {
  return `\`\`\`markdown\n${readFileSync(join(root, sample, queue), "utf8").trimEnd()}\n\`\`\``;
}

/** The audit of the sample, as a terminal shows it. */
export function samplePicture(root: string, rules: readonly Rule[], columns = pictureColumns): string {
  const snapshot = memorySnapshot(filesBelow(join(root, sample)), { history: { commits: [] } });
  const config = resolveConfig({}, { snapshot, rules });
  const model = buildModel(snapshot, config.settings);
  // A clone that was just committed: nothing differs from its last commit.
  const value = { name: "HEAD", commit: "", subtracted: false, isImplied: true as const, model };
  const audit = report({ snapshot, config, model, base: { kind: "known", value } });
  const printed = text.render(audit, { color: true, links: false, quiet: false, width: columns });
  return terminalPicture("npx queue-lint", printed, columns);
}

function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}
