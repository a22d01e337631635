import type { Runner } from "../../github/runner.ts";
import type { ActionInputs } from "./action-inputs.ts";

/** Events whose checkout only those can have written who may write to the repository. In a pull request that is so when it comes from a branch of it. */
const trusted = ["push", "schedule", "workflow_dispatch", "merge_group", "pull_request"];

/** Whether the code of plugins may run: an input asks for it, and the tree is one of the repository's own. Every other event loads none. */
export function mayLoadPlugins(
  { plugins }: Pick<ActionInputs, "plugins">,
  { event, pullRequest }: Pick<Runner, "event" | "pullRequest">,
): boolean {
  return plugins && trusted.includes(event) && pullRequest?.fork !== true;
}
