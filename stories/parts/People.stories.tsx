import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import type { MemberId } from "../../src/index.js";
import { People } from "../../src/react/parts/people.js";
import { Ground } from "../helpers/frame.js";

const NAMES = ["Ada Moreau", "Ben Okafor", "Chen Li", "Dora", "Émile Novák", "Fatima al-Fihri", "李 小龙"];
const COLORS = ["#a8317c", "#1f5fbf", "#2e7031", "#7a5c00", "violet", "#f5d90a", "black"];

const member = (index: number) => ({
  member: (index + 1) as MemberId,
  profile: { user: String(index), name: NAMES[index] ?? "", color: COLORS[index] ?? "", role: "writer" as const },
  isSelf: index === 0,
});

const meta = {
  title: "Parts/People",
  component: People,
  args: { members: [0, 1, 2].map(member), theme: "light" },
  render: (args, { globals }) => (
    <Ground theme={globals.theme} width={360}>
      <People {...args} theme={globals.theme} />
    </Ground>
  ),
} satisfies Meta<typeof People>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Few: Story = {
  play: async ({ canvas }) => {
    const list = within(canvas.getByRole("list", { name: "People" }));
    await expect(list.getAllByRole("listitem").map((item) => item.title)).toEqual([
      "Ada Moreau (you)",
      "Ben Okafor",
      "Chen Li",
    ]);
  },
};

/** Beyond five the rest is a number. */
export const Many: Story = {
  args: { members: NAMES.map((_, index) => member(index)) },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("listitem")).toHaveLength(5);
    await expect(canvas.getByText("3 more")).toBeInTheDocument();
  },
};

export const Dark: Story = { ...Many, globals: { theme: "dark" } };
