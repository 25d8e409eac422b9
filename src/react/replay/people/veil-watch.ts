import type { Veil } from "../../../canvas/veil.js";
import type { Player, PlayerState } from "../../../player/player.js";
import type { Store } from "../../../store/store.js";
import { participantsOf } from "./participants.js";
import { type PeopleChoice, veilOf } from "./people-choice.js";

const NOBODY: PlayerState["members"] = [];

/** What the viewer lets be seen of a recording's people, also of those who come while it is still being made. */
export class VeilWatch {
  #veil: Veil;
  #members = NOBODY;
  readonly #ends: readonly (() => void)[];

  /** @param onChange called when something else is seen. */
  constructor(
    private readonly player: Player,
    private readonly choice: Store<PeopleChoice>,
    private readonly onChange: () => void,
  ) {
    this.#veil = veilOf(choice.get(), []);
    this.#ends = [choice.subscribe(() => this.#look()), player.state.subscribe(() => this.#lookForNew())];
  }

  get(): Veil {
    return this.#veil;
  }

  close(): void {
    for (const end of this.#ends) end();
  }

  #lookForNew(): void {
    if (this.choice.get().hidden.length > 0 && this.player.state.get().members !== this.#members) this.#look();
  }

  #look(): void {
    this.#members = this.player.state.get().members;
    this.#veil = veilOf(this.choice.get(), participantsOf(this.#members));
    this.onChange();
  }
}
