import { rules } from "../rules/index.ts";
import { buildModel, DocumentCache, planningPaths } from "./build-model.ts";
import type { UserConfig } from "./config/config-schema.ts";
import { parseConfig } from "./config/parse-config.ts";
import { readPlugins } from "./config/read-plugins.ts";
import { readPluginRules, withheldRules } from "./config/plugin-rules.ts";
import { resolveConfig } from "./config/resolve-config.ts";
import { resolveSettings } from "./config/resolve-settings.ts";
import type { PresetName, ResolvedConfig } from "./config/resolved-config.ts";
import type { AuditModel, Base } from "./core/audit-model.ts";
import type { ConfigFile } from "./core/config-file.ts";
import { AbsentContentError, UsageError } from "./core/errors.ts";
import type { Severity } from "./core/finding.ts";
import type { ReadObserver } from "./core/read-observer.ts";
import type { RemoteReference } from "./core/remote.ts";
import type { Settings } from "./core/settings.ts";
import type { Answer, ReadResult, Snapshot } from "./core/snapshot.ts";
import type { Rule } from "./rule-api/index.ts";
import { cacheLocation } from "./online/cache-location.ts";
import { openRemotePass, type RemotePass } from "./online/remote-pass.ts";
import { isBareRepository, refuseBare } from "./source/git/bare-repository.ts";
import { findBase } from "./source/git/find-base.ts";
import { findConfig } from "./source/find-config.ts";
import { findRoot } from "./source/find-root.ts";
import { openGitRefs } from "./source/git/git-refs.ts";
import { headCommit } from "./source/git/head-commit.ts";
import { openGitTree } from "./source/git/git-tree.ts";
import { loadPlugin } from "./source/load-plugin.ts";
import { pathFromRoot } from "./source/path-from-root.ts";
import { originUrl } from "./source/git/origin-url.ts";
import { openWorkTree, type WorkTreeMemory } from "./source/work-tree.ts";

export interface LintOptions {
  /** Directory to audit. Without it, the nearest directory above `cwd` that has a configuration or is a repository. */
  readonly root?: string | undefined;
  /** Defaults to `process.cwd()`. */
  readonly cwd?: string | undefined;
  /** Path of a configuration file, relative to `cwd`. Without it the conventional names are tried, in the audited tree. */
  readonly config?: string | undefined;
  /** Names or paths of layouts, instead of those of the configuration. */
  readonly layouts?: readonly string[] | undefined;
  readonly preset?: PresetName | undefined;
  /** Severities that win over preset and configuration: `{ "promotion/once": "off" }`. */
  readonly rules?: Readonly<Record<string, Severity | "off">> | undefined;
  /** False to load no plugins, for a configuration that is not trusted; their rules are then not checked. Default: true. */
  readonly plugins?: boolean | undefined;
  /** Path of the baseline, relative to `cwd`, inside the root; false for none. Without it the configuration says which. */
  readonly baseline?: string | false | undefined;
  /** True to audit what is staged instead of the work tree. The rules that need a base compare it with the last commit. */
  readonly staged?: boolean | undefined;
  /** A commit to audit instead of the work tree, by any name that git knows. */
  readonly ref?: string | undefined;
  /** A ref to compare with, or "auto": what is there since the audited tree parted from it already fails no run. */
  readonly base?: string | undefined;
  /** True to ask the server of the repository about the issues and pull requests that the documents name. Default: false, nothing is asked of anybody. */
  readonly online?: boolean | undefined;
  /** The file that keeps the server's answers; false for none. Default: below node_modules, or in the cache folder of the user. */
  readonly onlineCache?: string | false | undefined;
  /** ISO 8601 date; defaults to the current date. */
  readonly today?: string | undefined;
  /** Is told what is looked at. */
  readonly observer?: ReadObserver | undefined;
  /** What is known of the work tree already. */
  readonly memory?: WorkTreeMemory | undefined;
}

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
export async function open(options: LintOptions = {}): Promise<Opened> {
  const cwd = options.cwd ?? process.cwd();
  const { observer } = options;
  const blobs: Blobs = new Map();
  const root = findRoot(cwd, options.root, observer);
  // Git looks the base up while the configuration is read; what is wrong with that is said first.
  const base =
    options.base === undefined || options.ref !== undefined
      ? undefined
      : findBase(root, { base: options.base, head: "HEAD" });
  base?.catch(() => undefined);
  const pass = options.online === true ? remotePass(root, options) : undefined;
  const connected = (tree: Snapshot): Snapshot =>
    pass === undefined ? tree : { ...tree, remote: (reference) => pass.answer(reference) };
  const { snapshot: tree, head } = await openTree(root, options, blobs);
  const snapshot = connected(tree);
  const file = findConfig({
    root,
    cwd,
    config: options.config,
    observer,
    ...(head === undefined ? {} : { read: (name: string) => snapshot.read(name) }),
  });
  const known =
    file === undefined
      ? rules
      : [...rules, ...(await pluginRules(file, { root, trusted: options.plugins !== false, observer }))];
  const configured = file === undefined ? {} : parseConfig(file, known);
  const parsed = options.layouts === undefined ? configured : { ...configured, layouts: [...options.layouts] };
  const config = resolveConfig(parsed, {
    snapshot,
    rules: known,
    overrides: {
      preset: options.preset,
      rules: options.rules,
      baseline: pathFromRoot(options.baseline, { cwd, root }),
    },
  });
  const settingsFor = (tree: Snapshot): Settings => settingsOf(tree, { settings: config.settings, parsed, known });
  const earlier = await openBase(
    { root, head: options.ref === undefined ? "HEAD" : (head ?? "HEAD"), today: snapshot.today, blobs, found: base },
    options,
  );
  const cache = new DocumentCache({
    isRemembered:
      options.memory !== undefined ||
      (earlier.kind === "known" && documentsDiffer(snapshot, earlier.value.snapshot, config.settings)),
  });
  const model = buildModel(snapshot, config.settings, cache);
  const compared =
    earlier.kind === "unknown"
      ? earlier
      : withModel(earlier.value, (tree) => buildModel(connected(tree), settingsFor(tree), cache));
  if (pass !== undefined && config.rules.some(({ definition }) => definition.meta.online === true))
    await pass.ask(remoteReferences(compared.kind === "known" ? [model, compared.value.model] : [model]));
  return { root, snapshot, config, configFile: file, model, base: compared, settingsFor };
}

function remotePass(root: string, { onlineCache }: LintOptions): RemotePass {
  const cache = onlineCache === false ? undefined : (onlineCache ?? cacheLocation(root, process.env));
  return openRemotePass({ environment: process.env, origin: originUrl(root), cache });
}

/** All that the documents of some trees name. */
function remoteReferences(models: readonly AuditModel[]): RemoteReference[] {
  return models.flatMap(({ claims }) =>
    [...claims.of("merge"), ...claims.of("issue-state")].map(({ reference }) => reference),
  );
}

interface OpenedTree {
  readonly snapshot: Snapshot;
  /** Undefined for the work tree, "index", or the full name of the commit. */
  readonly head: string | undefined;
}

async function openTree(
  root: string,
  { staged = false, ref, base, observer, memory, today = new Date().toISOString().slice(0, 10) }: LintOptions,
  blobs: Blobs,
): Promise<OpenedTree> {
  if (staged && ref !== undefined)
    throw new UsageError("--staged and --ref name two different trees.", "Leave one of them out.");
  if (staged)
    return { snapshot: openGitTree(root, { kind: "index" }, { today, blobs, isCompared: true }), head: "index" };
  if (ref === undefined && isBareRepository(root)) refuseBare(root);
  if (ref === undefined)
    return {
      snapshot: openWorkTree(root, { today, observer, memory, blobs: base === undefined ? undefined : blobs }),
      head: undefined,
    };
  const id = await (await openGitRefs(root)).commit(ref);
  return {
    snapshot: openGitTree(
      root,
      { kind: "commit", id, label: labelOf(ref, id) },
      { today, blobs, isCompared: base !== undefined },
    ),
    head: id,
  };
}

function labelOf(ref: string, id: string): string {
  const short = id.slice(0, 7);
  return id.startsWith(ref) ? short : `${ref} (${short})`;
}

interface HeadTree {
  readonly root: string;
  readonly head: string;
  readonly today: string;
  readonly blobs: Blobs;
  /** The base, when it has been looked up already. */
  readonly found: ReturnType<typeof findBase> | undefined;
}

/** What was read of the blobs that the trees of one audit share. */
type Blobs = Map<string, ReadResult>;

type BaseTree = Omit<Base, "model"> & { readonly snapshot: Snapshot };

/** What is staged is compared with the last commit even when nothing is to be subtracted: that is what it changes. */
async function openBase(
  { root, head, today, blobs, found: lookedUp }: HeadTree,
  { base, staged = false }: LintOptions,
): Promise<Answer<BaseTree>> {
  if (base === undefined && !staged)
    return { kind: "unknown", reason: "there is no base to compare with; name one with --base" };
  const found =
    base === undefined
      ? { name: "HEAD", commit: headCommit(root) }
      : await (lookedUp ?? findBase(root, { base, head }));
  const { name, commit } = found;
  if (commit === undefined) return { kind: "unknown", reason: "the repository has no commit yet" };
  const snapshot = openGitTree(
    root,
    { kind: "commit", id: commit, label: labelOf(name, commit) },
    { today, blobs, isCompared: true },
  );
  return { kind: "known", value: { name, commit, subtracted: base !== undefined, snapshot } };
}

function withModel({ snapshot, ...base }: BaseTree, model: (tree: Snapshot) => AuditModel): Answer<Base> {
  return { kind: "known", value: { ...base, model: model(snapshot) } };
}

/** Whether two trees have documents that are nearly the same: then what they share is remembered, and else that would only cost time. */
function documentsDiffer(one: Snapshot, other: Snapshot, settings: Settings): boolean {
  const textOf = (tree: Snapshot, path: string): string | undefined => {
    const result = tree.read(path);
    return result.ok ? result.text : undefined;
  };
  try {
    return planningPaths(settings).some(([path]) => textOf(one, path) !== textOf(other, path));
  } catch (error) {
    // Who needs a content that a partial clone left out, says so.
    if (error instanceof AbsentContentError) return true;
    throw error;
  }
}

interface HeadSettings {
  readonly settings: Settings;
  readonly parsed: UserConfig;
  readonly known: readonly Rule[];
}

/**
 * The settings for the base: both trees are judged by the words of the audited one, but each is read where its own documents are.
 * The same object when nothing differs, so that what both trees share is read once.
 */
function settingsOf(tree: Snapshot, { settings, parsed, known }: HeadSettings): Settings {
  const own = inputsOf(tree, known);
  const absent = (path: string | false | undefined): boolean =>
    typeof path === "string" && tree.entries(path).length === 0 && !tree.read(path).ok;
  const specs = typeof parsed.specs === "object" ? parsed.specs.root : parsed.specs;
  const base: UserConfig = {
    ...parsed,
    agents: undefined,
    ...(parsed.queue === undefined || absent(parsed.queue) ? { queue: own.queue } : {}),
    ...(absent(parsed.roadmap) ? { roadmap: own.roadmap } : {}),
    ...(absent(parsed.ledger) ? { ledger: own.ledger } : {}),
    ...(absent(specs) ? { specs: own.specs } : {}),
  };
  const resolved = { ...resolveSettings(base, tree), agents: settings.agents.filter((path) => tree.read(path).ok) };
  return JSON.stringify(resolved) === JSON.stringify(settings) ? settings : resolved;
}

/** What the base's own configuration says; nothing when it cannot be used: the audited tree has corrected it. */
function inputsOf(tree: Snapshot, known: readonly Rule[]): UserConfig {
  try {
    const file = findConfig({ root: tree.root, cwd: tree.root, read: (name) => tree.read(name) });
    return file === undefined ? {} : parseConfig(file, known);
  } catch (error) {
    if (error instanceof UsageError && !(error instanceof AbsentContentError)) return {};
    throw error;
  }
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
