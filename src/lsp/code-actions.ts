import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from "vscode-languageserver";
import { UsageError } from "../core/errors.ts";
import type { Edit, Finding } from "../core/finding.ts";
import type { FixFilter } from "../engine/choose-fixes.ts";
import { fixInRounds } from "../engine/fix-rounds.ts";
import { printable } from "../reporters/printable.ts";
import { isShown } from "./diagnostics.ts";
import { textOf, type Look } from "./look.ts";
import { rangeOf, rangesMeet } from "./positions.ts";
import { suppressions } from "./suppress.ts";
import { workspaceEdit } from "./workspace-edit.ts";
import type { AuditedPlace, Place } from "./workspace.ts";

/** What a client asks for. */
export interface ActionRequest {
  readonly range: Range;
  /** What it knows of the range. */
  readonly diagnostics: readonly Diagnostic[];
  readonly versioned: boolean;
}

/** What can be done about the findings of a range: the fix of each, and a comment that hides it. */
export function codeActions(place: AuditedPlace, request: ActionRequest): CodeAction[] {
  const { look, path } = place;
  return look.report.findings
    .filter((finding) => isShown(finding) && finding.path === path && rangesMeet(rangeOf(finding), request.range))
    .flatMap((finding) => [...fixes(finding, place, request), ...comments(finding, place, request)]);
}

function fixes(finding: Finding, place: Place, request: ActionRequest): CodeAction[] {
  const { fix: wanted } = finding;
  if (wanted === undefined || wanted.edits.length === 0 || !isSound(finding, place.look)) return [];
  const what = wanted.description.replace(/\.$/, "");
  const title = wanted.kind === "safe" ? what : `${what} (suggested)`;
  return action(title, wanted.edits, { finding, place, request, isPreferred: wanted.kind === "safe" });
}

/** Whether the fix loses no entry and brings no new error: the engine tries it, as it does for --fix. A fix that asks something of a person is offered as it is. */
function isSound(finding: Finding, look: Look): boolean {
  if (finding.fix?.asks === true) return true;
  try {
    const { fingerprint } = finding;
    const isIt = (one: Finding): boolean => one.fingerprint === fingerprint;
    return fixInRounds(look.snapshot, isIt, (snapshot) => look.audit(snapshot)).fixed.length > 0;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

function comments(finding: Finding, place: Place, request: ActionRequest): CodeAction[] {
  const text = textOf(place.look, finding.path);
  if (text === undefined) return [];
  return suppressions(finding, text).flatMap(({ title, edit }) =>
    action(title, [edit], { finding, place, request, isPreferred: false }),
  );
}

interface Purpose {
  readonly finding: Finding;
  readonly place: Place;
  readonly request: ActionRequest;
  readonly isPreferred: boolean;
}

function action(title: string, edits: readonly Edit[], purpose: Purpose): CodeAction[] {
  const { finding, place, request, isPreferred } = purpose;
  const edit = workspaceEdit(place, edits, request.versioned);
  if (edit === undefined) return [];
  return [
    {
      title: printable(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: request.diagnostics.filter((one) => isAbout(one, finding)),
      ...(isPreferred ? { isPreferred } : {}),
      edit,
    },
  ];
}

function isAbout({ data }: Diagnostic, { fingerprint }: Finding): boolean {
  return typeof data === "object" && data !== null && "fingerprint" in data && data.fingerprint === fingerprint;
}

/** All safe fixes of a document together, for who has them applied when it is saved; none when they would not be safe. */
export function fixAll(place: Place, versioned: boolean): CodeAction[] {
  const { look, path } = place;
  const isSafe = (finding: Finding): boolean =>
    finding.fix?.kind === "safe" && finding.fix.edits.every((edit) => edit.path === path);
  const after = textAfter(look, path, isSafe);
  const before = textOf(look, path);
  if (after === undefined || before === undefined) return [];
  const edit = workspaceEdit(place, [{ path, offset: 0, endOffset: before.length, text: after }], versioned);
  return edit === undefined
    ? []
    : [{ title: "Apply all safe fixes of this document", kind: `${CodeActionKind.SourceFixAll}.queue-lint`, edit }];
}

function textAfter(look: Look, path: string, wanted: FixFilter): string | undefined {
  try {
    const { changes } = fixInRounds(look.snapshot, wanted, (snapshot) => look.audit(snapshot));
    return changes.find((change) => change.path === path)?.after;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
