import { defineRule, entryKey, nearest, noOptions, type Settings } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every section of the queue to have a role or to be declared prose",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    unknown: {
      message: "The section “{title}” has no role, so nothing below it is audited as entries.",
      fact: "no alias of any role begins the heading{nearest}",
      help: 'Add the heading under `sections` in the configuration, as the role it has or as "prose".',
    },
  },
  check({ claims, settings, report }) {
    const sections = claims.of("section");
    // Without a single known section the audit recognised nothing, which scope/not-empty reports once.
    if (!sections.some((section) => section.role !== undefined && section.role !== "prose")) return;
    for (const section of sections) {
      if (section.role !== undefined || !section.mayHoldEntries) continue;
      report("unknown", section, { data: { title: section.title, nearest: suggestion(section.title, settings) } });
    }
  },
});

function suggestion(title: string, settings: Settings): string {
  const aliases = Object.entries(settings.sections).flatMap(([role, names]) =>
    names.map((name) => [entryKey(name), role, name] as const),
  );
  const close = nearest(
    entryKey(title),
    aliases.map(([key]) => key),
  );
  const found = aliases.find(([key]) => key === close);
  return found === undefined ? "" : `; the nearest is “${found[2]}” (${found[1]})`;
}
