import { buildModel, ModelCache } from "../build-model.ts";
import type { ResolvedConfig } from "../config/resolved-config.ts";
import type { AuditModel, Base } from "../core/audit-model.ts";
import type { ConfigFile } from "../core/config-file.ts";
import type { RemoteReference } from "../core/remote.ts";
import type { Settings } from "../core/settings.ts";
import type { Answer, Snapshot } from "../core/snapshot.ts";
import { cacheLocation } from "../online/cache-location.ts";
import { openRemotePass, type RemotePass } from "../online/remote-pass.ts";
import { findBase } from "../source/git/find-base.ts";
import { findRoot } from "../source/find-root.ts";
import { configureTrees, type ConfiguredBase } from "./configure.ts";
import type { OpenOptions } from "./lint-options.ts";
import { headBase } from "./head-base.ts";
import { openBase, openTree, type Blobs } from "./open-trees.ts";
import { settingsOfTree } from "./settings-of-tree.ts";
import { originUrl } from "../source/git/origin-url.ts";

/** A repository that has been read: its configuration and model, before any rule has run. */
export interface Opened {
  /** Absolute path. */
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly config: ResolvedConfig;
  /** The configuration as it was found; undefined when there is none. */
  readonly configFile: ConfigFile | undefined;
  readonly model: AuditModel;
  readonly base: Answer<Base>;
  /** The settings for another tree of the repository: the same words, documents where that tree has them. */
  settingsFor(tree: Snapshot): Settings;
}

/** Finds root and configuration and builds the model. Rejects with a `UsageError` for bad input. */
export async function open(options: OpenOptions = {}): Promise<Opened> {
  const cwd = options.cwd ?? process.cwd();
  const blobs: Blobs = new Map();
  const root = findRoot(cwd, options.root, options.observer);
  const found = baseOf(root, options);
  const pass = options.online === true ? remotePass(root, options) : undefined;
  const { snapshot: tree, head } = await openTree(root, options, blobs);
  const snapshot = withRemote(tree, pass);
  const compared = options.ref === undefined ? "HEAD" : (head ?? "HEAD");
  const openEarlier = () => openBase({ root, head: compared, today: snapshot.today, blobs, found }, options);
  const configured = await configureTrees(snapshot, { root, cwd, head, openEarlier }, options);
  const { config, earlier, file, known, parsed, match, path } = configured;
  const settingsFor = (tree: Snapshot): Settings =>
    settingsOfTree(tree, { snapshot, settings: config.settings, parsed, known, match, path });
  const cache = cacheOf(options);
  const model = buildModel(snapshot, config.settings, cache);
  const modelOf = (tree: Snapshot): AuditModel =>
    tree === snapshot ? model : buildModel(withRemote(tree, pass), settingsFor(tree), cache);
  const base =
    options.base === undefined && head === undefined
      ? headBase({ snapshot, blobs, observer: options.observer, modelOf })
      : withModel(earlier, modelOf);
  if (pass !== undefined) await ask(pass, config, options.base === undefined ? [model] : [model, ...modelIn(base)]);
  return { root, snapshot, config, configFile: file, model, base, settingsFor };
}

function cacheOf({ cache }: OpenOptions): ModelCache {
  return cache ?? new ModelCache();
}

/** Git looks the base up while the configuration is read; what is wrong with that is said first. */
function baseOf(root: string, { base, ref }: OpenOptions): ReturnType<typeof findBase> | undefined {
  if (base === undefined || ref !== undefined) return undefined;
  const found = findBase(root, { base, head: "HEAD" });
  found.catch(() => undefined);
  return found;
}

/** A tree that also knows what the server says; the tree alone when none is asked. */
function withRemote(tree: Snapshot, pass: RemotePass | undefined): Snapshot {
  return pass === undefined ? tree : { ...tree, remote: (reference) => pass.answer(reference) };
}

function remotePass(root: string, { onlineCache }: OpenOptions): RemotePass {
  const cache = onlineCache === false ? undefined : (onlineCache ?? cacheLocation(root, process.env));
  return openRemotePass({ environment: { ...process.env }, origin: originUrl(root), cache });
}

/** All that the documents of some trees name. */
function remoteReferences(models: readonly AuditModel[]): RemoteReference[] {
  return models.flatMap(({ claims }) =>
    [...claims.of("merge"), ...claims.of("issue-state")].map(({ reference }) => reference),
  );
}

async function ask(pass: RemotePass, { rules }: ResolvedConfig, models: readonly AuditModel[]): Promise<void> {
  if (rules.some(({ definition }) => definition.meta.online === true)) await pass.ask(remoteReferences(models));
}

function modelIn(base: Answer<Base>): AuditModel[] {
  return base.kind === "known" ? [base.value.model] : [];
}

function withModel(base: ConfiguredBase, modelOf: (tree: Snapshot) => AuditModel): Answer<Base> {
  if (base.kind === "unknown") return base;
  const { snapshot, ...known } = base.value;
  return { kind: "known", value: { ...known, model: modelOf(snapshot) } };
}
