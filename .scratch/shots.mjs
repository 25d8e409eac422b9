import { chromium } from "playwright";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const scheme of ["light", "dark"]) for (const [name, width] of [["wide", 1100], ["narrow", 360]]) {
  const page = await browser.newPage({ viewport: { width, height: 1300 }, colorScheme: scheme });
  page.on("console", (m) => console.log(m.text()));
  await page.goto("http://127.0.0.1:4777/api");
  console.log(scheme, name, await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]));
  await page.screenshot({ path: `.scratch/${scheme}-${name}.png` });
  await page.close();
}
await browser.close();
