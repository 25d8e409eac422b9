import { expect, test } from "vitest";
import { late } from "../../../src/react/parts/late.js";

test("a late part is fetched when it is asked for, once for all who ask", async () => {
  let count = 0;
  const part = late(async () => `part ${(count += 1)}`);
  expect(part.get()).toBeNull();
  expect(count).toBe(0);
  expect(await Promise.all([part.load(), part.load()])).toEqual(["part 1", "part 1"]);
  expect(await part.load()).toBe("part 1");
  expect(part.get()).toBe("part 1");
});

test("a part that could not be had is fetched anew by the next who asks", async () => {
  const answers = [Promise.reject(new TypeError("no connection")), Promise.resolve("there")];
  const part = late(() => answers.shift() as Promise<string>);
  await expect(part.load()).rejects.toThrow("no connection");
  expect(part.get()).toBeNull();
  expect(await part.load()).toBe("there");
});
