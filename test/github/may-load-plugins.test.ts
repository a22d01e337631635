import { expect, it } from "vitest";
import { mayLoadPlugins } from "../../src/cli/action/may-load-plugins.ts";

/** Every name that GitHub gives to an event which starts a workflow. */
const events =
  "branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment fork gollum image_version issue_comment issues label member membership merge_group milestone page_build project project_card project_column public pull_request pull_request_comment pull_request_review pull_request_review_comment pull_request_target push registry_package release repository_dispatch schedule status watch workflow_call workflow_dispatch workflow_run".split(
    " ",
  );

it("is true of few events, and only when an input asks for it", () => {
  const of = (plugins: boolean) =>
    events.filter((event) => mayLoadPlugins({ plugins }, { event, pullRequest: undefined }));
  expect(of(true)).toEqual(["merge_group", "pull_request", "push", "schedule", "workflow_dispatch"]);
  expect(of(false)).toEqual([]);
});

it.each(events)("is not true of a fork under %s", (event) => {
  const pullRequest = { fork: true } as NonNullable<Parameters<typeof mayLoadPlugins>[1]["pullRequest"]>;
  expect(mayLoadPlugins({ plugins: true }, { event, pullRequest })).toBe(false);
});
