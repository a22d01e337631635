import type { AuditModel, Base } from "../core/audit-model.ts";
import { AbsentContentError, UnreadableBaseError, UsageError } from "../core/errors.ts";
import { lazily } from "../core/lazily.ts";
import type { ReadObserver } from "../core/read-observer.ts";
import { planningRoles } from "../core/settings.ts";
import type { Answer, ReadResult, Snapshot } from "../core/snapshot.ts";
import { findStart } from "../source/git/find-start.ts";
import { openGitTree } from "../source/git/git-tree.ts";

/** A work tree, and how another tree of its repository is read. */
export interface ComparedTree {
  readonly snapshot: Snapshot;
  readonly blobs: Map<string, ReadResult>;
  readonly observer: ReadObserver | undefined;
  /** The model of any tree of the repository. */
  readonly modelOf: (tree: Snapshot) => AuditModel;
}

/**
 * The last commit, for a run that names no base: rules that need one then judge what is not committed yet. Git is asked when the first of them runs. What the
 * work tree has in common with the commit is not read again.
 */
export function headBase(compared: ComparedTree): Answer<Base> {
  return answeredLater(() => {
    const { snapshot, observer, modelOf } = compared;
    observer?.history(snapshot.root);
    const { commit, gap } = findStart(snapshot.root, "HEAD");
    if (gap?.kind === "none") return { kind: "unknown", reason: gap.reason };
    const model = lazily(() => modelOf(openHead(compared, commit)));
    // A workflow that fetches one commit has nothing to judge, and must not be green for ever.
    if (gap !== undefined && isSame(modelOf(snapshot), model()))
      return {
        kind: "unknown",
        reason: `there is no base to compare with: nothing differs from HEAD, and ${gap.reason}`,
      };
    return { kind: "known", value: new LastCommit(commit, model) };
  });
}

class LastCommit implements Base {
  readonly name = "HEAD";
  readonly subtracted = false;
  readonly isImplied = true;
  readonly commit: string;
  readonly #model: () => AuditModel;

  constructor(commit: string, model: () => AuditModel) {
    this.commit = commit;
    this.#model = model;
  }

  get model(): AuditModel {
    return this.#model();
  }
}

/** The same answer, found when somebody looks at it. */
function answeredLater(answer: () => Answer<Base>): Answer<Base> {
  const found = lazily(answer);
  const later = {
    get kind() {
      return found().kind;
    },
    get value() {
      const known = found();
      return known.kind === "known" ? known.value : undefined;
    },
    get reason() {
      const unknown = found();
      return unknown.kind === "unknown" ? unknown.reason : undefined;
    },
  };
  return later as Answer<Base>;
}

function openHead({ snapshot, blobs }: ComparedTree, id: string): Snapshot {
  const tree = readable(() =>
    openGitTree(
      snapshot.root,
      { kind: "commit", id, label: `HEAD (${id.slice(0, 7)})` },
      { today: snapshot.today, blobs, isCompared: true },
    ),
  );
  return {
    ...tree,
    entries: (directory) => readable(() => tree.entries(directory)),
    glob: (patterns) => readable(() => tree.glob(patterns)),
    read: (path) => {
      const own = snapshot.read(path);
      if (own.ok) blobs.set(own.id, own);
      return readable(() => tree.read(path));
    },
  };
}

/** What is wrong with a commit that nobody asked for must not end the audit of the work tree. */
function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UnreadableBaseError(error instanceof AbsentContentError ? error.reason : reasonIn(error));
  }
}

function reasonIn({ message }: UsageError): string {
  return `the last commit cannot be read: ${message.replace(/\.$/, "")}`;
}

/** Whether two trees have the same planning documents, units and specs. */
function isSame(one: AuditModel, other: AuditModel): boolean {
  return JSON.stringify(planOf(one)) === JSON.stringify(planOf(other));
}

function planOf({ settings, documents, facts }: AuditModel): unknown {
  return [
    planningRoles.map((role) => settings[role]?.path),
    documents.map(({ path, text }) => [path, text]),
    facts.units.all.map(({ path, files, statuses, tasks }) => [path, files, statuses, tasks]),
    facts.specs.all.map(({ path, files, status, tasks }) => [path, files, status, tasks]),
  ];
}
