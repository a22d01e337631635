import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a bullet that looks like an entry under the heading of another entry",
    severity: "warning",
    class: "heuristic",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    orphan: {
      message: "“{title}” looks like an entry, but is under the heading of “{holder}”.",
      fact: "it has {sign}, and was read as a note of “{holder}”",
      help: "Give it a heading of its own; if it is a note, announce the list with a sentence that ends in a colon.",
    },
  },
  check({ claims, report }) {
    // A title that is an entry somewhere is mentioned here, not queued.
    const known = new Set(claims.of("candidate").flatMap((one) => [one.key, ...one.aliases]));
    for (const bullet of claims.of("entry-bullet")) {
      if (known.has(bullet.key)) continue;
      report("orphan", bullet, { data: { title: bullet.title, holder: bullet.holder, sign: bullet.sign } });
    }
  },
});
