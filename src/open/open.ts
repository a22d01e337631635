import { rules } from "../../rules/index.ts";
import { buildModel, ModelCache } from "../build-model.ts";
import type { UserConfig } from "../config/config-schema.ts";
import { parseConfig } from "../config/parse-config.ts";
import { readPlugins } from "../config/read-plugins.ts";
import { readPluginRules, withheldRules } from "../config/plugin-rules.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { ResolvedConfig } from "../config/resolved-config.ts";
import type { AuditModel, Base } from "../core/audit-model.ts";
import type { ConfigFile } from "../core/config-file.ts";
import type { ReadObserver } from "../core/read-observer.ts";
import type { RemoteReference } from "../core/remote.ts";
import type { Settings } from "../core/settings.ts";
import type { Answer, Snapshot } from "../core/snapshot.ts";
import type { PatternMatcher } from "../core/spec-name.ts";
import type { Rule } from "../rule-api/index.ts";
import { cacheLocation } from "../online/cache-location.ts";
import { openRemotePass, type RemotePass } from "../online/remote-pass.ts";
import { findBase } from "../source/git/find-base.ts";
import { findConfig } from "../source/find-config.ts";
import { findRoot } from "../source/find-root.ts";
import { matchInTime } from "../source/match-in-time.ts";
import { loadPlugin } from "../source/load-plugin.ts";
import { pathFromRoot } from "../source/path-from-root.ts";
import type { OpenOptions } from "./lint-options.ts";
import { headBase } from "./head-base.ts";
import { openBase, openTree, type BaseTree, type Blobs } from "./open-trees.ts";
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
  const { file, config, known, parsed, match } = await configure(snapshot, { root, cwd, head }, options);
  const settingsFor = (tree: Snapshot): Settings =>
    settingsOfTree(tree, { settings: config.settings, parsed, known, match });
  const compared = options.ref === undefined ? "HEAD" : (head ?? "HEAD");
  const cache = new ModelCache();
  const model = buildModel(snapshot, config.settings, cache);
  const modelOf = (tree: Snapshot): AuditModel =>
    tree === snapshot ? model : buildModel(withRemote(tree, pass), settingsFor(tree), cache);
  const base =
    options.base === undefined && head === undefined
      ? headBase({ snapshot, blobs, observer: options.observer, modelOf })
      : withModel(await openBase({ root, head: compared, today: snapshot.today, blobs, found }, options), modelOf);
  if (pass !== undefined) await ask(pass, config, options.base === undefined ? [model] : [model, ...modelIn(base)]);
  return { root, snapshot, config, configFile: file, model, base, settingsFor };
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

interface Configured {
  readonly file: ConfigFile | undefined;
  readonly known: readonly Rule[];
  /** As the user wrote it. */
  readonly parsed: UserConfig;
  readonly match: PatternMatcher;
  readonly config: ResolvedConfig;
}

/** Reads the configuration of the audited tree, and the plugins that it names. */
async function configure(
  snapshot: Snapshot,
  { root, cwd, head }: { readonly root: string; readonly cwd: string; readonly head: string | undefined },
  { config, observer, plugins, preset, rules: severities, baseline, layouts }: OpenOptions,
): Promise<Configured> {
  const own = head === undefined ? {} : { read: (name: string) => snapshot.read(name) };
  const file = findConfig({ root, cwd, config, observer, ...own });
  const added = file === undefined ? [] : await pluginRules(file, { root, trusted: plugins !== false, observer });
  const known = [...rules, ...added];
  const configured = file === undefined ? {} : parseConfig(file, known);
  const parsed = layouts === undefined ? configured : { ...configured, layouts: [...layouts] };
  const match = matchInTime(file?.path);
  const overrides = { preset, rules: severities, baseline: pathFromRoot(baseline, { cwd, root }) };
  return { file, known, parsed, match, config: resolveConfig(parsed, { snapshot, rules: known, overrides, match }) };
}

function remotePass(root: string, { onlineCache }: OpenOptions): RemotePass {
  const cache = onlineCache === false ? undefined : (onlineCache ?? cacheLocation(root, process.env));
  return openRemotePass({ environment: process.env, origin: originUrl(root), cache });
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

function withModel(base: Answer<BaseTree>, modelOf: (tree: Snapshot) => AuditModel): Answer<Base> {
  if (base.kind === "unknown") return base;
  const { snapshot, ...known } = base.value;
  return { kind: "known", value: { ...known, model: modelOf(snapshot) } };
}

/** The rules that the plugins of a configuration add; placeholders that say “not checked” when they are not trusted. */
async function pluginRules(
  file: ConfigFile,
  {
    root,
    trusted,
    observer,
  }: { readonly root: string; readonly trusted: boolean; readonly observer: ReadObserver | undefined },
): Promise<Rule[]> {
  const { plugins, ruleIds } = readPlugins(file);
  if (!trusted)
    return withheldRules(
      plugins,
      ruleIds.filter((id) => !rules.some((rule) => rule.id === id)),
    );
  if (plugins.length > 0) observer?.unobservable();
  const loaded = await Promise.all(plugins.map(async (name) => ({ name, module: await loadPlugin(name, root) })));
  return readPluginRules(loaded, rules);
}
