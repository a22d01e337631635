import { it } from "vitest";
import { isolateGit, gitRepository } from "../source/git-repository.ts";
import { ferry, queue, queueText } from "../guard/ferry.ts";
import { editor } from "./editor.ts";
isolateGit();
it("tries", async () => {
  const repository = ferry();
  const one = await editor(repository.root);
  await one.open(queue, queueText);
  const show = async (name: string, asked: Promise<unknown>): Promise<void> => console.log(name, JSON.stringify(await asked.catch((e) => String(e))));
  await one.type(queue, "Spec 001", "Spec 009");
  await show("actions", one.connection.sendRequest("textDocument/codeAction", { textDocument: { uri: one.uri(queue) }, range: { start: { line: 20, character: 0 }, end: { line: 99, character: 0 } }, context: { diagnostics: [] } }));
  console.log(JSON.stringify(one.diagnostics(queue)), one.parsed, one.logs);
  repository.write({ "queue-lint.config.json": '{\n  "queue": "docs/product/spec-candidates.md",\n  "roles": {}\n}\n' });
  await new Promise((r) => setTimeout(r, 1500));
  console.log(JSON.stringify(one.diagnostics("queue-lint.config.json")), JSON.stringify(one.diagnostics(queue)), one.logs);
  const { rmSync } = await import("node:fs");
  rmSync(repository.root + "/queue-lint.config.json");
  await new Promise((r) => setTimeout(r, 1500));
  console.log(JSON.stringify(one.diagnostics("queue-lint.config.json")), JSON.stringify(one.diagnostics(queue)).length, one.logs);
}, 60000);
it("is fast", async () => {
  const entries = Array.from({ length: 400 }, (_, i) => `### Harbour task ${i}\n\n- **Priority**: P${i % 4}\n- **Anchors**: \`src/a.ts\`\n- **Depends on**: \`Harbour task ${i + 1}\`\n\nSome words about what is to be done for pier ${i}, and why that matters to those who wait.\n`);
  const text = `# Queue\n\n## Active\n\n${entries.join("\n")}\n## Promoted\n\n`;
  const specs = Object.fromEntries(Array.from({ length: 100 }, (_, i) => { const d = String(i + 1).padStart(3, "0"); return [`specs/${d}-old-${i}/spec.md`, `# Old ${i}\n\n**Status**: Implemented\n\nWords and more words.\n`]; }));
  const repository = gitRepository({ [queue]: text, "src/a.ts": "", ...specs });
  const one = await editor(repository.root);
  await one.open(queue, text);
  await one.ask("hover", queue, "Harbour task 7");
  for (let i = 0; i < 12; i++) {
    const at = performance.now();
    await one.type(queue, "Some words", "Some wordss");
    await one.ask("codeLens", queue, "Harbour task 7");
    console.log(performance.now() - at);
  }
  console.log(one.parsed, one.diagnostics(queue).length);
}, 60000);
