import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listGroups, ruleIdPattern } from "./rule-files.ts";
import { ruleSkeleton } from "./rule-skeleton.ts";
import { ScriptError } from "./run-script.ts";
import { writeFileIn, writeGenerated, type WriteOutcome } from "./write-generated.ts";

export interface RuleRequest {
  /** `promotion/spec-exists`. */
  readonly id: string;
  /** Whether the group is meant to be one that is not there yet. */
  readonly newGroup: boolean;
}

/**
 * Writes the files of a new rule and brings what is generated up to date. Throws a `ScriptError`, before anything is
 * written, for a bad id, an unknown group and a rule that is there already.
 */
export async function createRule(root: string, request: RuleRequest): Promise<WriteOutcome> {
  refuse(root, request);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const skeleton = ruleSkeleton(request.id, version);
  const own = skeleton.map((file) => file.path);
  refuseOverwriting(root, own);
  for (const { path, text } of skeleton) writeFileIn(root, path, text);
  const { paths, faults } = await writeGenerated(root);
  return { paths: [...new Set([...own, ...paths])], faults };
}

function refuse(root: string, { id, newGroup }: RuleRequest): void {
  if (!ruleIdPattern.test(id))
    throw new ScriptError(
      `“${id}” is not a rule id: write group/name in lower case, words joined by hyphens, as in promotion/spec-exists.`,
    );
  const group = id.slice(0, id.indexOf("/"));
  const groups = listGroups(root);
  const known = groups.includes(group);
  if (!known && !newGroup)
    throw new ScriptError(
      `There is no group “${group}”. The groups are ${groups.join(", ")}; add --new-group if none of them fits.`,
    );
  if (known && newGroup) throw new ScriptError(`The group “${group}” is there already: leave --new-group out.`);
}

function refuseOverwriting(root: string, paths: readonly string[]): void {
  const present = paths.filter((path) => existsSync(join(root, path)));
  if (present.length > 0)
    throw new ScriptError(`There is already ${present.join(" and ")}. Choose another name, or edit what is there.`);
}
