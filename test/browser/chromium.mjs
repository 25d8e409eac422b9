import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright";

/** What every browser test starts Chromium with: no sandbox, because CI runs as root, and no traffic of its own. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, "Google", "Chrome", "Application", "chrome.exe")),
];

const INSTALL_LIMIT_MS = 300_000;

/**
 * The path of a Chromium or Chrome on this machine: what CHROMIUM_PATH names, an installed one, or Playwright's own.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const installed = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return [...installed, ...places, chromium.executablePath()].find((file) => existsSync(file));
}

/**
 * Finds Chromium or installs it. Ends the process with a sentence that says what to do when neither works.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium() ?? installChromium();
  if (found !== undefined && existsSync(found)) return found;
  console.error(
    found === undefined
      ? `The tests need Chromium, and it could not be installed; install it with "${advice()}" or name one in CHROMIUM_PATH.`
      : `CHROMIUM_PATH names ${found}, which does not exist; correct it, or unset it to have a browser found.`,
  );
  process.exit(1);
}

/** @returns {string | undefined} */
function installChromium() {
  // Debian's package first: behind a closed network, Playwright's download hangs until its limit.
  for (const install of isRootOnDebian() ? [installFromDebian, installFromPlaywright] : [installFromPlaywright]) {
    install();
    const found = findChromium();
    if (found !== undefined) return found;
  }
  return undefined;
}

function installFromDebian() {
  console.log("No browser found: installing Debian's chromium package, which takes about a minute.");
  run("apt-get", ["-qq", "update"]);
  run("apt-get", ["-qq", "install", "--yes", "--no-install-recommends", "chromium"]);
}

function installFromPlaywright() {
  console.log("No browser found: downloading Playwright's Chromium, which takes a minute or more.");
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  run(process.execPath, [cli, "install", "chromium"]);
}

/**
 * Runs an installer in silence: whether a browser is there afterwards is what counts.
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(command, args, { env, stdio: "ignore", timeout: INSTALL_LIMIT_MS });
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && isDebian();
}

function isDebian() {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function advice() {
  return isDebian() ? "sudo apt-get install chromium" : "npx playwright install chromium";
}
