import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromium } from "./browser/chromium.mjs";
import { packagesOf } from "./browser/packages-of.js";

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CHROMIUM_PATH = findChromium();

/** What the projects share: inktape's public names lead to src, as tsconfig.json says. */
const shared = { root: folder("."), resolve: { tsconfigPaths: true } };

/** Were a package found in the middle of a test, Vite would load the page anew. */
const optimizeDeps = { include: packagesOf(folder("src")) };

/** Ends a test that hangs. It is no measure of speed: the slowest machine passes what the fastest does. */
const HANGING_MS = 120_000;
/** The same for what a test waits to see. */
const expectation = { poll: { timeout: 30_000 } };

/** Chromium set up so that a picture is the same on every machine. A new object each time: projects may not share it. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport: { width: 800, height: 600 },
  instances: [{ browser: "chromium" as const }],
  provider: playwright({
    launchOptions: { args: chromiumArgs, ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }) },
    contextOptions: { deviceScaleFactor: 1, reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" },
  }),
});

export default defineConfig({
  root: folder("."),
  test: {
    passWithNoTests: true,
    coverage: { provider: "v8", include: ["src/**/*.{ts,tsx}"] },
    projects: [
      {
        ...shared,
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/**/*.{browser,e2e}.test.{ts,tsx}"],
          setupFiles: [folder("test/freeze-boards.ts")],
          testTimeout: HANGING_MS,
          hookTimeout: HANGING_MS,
          expect: expectation,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        optimizeDeps,
        plugins: [react()],
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.{ts,tsx}"],
          browser: browser(),
          setupFiles: [folder("test/freeze-boards.ts")],
          testTimeout: HANGING_MS,
          hookTimeout: HANGING_MS,
          expect: expectation,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        optimizeDeps,
        plugins: [react(), storybookTest({ configDir: folder(".storybook") })],
        test: { name: "stories", browser: browser(), testTimeout: HANGING_MS, sequence: { groupOrder: 2 } },
      },
      {
        ...shared,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.e2e.test.ts"],
          env: CHROMIUM_PATH ? { CHROMIUM_PATH } : {},
          // Each test drives whole browsers and servers, so they take turns, and after all others.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 2 * HANGING_MS,
          hookTimeout: HANGING_MS,
        },
      },
    ],
  },
});
