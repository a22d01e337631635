import { defineRule, noOptions, remoteAnswer, remoteTitle } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every pull request that the text calls merged to be merged",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    online: true,
  },
  options: noOptions,
  messages: {
    unmerged: {
      message: "The text says that {name} is merged, but it is not.",
      fact: "{name}, “{title}”, is {state}",
      help: "Merge it, or say how far it is; name the pull request that brought the work if it was another one.",
    },
    issue: {
      message: "The text says that {name} is merged, but it is an issue and no pull request.",
      fact: "{name}, “{title}”, is an issue, and {state}",
      help: "Name the pull request that brought the work.",
    },
    missing: {
      message: "The text says that {name} is merged, but there is no such pull request.",
      fact: "the server has neither an issue nor a pull request {name}",
      help: "Correct the number; write owner/name#number for a pull request of another repository.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    for (const claim of claims.of("merge")) {
      const answer = remoteAnswer(claim, { facts, notChecked });
      if (answer?.kind === "missing") report("missing", claim, { data: { name: answer.name } });
      else if (answer?.item.merged === false) {
        const { name, item } = answer;
        const state = item.kind === "pull" && item.state === "closed" ? "closed without a merge" : item.state;
        report(item.kind === "pull" ? "unmerged" : "issue", claim, { data: { name, title: remoteTitle(item), state } });
      }
    }
  },
});
