import { ensureChromium } from "../test/browser/chromium.mjs";
import { buildIfStale } from "./build-if-stale.mjs";
import { runTool } from "./tool.mjs";

const chromium = await ensureChromium();
buildIfStale();
process.exitCode = await runTool("vitest", ["run", "--config", "test/vitest.config.ts", ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM_PATH: chromium },
});
