import { defineRule, nearest, noOptions, onlyNearest, replaceText } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require links to headings of the planning documents to resolve",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    missing: {
      message: "The link points to #{fragment}, but {target} has no such heading.",
      fact: "{target} has no heading with the anchor #{fragment}{nearest}",
      help: "Point the link at a heading that exists.",
    },
  },
  check({ claims, facts, report }) {
    for (const link of claims.of("heading-link")) {
      const headings = facts.headings(link.target);
      if (headings === undefined || headings.has(link.fragment)) continue;
      const close = nearest(link.fragment, headings);
      const meant = onlyNearest(link.fragment, headings);
      const edits =
        meant === undefined ? undefined : replaceText(link.location, [`#${link.fragment})`, `#${meant})`], facts);
      report("missing", link, {
        data: {
          fragment: link.fragment,
          target: link.target,
          nearest: close === undefined ? "" : `; #${close} is the nearest`,
        },
        factAt: { path: link.target },
        fix:
          edits === undefined
            ? undefined
            : { kind: "suggest", description: `Point the link at #${meant ?? ""}.`, edits },
      });
    }
  },
});
