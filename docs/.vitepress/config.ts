import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitepress";
import { alias, define } from "./browser/stand-ins.ts";

const docs = join(import.meta.dirname, "..");
const repository = "https://github.com/queue-lint/queue-lint";

/** Pages in the order in which they are read; what is not named comes after them, by name. */
const groups = [
  { text: "Begin", pages: ["configuration", "layouts", "hooks", "github-action", "exceptions", "fixes", "git"] },
  {
    text: "Look up",
    pages: ["glossary", "faq", "troubleshooting", "exit-status", "output", "html-report", "history", "online"],
  },
  { text: "Build on it", pages: ["api", "writing-a-rule", "agents"] },
  { text: "Trust it", pages: ["security", "threats", "precision", "performance", "speed", "platforms"] },
];

function titleOf(path: string): string {
  const text = readFileSync(join(docs, path), "utf8");
  return /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? path;
}

function pagesIn(folder: string): string[] {
  return readdirSync(join(docs, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && !["README.md", "index.md"].includes(entry.name))
    .map((entry) => entry.name.slice(0, -".md".length))
    .sort();
}

const item = (path: string) => ({ text: titleOf(`${path}.md`), link: `/${path}` });
const top = pagesIn(".");
const named = groups.flatMap(({ pages }) => pages);
const others = top.filter((page) => !named.includes(page) && page !== "playground");
const ruleGroups = readdirSync(join(docs, "rules"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const sidebar = [
  ...groups.map(({ text, pages }) => ({ text, items: pages.filter((page) => top.includes(page)).map(item) })),
  ...(others.length === 0 ? [] : [{ text: "More", items: others.map(item) }]),
  { text: "Layouts", collapsed: true, items: pagesIn("layouts").map((page) => item(`layouts/${page}`)) },
  {
    text: "Rules",
    link: "/rules/",
    items: ruleGroups.map((group) => ({
      text: group,
      collapsed: true,
      items: pagesIn(`rules/${group}`).map((page) => item(`rules/${group}/${page}`)),
    })),
  },
];

/** A list of all pages for language models, as https://llmstxt.org describes it. */
function llmsText(): string {
  const list = (pages: readonly string[]) =>
    pages.map((path) => `- [${titleOf(`${path}.md`)}](${repository}/blob/main/docs/${path}.md)`);
  return [
    "# queue-lint",
    "",
    "> Checks every claim that planning documents make against what the repository really contains.",
    "",
    "## Pages",
    "",
    ...list(top),
    "",
    "## Rules",
    "",
    ...ruleGroups.flatMap((group) => list(pagesIn(`rules/${group}`).map((page) => `rules/${group}/${page}`))),
    "",
  ].join("\n");
}

export default defineConfig({
  title: "queue-lint",
  description: "Checks every claim that planning documents make against what the repository really contains.",
  base: process.env["SITE_BASE"] ?? "/",
  cleanUrls: false,
  srcExclude: ["product/**", "decisions/**", "node_modules/**"],
  rewrites: { "rules/README.md": "rules/index.md" },
  // Files of the repository that are no pages: test/docs follows every link.
  ignoreDeadLinks: true,
  themeConfig: {
    nav: [
      { text: "Rules", link: "/rules/" },
      { text: "Playground", link: "/playground" },
      { text: "Words", link: "/glossary" },
    ],
    sidebar,
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: repository }],
    outline: [2, 3],
  },
  // Words of the pages are text: nothing between two braces is evaluated.
  markdown: {
    config: (md) => {
      const code = md.renderer.rules.code_inline;
      md.renderer.rules.code_inline = (...args) =>
        (code?.(...args) ?? `<code>${md.utils.escapeHtml(args[0][args[1]]?.content ?? "")}</code>`).replace(
          /^<code(?! v-pre)/,
          "<code v-pre",
        );
      const text = md.renderer.rules.text;
      md.renderer.rules.text = (...args) => (text?.(...args) ?? "").replaceAll("{{", "&#123;&#123;");
    },
  },
  vite: { resolve: { alias }, define, build: { chunkSizeWarningLimit: 2000 } },
  buildEnd: ({ outDir }) => writeFileSync(join(outDir, "llms.txt"), llmsText()),
});
