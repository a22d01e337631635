import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished } from "vitest";
import {
  createProtocolConnection,
  LogTraceNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  Trace,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
} from "vscode-languageserver-protocol/node";
import { program } from "../cli/program.ts";

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly args?: readonly string[];
  /** Absolute paths; without it the one root. */
  readonly folders?: readonly string[] | undefined;
}

/** A real client of a real server over standard streams, which ends with the test. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly server: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server said for a log, oldest first. */
  readonly logs: string[];
  /** For each audit, the documents that were parsed for it. */
  readonly parsed: string[][];
  uri(path: string): string;
  open(path: string, text: string): Promise<void>;
  /** Replaces the first occurrence of a text, as one keystroke. */
  type(path: string, old: string, replacement: string): Promise<void>;
  /** Writes what the buffer holds to the disk. */
  save(path: string): Promise<void>;
  close(path: string): Promise<void>;
  text(path: string): string;
  /** Where a text is in the buffer. */
  find(path: string, words: string): Position;
  diagnostics(path: string): readonly Diagnostic[];
  /** Waits until the rules that are reported for a document are these. */
  reports(path: string, rules: readonly string[]): Promise<void>;
  /** Asks something about a place in a buffer. */
  ask<Answer>(method: string, place: readonly [path: string, words: string], more?: object): Promise<Answer>;
}

export const capable: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
};

export async function editor(root: string, options: EditorOptions = {}): Promise<Editor> {
  const server = spawn(process.execPath, [program(), "lsp", "--stdio", ...(options.args ?? [])], { cwd: root });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const told = new Map<string, Diagnostic[]>();
  const logs: string[] = [];
  const parsed: string[][] = [];
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }) => void told.set(uri, diagnostics),
  );
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logs.push(message));
  connection.onNotification(LogTraceNotification.type, ({ verbose = "" }) => {
    const names = /^parsed: (.*)$/.exec(verbose)?.[1];
    if (names !== undefined) parsed.push(names === "nothing" ? [] : names.split(", "));
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const uri = (path: string): string => (path.includes(":") ? path : pathToFileURL(join(root, path)).href);
  const folders = options.folders ?? [root];
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder })),
    capabilities: options.capabilities ?? capable,
    trace: "verbose",
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("$/setTrace", { value: Trace.toString(Trace.Verbose) });
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    await connection.sendRequest("shutdown").catch(() => undefined);
    void connection.sendNotification("exit").catch(() => undefined);
    if (server.exitCode === null) await once(server, "exit");
    connection.dispose();
  });
  const buffers = new Map<string, { text: string; version: number }>();
  const buffer = (path: string): { text: string; version: number } => {
    const found = buffers.get(path);
    if (found === undefined) throw new Error(`${path} is not open`);
    return found;
  };
  const at = (path: string, offset: number): Position => {
    const lines = buffer(path)
      .text.slice(0, offset)
      .split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const offsetOf = (path: string, words: string): number => {
    const offset = buffer(path).text.indexOf(words);
    if (offset === -1) throw new Error(`${path} does not say ${words}`);
    return offset;
  };
  const notify = (method: string, params: object): Promise<void> =>
    connection.sendNotification(`textDocument/${method}`, params);
  return {
    connection,
    server,
    initialized,
    logs,
    parsed,
    uri,
    text: (path) => buffer(path).text,
    find: (path, words) => at(path, offsetOf(path, words)),
    async open(path, text) {
      buffers.set(path, { text, version: 1 });
      await notify("didOpen", { textDocument: { uri: uri(path), languageId: "markdown", version: 1, text } });
    },
    async type(path, old, replacement) {
      const { text, version } = buffer(path);
      const offset = offsetOf(path, old);
      const range = { start: at(path, offset), end: at(path, offset + old.length) };
      buffers.set(path, {
        text: text.slice(0, offset) + replacement + text.slice(offset + old.length),
        version: version + 1,
      });
      await notify("didChange", {
        textDocument: { uri: uri(path), version: version + 1 },
        contentChanges: [{ range, text: replacement }],
      });
    },
    async save(path) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, buffer(path).text);
      await notify("didSave", { textDocument: { uri: uri(path) } });
    },
    async close(path) {
      buffers.delete(path);
      await notify("didClose", { textDocument: { uri: uri(path) } });
    },
    diagnostics: (path) => told.get(uri(path)) ?? [],
    async reports(path, rules) {
      const codes = (): unknown[] => (told.get(uri(path)) ?? []).map(({ code }) => code).sort();
      await expect.poll(codes, { timeout: 30_000, interval: 20 }).toEqual([...rules].sort());
    },
    ask: (method, [path, words], more = {}) =>
      connection.sendRequest(`textDocument/${method}`, {
        textDocument: { uri: uri(path) },
        position: at(path, offsetOf(path, words) + 1),
        ...more,
      }),
  };
}
