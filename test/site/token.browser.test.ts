import { afterEach, expect, test } from "vitest";
import { takeToken } from "../../src/site/token.js";

afterEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", location.pathname + location.search);
});

test("a token is taken out of the address, and kept for the tab", () => {
  const { href } = location;
  expect(takeToken()).toBeUndefined();
  history.replaceState(null, "", `${href}#token=a.b-c_d.e`);
  expect(takeToken()).toBe("a.b-c_d.e");
  expect(location.href).toBe(href);
  expect(takeToken()).toBe("a.b-c_d.e");
});

test("what else the address brings is left there", () => {
  history.replaceState(null, "", "#token=t&at=5");
  expect(takeToken()).toBe("t");
  expect(location.hash).toBe("#at=5");
});
