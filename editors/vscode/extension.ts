import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { commands, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind, type ServerOptions } from "vscode-languageclient/node";

const languages = ["markdown", "yaml", "json", "jsonc", "toml"];

let client: LanguageClient | undefined;

/** Starts the server of the workspace, and again whenever the setting names another program. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("queueLint.restart", restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("queueLint.path")) await restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.dispose();
  await start();
}

async function start(): Promise<void> {
  client = new LanguageClient("queueLint", "queue-lint", serverOptions(), {
    documentSelector: languages.map((language) => ({ scheme: "file", language })),
  });
  await client.start();
}

/** A file of JavaScript is run by the Node of the editor, so that none needs to be installed; anything else is a program of its own. */
function serverOptions(): ServerOptions {
  const program = programOf();
  if (/\.[cm]?js$/.test(program)) return { module: program, args: ["lsp"], transport: TransportKind.stdio };
  // npm installs a batch file on Windows, which only a shell can start.
  return { command: program, args: ["lsp", "--stdio"], options: { shell: process.platform === "win32" } };
}

function programOf(): string {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const configured = workspace.getConfiguration("queueLint").get<string>("path", "").trim();
  if (configured !== "") {
    const beside = join(folders[0] ?? "", configured);
    return !isAbsolute(configured) && existsSync(beside) ? beside : configured;
  }
  const installed = folders.map((folder) => join(folder, "node_modules/queue-lint/dist/cli.cjs"));
  return installed.find((path) => existsSync(path)) ?? "queue-lint";
}
