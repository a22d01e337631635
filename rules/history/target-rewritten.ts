import {
  copiesOf,
  defineRule,
  entryChanges,
  isAstray,
  noOptions,
  placeInBase,
  type Candidate,
  type RuleContext,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "rewritten">;

const said =
  /\b(?:renumbered|renamed|moved|split|merged|refreshed|re-?promoted|re-?targeted|replaces|replaced|corrected|formerly|was spec)\b/gi;

export default defineRule({
  meta: {
    description: "Require a promoted entry to keep its spec, or to say that it was given another one",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    rewritten: {
      message: "“{title}” was promoted to Spec {old} in {base}, and now points at Spec {now}.",
      fact: "nothing in the entry names Spec {old}; in {base} it is at {place}",
      help: "Put Spec {old} back, or say in the entry why it changed: “was Spec {old}”.",
    },
  },
  check(context) {
    const { claims, facts, base, report } = context;
    const earlier = base.model.claims.of("candidate");
    const judged = new Set<string>();
    for (const { before, after } of entryChanges({ claims, facts, base })) {
      if (before.role !== "promoted" || after?.role !== "promoted" || judged.has(after.key)) continue;
      judged.add(after.key);
      // A title may be in several promoted lines, and be merged out of several: their order says nothing.
      const copies = [...copiesOf(after, claims.of("candidate"))].filter(({ role }) => role === "promoted");
      const originals = [...new Set([before, ...copiesOf(before, earlier), ...copiesOf(after, earlier)])].filter(
        ({ role }) => role === "promoted",
      );
      const [old, now] = [originals.flatMap((one) => one.targets), copies.flatMap((one) => one.targets)];
      const lost = old.find(({ spec }) => !has(now, spec));
      const fresh = now.find(({ spec }) => !has(old, spec));
      if (
        lost === undefined ||
        fresh === undefined ||
        isMentioned(lost, originals, copies) ||
        isCorrection(lost, fresh, context)
      )
        continue;
      const data = {
        title: after.title,
        old: lost.digits,
        now: fresh.digits,
        ...placeInBase(base, before),
      };
      report("rewritten", after, { identity: `${before.key} ${lost.spec} to ${fresh.spec}`, at: fresh, data });
    }
  },
});

function has(targets: readonly SpecTarget[], spec: number): boolean {
  return targets.some((target) => target.spec === spec);
}

/** Whether a line names the old number, or has a word for the change that it did not have before. */
function isMentioned(lost: SpecTarget, originals: readonly Candidate[], copies: readonly Candidate[]): boolean {
  const words = (entries: readonly Candidate[]): string =>
    entries
      .map((one) => [one.text, ...one.body.map(({ plain }) => plain)].join(" ").replaceAll(one.title, ""))
      .join(" ");
  const marks = (text: string): string[] => [...text.matchAll(said)].map(([mark]) => mark.toLowerCase());
  const [before, after] = [words(originals), words(copies)];
  return (
    new RegExp(
      `\\bspecs?\\s+#?(?:\\d+(?:\\s*[,/&–-]\\s*|\\s+(?:and|or|to)\\s+))*0*${lost.spec}\\b|(?<![\\d-])0*${lost.spec}-[a-z]`,
      "i",
    ).test(after) || marks(after).some((mark) => !marks(before).includes(mark))
  );
}

/** The package itself has another number now, the old number never led to what the line meant, or the new one is wrong by itself. */
function isCorrection(lost: SpecTarget, fresh: SpecTarget, { facts, base }: Context): boolean {
  // Specs that live elsewhere: nothing is known of either number.
  if (base.model.facts.specs.root === undefined) return false;
  if (isAstray(fresh, facts)) return true;
  const former = base.model.facts.specs.numbered(lost.spec);
  const now = facts.specs.numbered(fresh.spec);
  if (former.length === 0 || (lost.slug !== undefined && !former.some(({ slug }) => slug === lost.slug))) return true;
  return former.some((one) => {
    const gone = !facts.specs.numbered(lost.spec).some(({ slug }) => slug === one.slug);
    const renamed = gone ? facts.renamed(one.path) : undefined;
    return (
      gone && now.some(({ slug, path }) => slug === one.slug || (renamed?.kind === "known" && renamed.value === path))
    );
  });
}
