import { cpSync } from "node:fs";
import path from "node:path";
import { clean, markFresh } from "./freshness.mjs";
import { root, runTool } from "./tool.mjs";

/** What the compiler does not take along: fonts, which are found by their place beside the code. */
const FILES = "canvas/fonts/files";

/** @type {readonly (readonly [title: string, tool: string, args: readonly string[]])[]} */
const steps = [
  ["Compiling the package", "tsc", ["--project", ".config/tsconfig.build.json"]],
  ["Bundling the site", "vite", ["build", "--config", ".config/vite.site.ts", "--logLevel", "warn"]],
];

const startedAt = new Date();
clean();
for (const [index, [title, tool, args]] of steps.entries()) {
  console.log(`[${index + 1}/${steps.length}] ${title}`);
  const code = await runTool(tool, args);
  if (code !== 0) {
    console.error(`"${title}" failed. Mend what it says above and run it again with: npm run build`);
    process.exit(code);
  }
}
cpSync(path.join(root, "src", FILES), path.join(root, "dist", FILES), { recursive: true });
markFresh(startedAt);
