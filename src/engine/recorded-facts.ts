import type { Facts, PathFacts, SpecFacts, SpecPackage, TaskProgress } from "../core/fact.ts";

/** Of the progress it is known which of the two numbers a rule looked at: they are what changes most. */
export type Detail = keyof SpecPackage | "done" | "open";

/** What a rule asked of the facts, as far as it takes to tell whether another tree would answer the same. */
export interface FactTrace {
  /** Whether it asked which packages there are. */
  packages: boolean;
  /** Whether it asked for units. Their files are not followed: the next tree may answer anything. */
  units: boolean;
  /** What it asked of any package. Of which ones is not written down: few packages change at once, and writing it down costs more than asking again. */
  readonly details: Set<Detail>;
  /** Whether it looked for packages by their titles. */
  titles: boolean;
  /** Whether it asked which paths there are. */
  paths: boolean;
  readonly files: Set<string>;
  /** Whether it asked for anchors of the documents. Where the claims are those of the same documents, so are the anchors. */
  headings: boolean;
  /** Whether it asked what former entries the archives keep, or what the history or a server says. That is not followed: the next tree may answer anything. */
  archives: boolean;
  history: boolean;
}

/** What several rules asked. */
export function allTraces(traces: readonly FactTrace[]): FactTrace {
  const any = (has: (trace: FactTrace) => boolean): boolean => traces.some(has);
  return {
    packages: any((trace) => trace.packages),
    units: any((trace) => trace.units),
    details: new Set(traces.flatMap((trace) => [...trace.details])),
    titles: any((trace) => trace.titles),
    paths: any((trace) => trace.paths),
    files: new Set(traces.flatMap((trace) => [...trace.files])),
    headings: any((trace) => trace.headings),
    archives: any((trace) => trace.archives),
    history: any((trace) => trace.history),
  };
}

/**
 * Facts that write down what is asked of them. One recorder goes with one rule from tree to tree, and its trace only grows: so it may say that an
 * answer changed which the rule would not ask for any more, but never the other way round.
 */
export class FactRecorder {
  readonly trace: FactTrace = {
    packages: false,
    units: false,
    details: new Set(),
    titles: false,
    paths: false,
    files: new Set(),
    headings: false,
    archives: false,
    history: false,
  };
  /** Most packages are the same in tree after tree. */
  #packages = new Map<SpecPackage, SpecPackage>();
  #all: { readonly of: readonly SpecPackage[]; readonly recorded: readonly SpecPackage[] } = { of: [], recorded: [] };

  /** The same facts. */
  record(facts: Facts): Facts {
    const { trace } = this;
    const told = <Value>(value: Value): Value => {
      trace.history = true;
      return value;
    };
    return {
      specs: this.#recordedSpecs(facts.specs),
      get units() {
        trace.units = true;
        return facts.units;
      },
      paths: recordedPaths(facts.paths, trace),
      today: facts.today,
      headings: (path) => {
        trace.headings = true;
        return facts.headings(path);
      },
      get archives() {
        trace.archives = true;
        return facts.archives;
      },
      commit: (id) => told(facts.commit(id)),
      renamed: (path) => told(facts.renamed(path)),
      branches: () => told(facts.branches()),
      remote: (reference) => told(facts.remote(reference)),
      get scripts() {
        trace.files.add("package.json");
        return facts.scripts;
      },
    };
  }

  #recordedSpecs(specs: SpecFacts): SpecFacts {
    if (this.#packages.size > 2 * specs.all.length) {
      this.#packages = new Map();
      // Each package has one double at a time: rules compare them.
      this.#all = { of: [], recorded: [] };
    }
    const one = (spec: SpecPackage): SpecPackage => this.#recorded(spec);
    const maybe = (spec: SpecPackage | undefined): SpecPackage | undefined =>
      spec === undefined ? undefined : one(spec);
    const all = (of: readonly SpecPackage[]): readonly SpecPackage[] => {
      const before = this.#all;
      // One more or less moves the others, and most stay where they are.
      if (before.of !== of)
        this.#all = {
          of,
          recorded: of.map((spec, index) =>
            before.of[index] === spec ? (before.recorded[index] as SpecPackage) : one(spec),
          ),
        };
      return this.#all.recorded;
    };
    const asked = (): SpecFacts => {
      this.trace.packages = true;
      return specs;
    };
    return {
      get root() {
        return asked().root;
      },
      get all() {
        return all(asked().all);
      },
      get unrecognised() {
        return asked().unrecognised;
      },
      get width() {
        return asked().width;
      },
      has: (spec) => asked().has(spec),
      numbered: (spec) => {
        const found = asked().numbered(spec);
        const only = found[0];
        return found.length === 1 && only !== undefined ? [one(only)] : found.map(one);
      },
      slugged: (slug) => maybe(asked().slugged(slug)),
      titled: (title) => {
        this.trace.titles = true;
        return maybe(asked().titled(title));
      },
      nearest: (name) => maybe(asked().nearest(name)),
    };
  }

  #recorded(spec: SpecPackage): SpecPackage {
    const found = this.#packages.get(spec);
    if (found !== undefined) return found;
    const recorded = new RecordedPackage(spec, this.trace);
    this.#packages.set(spec, recorded);
    return recorded;
  }
}

function recordedPaths(paths: PathFacts, trace: FactTrace): PathFacts {
  return {
    listing: paths.listing,
    resolve: (target, from) => {
      trace.paths = true;
      return paths.resolve(target, from);
    },
    plausible: (target, from) => {
      trace.paths = true;
      return paths.plausible(target, from);
    },
    read: (path) => {
      trace.files.add(path);
      return paths.read(path);
    },
  };
}

/** A class, because there is one for each package and each rule. What its name says already is not written down. */
class RecordedPackage implements SpecPackage {
  readonly #spec: SpecPackage;
  readonly #trace: FactTrace;
  #progress: TaskProgress | undefined;

  constructor(spec: SpecPackage, trace: FactTrace) {
    this.#spec = spec;
    this.#trace = trace;
  }

  get number(): number {
    return this.#spec.number;
  }
  get digits(): string {
    return this.#spec.digits;
  }
  get slug(): string {
    return this.#spec.slug;
  }
  get text(): string {
    return this.#spec.text;
  }
  get path(): string {
    return this.#spec.path;
  }
  get location(): SpecPackage["location"] {
    return this.#spec.location;
  }
  get files(): SpecPackage["files"] {
    return this.#asked("files").files;
  }
  get specFile(): SpecPackage["specFile"] {
    return this.#asked("specFile").specFile;
  }
  get title(): SpecPackage["title"] {
    return this.#asked("title").title;
  }
  get status(): SpecPackage["status"] {
    return this.#asked("status").status;
  }
  get statusLine(): SpecPackage["statusLine"] {
    return this.#asked("statusLine").statusLine;
  }
  get branch(): SpecPackage["branch"] {
    return this.#asked("branch").branch;
  }
  get tasks(): SpecPackage["tasks"] {
    const { tasks } = this.#spec;
    if (tasks === undefined) return this.#asked("tasks").tasks;
    // That there are tasks at all is seen by asking for either.
    this.#asked("open");
    return (this.#progress ??= new RecordedProgress(tasks, this.#trace));
  }

  get taskList(): SpecPackage["taskList"] {
    return this.#asked("taskList").taskList;
  }
  get clarifications(): SpecPackage["clarifications"] {
    return this.#asked("clarifications").clarifications;
  }
  get deferrals(): SpecPackage["deferrals"] {
    return this.#asked("deferrals").deferrals;
  }
  get closeOut(): SpecPackage["closeOut"] {
    return this.#asked("closeOut").closeOut;
  }
  get substantial(): SpecPackage["substantial"] {
    return this.#asked("substantial").substantial;
  }

  #asked(detail: Detail): SpecPackage {
    this.#trace.details.add(detail);
    return this.#spec;
  }
}

class RecordedProgress implements TaskProgress {
  readonly #progress: TaskProgress;
  readonly #trace: FactTrace;

  constructor(progress: TaskProgress, trace: FactTrace) {
    this.#progress = progress;
    this.#trace = trace;
  }

  get done(): number {
    this.#trace.details.add("done");
    return this.#progress.done;
  }

  get open(): number {
    return this.#progress.open;
  }
}
