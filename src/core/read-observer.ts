/**
 * Is told what an audit looks at, before it looks: whoever remembers the outcome can see later whether it still holds. All paths are absolute.
 */
export interface ReadObserver {
  /** A file is read, or a directory listed, or found missing. */
  path(path: string): void;
  /** Somebody asks whether something is there, whatever it is. */
  existence(path: string): void;
  /** Files are looked for below a directory. */
  below(path: string): void;
  /** The history of the repository around a directory is asked; with the name of an object, whether that exists. */
  history(path: string, object?: string): void;
  /** Something is done that cannot be observed, such as running the code of a plugin. */
  unobservable(): void;
}
