import { cdp } from "vitest/browser";

/** What the Chrome DevTools Protocol is asked for here. */
interface DensityCommands {
  send(
    method: "Emulation.setDeviceMetricsOverride",
    metrics: { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
  ): Promise<unknown>;
}

/** Runs on a screen of that density, and goes back to the one before. */
export async function withDensity(deviceScaleFactor: number, run: () => Promise<void>): Promise<void> {
  const browser = cdp() as unknown as DensityCommands;
  const { innerWidth: width, innerHeight: height } = window.top ?? window;
  const set = (factor: number) =>
    browser.send("Emulation.setDeviceMetricsOverride", { width, height, mobile: false, deviceScaleFactor: factor });
  await set(deviceScaleFactor);
  try {
    await run();
  } finally {
    await set(1);
  }
}
