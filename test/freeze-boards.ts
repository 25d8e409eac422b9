import { freezeBoards } from "../src/board/reduce.js";

// A stray write to a board throws in tests; apps are spared the cost.
freezeBoards(true);
