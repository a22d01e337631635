import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a change that weakens the configuration by which it is judged",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    weakened: {
      message: "The change weakens “{key}”: before, {was}; now, {is}.",
      fact: "in {base}: {was}",
      help: "Take it back; or, when it is to be accepted, let somebody merge it who may, or run the audit with --rule suppression/configuration-weakened:off.",
    },
    introduced: {
      message: "The first configuration is weaker than none in “{key}”: without it, {was}; with it, {is}.",
      fact: "{base} has no configuration, and nothing there runs queue-lint",
      help: "Nothing is wrong when that is how the audit should begin.",
      isAdvisory: true,
    },
  },
  check({ base, report, notChecked }) {
    const { configuration } = base;
    if (configuration === undefined) return;
    if (configuration.kind === "unknown") {
      notChecked(configuration.reason);
      return;
    }
    const { weakened, unknown, isIntroduction } = configuration.value;
    for (const { key, was, is, ...claim } of weakened)
      report(isIntroduction ? "introduced" : "weakened", claim, {
        identity: `weakened ${key}`,
        data: { key, was, is, base: base.name },
      });
    for (const reason of unknown) notChecked(reason);
  },
});
