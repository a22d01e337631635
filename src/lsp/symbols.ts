import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import { printable } from "../reporters/printable.ts";
import { rangeOf } from "./positions.ts";
import type { Look } from "./look.ts";
import type { Repository } from "./repository.ts";
import { entryTarget, placeOfTarget, specTarget, unitTarget, type PlaceTarget, type Target } from "./target.ts";

/** A client filters again; more than this nobody reads. */
const mostSymbols = 500;

/** Entries and units whose names hold the letters of a query in their order. */
export function workspaceSymbols(repository: Repository, { model }: Look, query: string): WorkspaceSymbol[] {
  const entries = model.claims.of("candidate").map((entry) => named(entryTarget(entry), entry.title, entry.section));
  const units = model.facts.units.all.map((unit) => unitSymbol(unitTarget(unit, model)));
  const known = new Set(model.facts.units.all.map(({ path }) => path));
  const specs = model.facts.specs.all
    .filter(({ path }) => !known.has(path))
    .map((spec) => unitSymbol(specTarget(spec, model)));
  return [...entries, ...units, ...specs]
    .filter(({ name }) => holdsLetters(name, query))
    .slice(0, mostSymbols)
    .flatMap(({ target, name, container }) => {
      const place = placeOfTarget(target);
      if (place === undefined) return [];
      const kind = target.kind === "entry" ? SymbolKind.Event : SymbolKind.Package;
      const location = { uri: repository.uriOf(place.path), range: rangeOf(place) };
      return [{ name: printable(name), kind, containerName: printable(container), location }];
    });
}

interface Named {
  readonly target: Target;
  readonly name: string;
  readonly container: string;
}

function named(target: Target, name: string, container: string): Named {
  return { target, name, container };
}

function unitSymbol(target: PlaceTarget): Named {
  const { unit, spec, path } = target;
  const names = [unit?.name.text ?? spec?.text ?? path, unit?.title ?? spec?.title ?? ""];
  return named(target, names.join(" ").trim(), kindOf(target));
}

function kindOf({ unit }: PlaceTarget): string {
  return unit?.source ?? "spec";
}

function holdsLetters(name: string, query: string): boolean {
  const letters = [...query.toLowerCase().replaceAll(/\s/g, "")];
  let at = 0;
  const text = name.toLowerCase();
  return letters.every((letter) => {
    const found = text.indexOf(letter, at);
    at = found + letter.length;
    return found !== -1;
  });
}
