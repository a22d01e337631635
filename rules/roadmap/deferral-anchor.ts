import { defineRule, entryKey, keysOf, nearest, noOptions, type Facts } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require what a spec defers to a named follow-up to be an entry",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    lost: {
      message: "Spec {spec} defers work to “{title}”, but nothing carries that title.",
      fact: "no entry, spec or ledger row is called “{title}”{nearest}",
      help: "Add the follow-up to the queue, or correct its title in the spec.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const candidates = claims.of("candidate");
    const deferring = facts.specs.all.filter((spec) => spec.deferrals.length > 0);
    if (deferring.length === 0) return;
    const titles = [
      ...candidates.map((one) => one.title),
      ...claims.of("removal-record").map((one) => one.title),
      ...claims.of("ledger-row").map((one) => one.title),
    ];
    const known = new Set([
      ...candidates.flatMap(keysOf),
      ...titles.map(entryKey),
      ...claims.of("discovery").map((one) => one.key),
      ...claims.of("roadmap-item").map((one) => one.key),
    ]);
    for (const spec of deferring) {
      for (const deferral of spec.deferrals) {
        if (known.has(entryKey(deferral.title)) || isSpec(deferral.title, facts)) continue;
        if (candidates.length === 0) {
          notChecked("the queue has no entries", deferral);
          continue;
        }
        const near = nearest(deferral.title, titles);
        report(
          "lost",
          { ...deferral, identity: `${spec.digits} defers ${entryKey(deferral.title)}` },
          {
            data: {
              spec: spec.digits,
              title: deferral.title,
              nearest: near === undefined ? "" : `; “${near}” is the nearest`,
            },
          },
        );
      }
    }
  },
});

/** A spec by number, slug or title. */
function isSpec(title: string, { specs }: Facts): boolean {
  const digits = /^(?:spec )?#?(\d{1,5})$/i.exec(title.trim())?.[1];
  if (digits !== undefined) return specs.has(Number(digits));
  return specs.slugged(title) !== undefined || specs.titled(title) !== undefined;
}
