import { defineRule, noOptions, remoteAnswer, remoteTitle } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require issues and pull requests that the text names to exist, and to be open or closed as it says",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    online: true,
  },
  options: noOptions,
  messages: {
    open: {
      message: "The text says that {name} is closed, but it is open.",
      fact: "{name}, “{title}”, is open",
      help: "Close it if the work is done, or say that it is not.",
    },
    closed: {
      message: "The text says that {name} is open, but it is {state}.",
      fact: "{name}, “{title}”, is {state}",
      help: "Say how it ended, or name what is still open.",
    },
    missing: {
      message: "The text names {name}, which does not exist.",
      fact: "the server has neither an issue nor a pull request {name}",
      help: "Correct the number; write owner/name#number for an issue of another repository.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    for (const claim of claims.of("issue-state")) {
      const answer = remoteAnswer(claim, { facts, notChecked });
      if (answer === undefined) continue;
      if (answer.kind === "missing") {
        // Discussions have numbers of the same series, and people call them issues, too.
        if (answer.discussions && claim.called !== "pull")
          notChecked(`${answer.name} is neither an issue nor a pull request, but it may be a discussion`, claim);
        else report("missing", claim, { data: { name: answer.name } });
      } else if (claim.says !== "exists" && claim.says !== answer.item.state) {
        const { name, item } = answer;
        const data = { name, title: remoteTitle(item) };
        if (item.state === "open") report("open", claim, { data });
        else report("closed", claim, { data: { ...data, state: item.merged ? "merged" : "closed" } });
      }
    }
  },
});
