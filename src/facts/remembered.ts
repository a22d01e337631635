/** A file as it was read: `id` identifies its content; without one, what is read out of it is not remembered. */
export interface FileContent {
  readonly path: string;
  readonly text: string;
  readonly id: string | undefined;
}

/** So many results are kept of each kind. */
const mostKept = 20_000;

/**
 * Reads something out of a file, once for each content: trees of one repository share most of their files. `read` must be
 * pure, and its result frozen in spirit: everybody gets the same one.
 */
export function remembered<Result>(read: (path: string, text: string) => Result): (file: FileContent) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return ({ path, text, id }) => {
    if (id === undefined) return read(path, text);
    const key = `${path}\0${id}`;
    const found = known.get(key) ?? { result: read(path, text) };
    if (known.size >= mostKept) known.clear();
    known.set(key, found);
    return found.result;
  };
}
