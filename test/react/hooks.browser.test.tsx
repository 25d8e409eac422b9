import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import {
  useMember,
  useRoomEvent,
  useSelection,
  useSharedState,
  useTool,
  useWhiteboard,
  Whiteboard,
} from "../../src/index.js";
import type { MemberId } from "../../src/signal/ids.js";
import { Box, createWorld, type World } from "./helpers.js";
import { boardIn, RECTANGLE, replayIn } from "./board-in.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => cleanup());

test("children are given the board, and what is in hand", async () => {
  function Inside() {
    const { setTool, getBoard } = useWhiteboard();
    const self = useMember(1 as MemberId);
    return (
      <button type="button" onClick={() => setTool("hand")}>
        {useTool()} {useSelection().length} {self?.profile.name} {Object.keys(getBoard().pages).length}
      </button>
    );
  }
  const handle = await boardIn(world, { children: <Inside /> });
  await userEvent.click(page.getByText("pen 0 Ada 1"));
  await expect.element(page.getByText("hand 0 Ada 1")).toBeVisible();
  handle.select(handle.add([RECTANGLE]));
  await expect.element(page.getByText("hand 1 Ada 1")).toBeVisible();
});

test("hooks outside of a board say what to do", async () => {
  const Lost = () => <>{useWhiteboard().getBoard().seq}</>;
  await expect(
    render(
      <world.Around>
        <Lost />
      </world.Around>,
    ),
  ).rejects.toThrow(/put the component inside of one/);
});

function Score() {
  const [score, setScore] = useSharedState("score", 0);
  expectTypeOf(score).toEqualTypeOf<number>();
  return (
    <button type="button" onClick={() => setScore((now) => now + 1)}>
      Score {score}
    </button>
  );
}

test("shared state and events go to everybody, and are there again in the recording", async () => {
  const heard: string[] = [];
  function Clap({ who }: { readonly who: string }) {
    const clap = useRoomEvent<{ hands: number }>("clap", (data, by) => heard.push(`${who} ${data.hands} ${by}`));
    return (
      <button type="button" onClick={() => clap({ hands: 2 })}>
        Clap {who}
      </button>
    );
  }
  const board = (name: string) => (
    <Box>
      <Whiteboard room="shared" user={{ name }} isRecord>
        <Score />
        <Clap who={name} />
      </Whiteboard>
    </Box>
  );
  const live = await render(
    <world.Around>
      {board("Ada")}
      {board("Ben")}
    </world.Around>,
  );
  await world.advance(200);
  const scores = () =>
    page
      .getByText(/^Score/)
      .elements()
      .map((element) => element.textContent);
  await expect.poll(scores).toEqual(["Score 0", "Score 0"]);
  await userEvent.click(page.getByText("Score 0").first());
  await world.advance(200);
  expect(scores()).toEqual(["Score 1", "Score 1"]);
  await userEvent.click(page.getByText("Clap Ben"));
  await world.advance(200);
  expect(heard.map((line) => line.split(" ")[0]).sort()).toEqual(["Ada", "Ben"]);
  await live.unmount();
  await world.advance(1000);

  heard.length = 0;
  const children = (
    <>
      <Score />
      <Clap who="Viewer" />
    </>
  );
  const replay = await replayIn(world, { room: "shared", children });
  await expect.poll(scores).toEqual(["Score 0"]);
  await userEvent.click(page.getByText("Score 0"));
  replay.player.play();
  await world.advance(5000);
  await expect.poll(scores).toEqual(["Score 1"]);
  expect(heard).toEqual([expect.stringMatching(/^Viewer 2 \d+$/)]);
});

test("a key that is inktape's own is refused", async () => {
  const Thief = () => <>{useSharedState("inktape.presenter", 0)[0]}</>;
  await boardIn(world);
  await expect(render(<Thief />)).rejects.toThrow(/is inktape's own/);
});
