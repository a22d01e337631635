import {
  defineRule,
  entriesIn,
  entryKey,
  keysOf,
  mergeEntry,
  noOptions,
  packageOf,
  promotedByKey,
  promoteEntry,
  specWords,
  type Candidate,
  type RuleContext,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that are already promoted or already have a spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    promoted: {
      message: "“{title}” is an active candidate, but is already promoted{target}.",
      fact: "“{twin}” is under “{section}” at line {line}",
      help: "Remove it from the active section; if a narrower gap remains, give that its own title and say what it is.",
    },
    specced: {
      message: "“{title}” is an active candidate, but {directory} already exists for it.",
      fact: "{directory} carries its {what}",
      help: "Move it to the promoted section as “- {title} -> {target}”.",
    },
    explained: {
      message: "“{title}” is an active candidate, but {what} under the first words of its title.",
      fact: "without the explanation after it, the title is “{head}”",
      help: "Move it to the promoted section if it is the same; otherwise begin its title with what is different.",
      isAdvisory: true,
    },
    pointed: {
      message: "“{title}” is an active candidate, but its own line says that it became {target}.",
      fact: "the active section is for work that has no spec yet",
      help: "Move it to the promoted section as “- {title} -> {target}”.",
    },
  },
  check({ claims, facts, settings, report }) {
    const input = { claims, facts, settings };
    const all = claims.of("candidate");
    for (const candidate of entriesIn("active", all)) {
      const title = candidate.title;
      const twin = [...keysOf(candidate), ...(candidate.variants ?? []).map(entryKey)]
        .map((key) => promotedByKey(all, key).at(-1))
        .find((one) => one !== undefined);
      if (twin !== undefined) {
        const { path, line } = twin.location;
        // A promoted line without a target is reported by promotion/has-target.
        const to = twin.targets[0] === undefined ? "" : ` to Spec ${twin.targets[0].digits}`;
        report("promoted", candidate, {
          data: { title, target: to, twin: twin.title, section: twin.section, line },
          factAt: { path, line },
          fix: mergeEntry(candidate, twin, input),
        });
        continue;
      }
      const spec = packageOf(candidate, facts);
      const target =
        candidate.targets.length < 2 && spec !== undefined
          ? specWords(spec)
          : candidate.targets.map(specWords).join(" and ");
      if (spec !== undefined) {
        const data = { title, directory: spec.path, what: carried(candidate, spec), target };
        report("specced", candidate, { data, factAt: { path: spec.path }, fix: promoteEntry(candidate, spec, input) });
      } else if (candidate.targets.length > 0) {
        report("pointed", candidate, { data: { title, target } });
      } else {
        reportHead(candidate, { all, facts, report });
      }
    }
  },
});

/** A title that only an explanation after it keeps from being that of a spec or a promoted entry. */
function reportHead(
  candidate: Candidate,
  { all, facts, report }: Pick<RuleContext<unknown, "explained">, "facts" | "report"> & { all: readonly Candidate[] },
): void {
  const { title, titleHead: head } = candidate;
  if (head === undefined) return;
  const twin = promotedByKey(all, entryKey(head)).at(-1);
  const spec = facts.specs.titled(head);
  if (twin !== undefined)
    report("explained", candidate, {
      data: { title, head, what: `“${twin.title}” is already promoted` },
      factAt: { path: twin.location.path, line: twin.location.line },
    });
  else if (spec !== undefined)
    report("explained", candidate, {
      data: { title, head, what: `${spec.path} already exists` },
      factAt: { path: spec.path },
    });
}

function carried(candidate: Candidate, spec: SpecPackage): string {
  if (candidate.targets.some((target) => target.spec === spec.number)) return "number";
  return spec.title === undefined ? "slug" : "title or slug";
}
