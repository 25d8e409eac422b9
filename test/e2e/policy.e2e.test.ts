import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfFile } from "../react/whiteboard/pdf-file.js";
import { ServerProcess } from "./support/server.js";
import { startBrowser, Visitor } from "./support/visitor.js";

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** A red picture, as the browser makes one. */
async function redPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 80, height: 60 });
    const context = canvas.getContext("2d");
    if (context) context.fillStyle = "red";
    context?.fillRect(0, 0, 80, 60);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(address.split(",")[1] ?? "", "base64");
}

/** What the page's policy forbade, and what failed, from now on. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("pageerror", (error) => void complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.exposeFunction("complain", (text: string) => void complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { complain(text: string): void }).complain(
        `${event.effectiveDirective}: ${event.blockedURI}`,
      );
    });
  });
  return complaints;
}

test("a board and its replay do all they can under the policy that the server gives its pages", async () => {
  const room = `${server.url}/room/policy`;
  const visitor = await Visitor.comeIn(browser, "Pia", room);
  const { page } = visitor;
  // Choosers are passed on some time after the first listener, and one that opens before is lost.
  page.on("filechooser", () => undefined);
  const complaints = await complaintsOf(page);
  const response = await page.reload();
  expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
  await visitor.online();

  await visitor.drag([200, 300], [300, 340], [420, 300]);
  await page.keyboard.press("t");
  await page.mouse.click(500, 420);
  await page.keyboard.type("Łódź, 12:30");
  await page.keyboard.press("Escape");
  await visitor.sees([{ kind: "ink" }, { kind: "text" }]);

  // Pictures: one from a file, the pages of a PDF, and one that is dropped as an address.
  await page.locator(".inktape-canvas").focus();
  const [picker] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("i")]);
  await picker.setFiles({ name: "dot.png", mimeType: "image/png", buffer: await redPicture(page) });
  await visitor.sees([{}, {}, { kind: "image" }]);
  await page.locator(".inktape-canvas").focus();
  const [again] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("i")]);
  const pdf = Buffer.from(await pdfFile(2).arrayBuffer());
  await again.setFiles({ name: "handout.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.getByText("2/3", { exact: true }).waitFor();

  // Everything that opens, and every file that can be saved.
  await page.getByRole("button", { name: /all pages$/ }).click();
  await page
    .getByRole("dialog", { name: "Pages" })
    .getByRole("button", { name: /page 1 of/ })
    .click();
  await visitor.sees([{}, {}, { kind: "image" }]);
  for (const kind of ["Save as PNG", "Save as SVG", "Save all pages as PDF", "Save as a file"]) {
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    await page.getByRole("menuitem", { name: "Save" }).press("ArrowRight");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: kind, exact: true }).click(),
    ]);
    expect(await download.failure()).toBeNull();
  }
  await page.locator(".inktape-canvas").focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await visitor.online();

  await page.getByRole("link", { name: "Watch replay" }).click();
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await page.getByRole("slider", { name: "Position" }).press("End");
  await page.waitForFunction(() => {
    const handle = window.inktape;
    return handle !== undefined && "player" in handle && handle.player.frame.get().isWhole;
  });
  expect(complaints).toEqual([]);
  await visitor.leave();
});

test("what the policy forbids is not done", async () => {
  const visitor = await Visitor.comeIn(browser, "Pia", `${server.url}/room/forbidden`);
  const complaints = await complaintsOf(visitor.page);
  await visitor.page.reload();
  await visitor.online();
  await visitor.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.isForeign = true";
    document.head.append(script);
  });
  await expect.poll(() => complaints.join("\n")).toContain("script-src");
  expect(await visitor.page.evaluate(() => "isForeign" in window)).toBe(false);
  await visitor.leave();
});
