import { buildModel, type ModelCache } from "../build-model.ts";
import { overlaySnapshot } from "../core/overlay-snapshot.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { AuditOutcome } from "../engine/fix-safety.ts";
import { lazily } from "../core/lazily.ts";
import { report } from "../lint.ts";
import type { Opened } from "../open/open.ts";
import type { AuditedTree } from "./watch-listener.ts";

/** A repository that is kept warm, and its work tree as it is on the disk. */
export interface WarmRepository {
  readonly opened: Opened;
  readonly snapshot: Snapshot;
  readonly cache: ModelCache;
}

/** The tree with the texts that editors hold. Nothing is read before it is asked for. */
export function heldTree(
  { opened, snapshot: disk, cache }: WarmRepository,
  texts: ReadonlyMap<string, string>,
): AuditedTree {
  const { config, base } = opened;
  const modelOf = (tree: Snapshot): AuditedTree["model"] =>
    tree === opened.snapshot ? opened.model : buildModel(tree, opened.settingsFor(tree), cache);
  const snapshot = withTexts(disk, texts);
  const model = modelOf(snapshot);
  const own = lazily(() => report({ ...opened, snapshot, model }).findings);
  const audit = (other: Snapshot): AuditOutcome => {
    if (other === snapshot) return { model, findings: own() };
    const changed = modelOf(other);
    return { model: changed, findings: report({ ...opened, snapshot: other, model: changed }).findings };
  };
  return { snapshot, model, config, base, audit };
}

/** Texts of files that are not there are left out: nothing is there before it is saved. */
function withTexts(snapshot: Snapshot, texts: ReadonlyMap<string, string>): Snapshot {
  const others = [...texts].filter(([path, text]) => {
    const read = snapshot.read(path);
    return read.ok && read.text !== text;
  });
  return others.length === 0 ? snapshot : overlaySnapshot(snapshot, new Map(others));
}
