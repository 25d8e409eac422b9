import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { InktapeProvider, Replay, systemClock, Whiteboard } from "../../src/index.js";
import { memory } from "../../src/transport/memory/index.js";

test("on a server both components are an empty shell with a name, and touch no window", () => {
  expect(typeof window).toBe("undefined");
  const html = renderToString(
    <InktapeProvider transport={memory()} theme="dark" clock={systemClock()}>
      <Whiteboard room="algebra" isRecord />
      <Replay room="algebra" from="2026-03-03T14:00Z" />
    </InktapeProvider>,
  );
  expect(html).toContain('aria-label="Whiteboard algebra"');
  expect(html).toContain('aria-label="Recording of algebra"');
  expect(html).toContain("Opening the board…");
  expect(html).toContain("Opening the recording…");
  expect(html).not.toContain("<canvas");
  expect(html).not.toContain('role="toolbar"');
});

test("without a transport the sentence says what to do", () => {
  expect(() => renderToString(<Whiteboard room="algebra" />)).toThrow(/give one to <InktapeProvider transport/);
});
