import type { Command } from "commander";
import type { AuditModel } from "../../core/audit-model.ts";
import type { Candidate, Claims, SectionClaim, UnreadClaim } from "../../core/claims/claim.ts";
import type { Selection, UnitSelection } from "../../core/selection.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import { exitCode } from "../exit-code.ts";
import { addOpenFlags, addTreeFlags, lintOptions } from "../options.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { unitAnswer, unitExplanation, unitJson, unitLines, type UnitAnswer } from "../next-unit.ts";

const examples = `
Examples:
  npx queue-lint next             the one candidate that may be picked
  npx queue-lint next --explain   why each other candidate may not
  npx queue-lint next --json      for a program

Exit status: 0 with a pick, 3 when nothing may be picked, 2 bad input.`;

export const nextCommand: CommandDefinition = {
  name: "next",
  group: "Plan",
  description: "name the one candidate that an automatic picker may take",
  define(command, { io, end }) {
    addTreeFlags(addOpenFlags(command))
      .option("--json", "print the answer as JSON")
      .option("--explain", "say of every other candidate why it may not be picked")
      .addHelpText("after", examples)
      .action(async (flags: { json?: boolean; explain?: boolean }, self: Command) => {
        const { open, selectNext, selectUnits } = await import("../../lint.ts");
        const { model } = await open(lintOptions(self, io));
        if (model.settings.queue === undefined) {
          const selections = selectUnits(model);
          const answer = unitAnswer(selections, model);
          io.stdout.write(flags.json === true ? unitsJson(answer, selections) : unitsText(answer, selections, flags));
          end(answer.pick === undefined ? exitCode.nothing : exitCode.ok);
          return;
        }
        const selection = selectNext(model);
        const answer = flags.json === true ? json(selection, model) : text(selection, model, flags.explain === true);
        io.stdout.write(answer);
        end(selection.pick === undefined ? exitCode.nothing : exitCode.ok);
      });
  },
};

function unitsJson({ pick, reason }: UnitAnswer, selections: readonly UnitSelection[]): string {
  return printableJson({
    next: pick === undefined ? null : unitJson(pick),
    reason: reason ?? null,
    considered: selections
      .flatMap(({ considered }) => considered)
      .map((one) => ({ ...unitJson(one), eligible: one.eligible, reasons: one.reasons })),
  });
}

function unitsText(
  { pick, layout = "", reason = "" }: UnitAnswer,
  selections: readonly UnitSelection[],
  { explain }: { readonly explain?: boolean },
): string {
  const answer = pick === undefined ? [reason] : unitLines(pick, layout);
  const why = explain === true ? unitExplanation(selections, pick) : [];
  return `${[...answer, ...why].map(printable).join("\n")}\n`;
}

function json({ pick, considered }: Selection, model: AuditModel): string {
  const entry = (candidate: Candidate) => ({
    title: candidate.title,
    role: candidate.role,
    priority: candidate.priority?.text ?? null,
    path: candidate.location.path,
    line: candidate.location.line,
  });
  const answer = {
    next: pick === undefined ? null : entry(pick),
    reason: pick === undefined ? nothing(considered, model) : null,
    considered: considered.map(({ candidate, eligible, reasons }) => ({ ...entry(candidate), eligible, reasons })),
  };
  return printableJson(answer);
}

function text(selection: Selection, model: AuditModel, explain: boolean): string {
  const { pick, considered } = selection;
  const answer = pick === undefined ? [nothing(considered, model)] : picked(pick);
  return `${[...answer, ...(explain ? explanation(selection) : [])].map(printable).join("\n")}\n`;
}

function picked(candidate: Candidate): string[] {
  const priority = candidate.priority === undefined ? "no priority" : `priority ${candidate.priority.text}`;
  return [
    candidate.title,
    `  ${candidate.location.path}:${candidate.location.line}  ${priority}  ${candidate.section}`,
  ];
}

/** Says in one sentence why there is nothing to pick. */
function nothing(considered: Selection["considered"], { claims, settings: { queue } }: AuditModel): string {
  const active = considered.filter(({ candidate }) => candidate.role === "active").length;
  if (active > 0)
    return `Nothing may be picked: ${active === 1 ? "the one active candidate is" : `all ${active} active candidates are`} not eligible (--explain says why).`;
  const said = claims.of("empty-queue").find((claim) => claim.count === 0);
  const others =
    considered.length === 0 ? "" : ` The ${considered.length} entries of other sections are not for automatic pickers.`;
  const section = claims.of("section").find((one) => one.role === "active");
  const missed = section === undefined ? [] : unreadIn(section, claims);
  if (missed.length > 0) return unreadWords(missed) + others;
  if (said !== undefined)
    return `Nothing may be picked: the active queue is empty, as ${said.location.path}:${said.location.line} says.${others}`;
  return section === undefined
    ? `Nothing may be picked: ${queue?.path ?? "the queue"} has no active section.${others}`
    : `Nothing may be picked: the active queue is empty (${section.location.path}:${section.location.line}).${notes(section.bullets)}${others}`;
}

/** What the active section holds and nothing was read of: who wrote it may have meant entries. */
function unreadIn({ extent }: SectionClaim, claims: Claims): readonly UnreadClaim[] {
  return claims
    .of("unread")
    .filter(({ location }) => extent.offset <= location.offset && location.offset < extent.endOffset)
    .filter(({ location }) => location.path === extent.path);
}

function unreadWords(missed: readonly UnreadClaim[]): string {
  const places = missed.slice(0, 3).map(({ location: { path, line } }) => `${path}:${line}`);
  const [first] = missed;
  const more = missed.length > places.length ? ", …" : "";
  return `Nothing may be picked: ${missed.length === 1 ? "one part" : `${missed.length} parts`} of the active section could not be read as entries (${places.join(", ")}${more}): ${first?.reason ?? ""}.${plainHint(missed)}`;
}

/** Bullets are there, and none of them is an entry: who wrote them may have thought otherwise. */
function notes(bullets: number): string {
  if (bullets === 0) return "";
  return ` Its ${bullets === 1 ? "one bullet is a note, since it does not begin" : `${bullets} bullets are notes, since they do not begin`} with a title in code, in bold, as a link or before an arrow; \`entries.shapes\` with “plain” makes entries of them.`;
}

function plainHint(missed: readonly UnreadClaim[]): string {
  return missed.some(({ form }) => form === "item") ? " `entries.shapes` with “plain” makes entries of bullets." : "";
}

/** Groups candidates by their reasons, so that fifty promoted ones take one heading and not fifty sentences. */
function explanation({ pick, considered }: Selection): string[] {
  const groups = new Map<string, Candidate[]>();
  for (const { candidate, eligible, reasons } of considered) {
    if (candidate === pick) continue;
    const why = eligible ? "Eligible, but later in the queue." : reasons.join(" ");
    groups.set(why, [...(groups.get(why) ?? []), candidate]);
  }
  return [...groups].flatMap(([why, candidates]) => [
    "",
    why,
    ...candidates.map((candidate) => `  ${candidate.location.path}:${candidate.location.line}  ${candidate.title}`),
  ]);
}
