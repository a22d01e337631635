import {
  defineRule,
  namesSpec,
  noOptions,
  readsAsQueue,
  startOf,
  type InputClaim,
  type RuleContext,
  type SectionClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow an audit that recognised nothing",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    nothing: {
      message: "Nothing was recognised here, so nothing was audited.",
      fact: "there is no queue, roadmap or ledger under a conventional name, and no directory of specs",
      help: "Name the documents in the configuration (`queue-lint init` proposes one), or begin a queue with `queue-lint init --queue`.",
    },
    unread: {
      message: "What was seen here cannot be read yet, so nothing was audited.",
      fact: "work seems to be planned in {places}",
      help: "Describe how it is arranged under `layouts` in the configuration, or name the documents there.",
      isAdvisory: true,
    },
    noSection: {
      message: "No section of the queue has a known role, so nothing was audited.",
      fact: "{found}",
      help: "Name the headings under `sections` in the configuration; `queue-lint init` guesses their roles where there is no configuration.",
    },
    noEntry: {
      message: "The sections of the queue hold {bullets} bullets, but none reads as an entry.",
      fact: "an entry is a heading, or a bullet that begins with a title in code or bold, a link, a task box, or points at a spec",
      help: 'Write titles in one of these shapes, or add "plain" to `entries.shapes` in the configuration.',
    },
    noReference: {
      message: "The repository has spec packages, but the queue names none.",
      fact: "no entry, line or sentence of the queue refers to a spec; the packages begin with {first}",
      help: "Record what was promoted as “- Title -> Spec 12 (`slug`)”, or set `specs` to false if the two are unrelated.",
    },
    noRecord: {
      message: "The repository has spec packages, but the queue keeps no record of what was promoted to them.",
      fact: "no section of the queue is for what was promoted, and no entry names a spec; the packages begin with {first}",
      help: "Add a section “Promoted to Spec” with lines such as “- Title -> Spec 12 (`slug`)”, so that promotions are checked, too.",
      isAdvisory: true,
    },
  },
  check({ claims, facts, settings, report }) {
    const input = claims.of("input").find((one) => one.role === "queue");
    // What cannot be read is the business of scope/input-readable.
    if (recognisesNothing({ claims, facts })) reportNothing({ settings, report });
    if (input === undefined || !facts.paths.read(input.path).ok) return;
    // A document with a conventional name that is kept in a way of its own is not a queue: the report names it as seen.
    if (!readsAsQueue({ claims, settings })) return;
    const sections = claims.of("section");
    const known = sections.filter((section) => section.role !== undefined && section.role !== "prose");
    if (known.length === 0) {
      report("noSection", input, { data: { found: headingsOf(sections) } });
      return;
    }
    const entries = claims.of("candidate").length + claims.of("removal-record").length;
    const bullets = known.reduce((sum, section) => sum + section.bullets, 0);
    // One bullet may well say "None".
    if (entries === 0 && bullets > 1) report("noEntry", input, { data: { bullets } });
    else checkReferences(input, { claims, facts, report });
  },
});

function recognisesNothing({ claims, facts }: Pick<RuleContext<unknown, string>, "claims" | "facts">): boolean {
  const documents = claims.of("input").some(({ role }) => role !== "specs");
  return (
    !documents && facts.specs.root === undefined && facts.units.all.length === 0 && claims.of("index").length === 0
  );
}

/** What is planned in a way that cannot be read yet is not the fault of those who plan. */
function reportNothing({
  settings,
  report,
}: Pick<RuleContext<unknown, "nothing" | "unread">, "settings" | "report">): void {
  const claim = { text: "nothing", location: startOf(".") };
  if (settings.seen.length === 0) report("nothing", claim);
  else report("unread", claim, { data: { places: settings.seen.join(", ") } });
}

function headingsOf(sections: readonly SectionClaim[]): string {
  const titles = sections.slice(0, 5).map((section) => `“${section.title}”`);
  return titles.length === 0 ? "the queue has no second-level heading" : `the headings are ${titles.join(", ")}`;
}

function checkReferences(
  input: InputClaim,
  { claims, facts, report }: Pick<RuleContext<unknown, "noReference" | "noRecord">, "claims" | "facts" | "report">,
): void {
  const [first] = facts.specs.all;
  if (first === undefined || namesSpec(input.path, { claims, facts })) return;
  const recorded = claims.of("section").some(({ role }) => role === "promoted");
  report(recorded ? "noReference" : "noRecord", input, { data: { first: first.text }, factAt: { path: first.path } });
}
