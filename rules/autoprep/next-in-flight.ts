import { defineRule, entrySlug, noOptions, selectAmongActive } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a next pick that a branch already carries",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    branch: {
      message: "`queue-lint next` picks “{title}”, but somebody works on it already.",
      fact: "the branch {branch} is not merged, and carries its slug",
      help: "Merge or delete the branch, or move the entry to the promoted section.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const { pick } = selectAmongActive({ claims, facts, settings });
    if (pick === undefined) return;
    const branches = facts.branches();
    if (branches.kind === "unknown") {
      notChecked(branches, pick);
      return;
    }
    const slugs = new Set([entrySlug(pick.title), ...pick.aliases.map(entrySlug)]);
    const branch = branches.value.find((name) => slugs.has(slugOf(name)));
    if (branch !== undefined) report("branch", pick, { data: { title: pick.title, branch } });
  },
});

/** `feature/258-seat-maps` carries `seat-maps`. A slug inside a longer name is another thing. */
function slugOf(branch: string): string {
  return (branch.split("/").at(-1) ?? "").toLowerCase().replaceAll("_", "-").replace(/^\d+-/, "");
}
