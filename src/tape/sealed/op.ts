/** What an entry of the document is to its block. The numbers stand in the format: never change one. */
export const OP = {
  /** Points of the live stroke that its author has under way. */
  append: 0,
  /** Begins a live stroke. */
  begin: 1,
  /** Ends the live stroke that its author has under way. */
  end: 2,
  /** Adds a shape of ink, whose points stand in the ink part. */
  add: 3,
  /** Anything else: written as it is on the wire. */
  other: 4,
} as const;

export type Op = (typeof OP)[keyof typeof OP];
