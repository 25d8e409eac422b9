import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Clock } from "../../../clock/clock.js";
import { InktapeError, isInktapeError } from "../../../signal/errors.js";

/** What is needed of a database. */
type Transactions = Pick<DatabaseSyncInstance, "exec" | "isTransaction">;

/** Is told of commits. */
export interface CommitObserver {
  /** A piece of work waits for the next commit. */
  asked(): void;
  /** A commit of so many pieces of work begins. What it gives is called when that is over. */
  begun(works: number): (isDurable: boolean) => void;
}

/** What keeps in memory what transactions change, and has a part in them. */
export interface Participant {
  /** A place in the transaction. */
  mark(): number;
  /** What was done since a place is taken back. */
  undoTo(mark: number): void;
  /** Writes what is still to be written, as the last part of the transaction. */
  write(): void;
  /** The transaction is over: kept, or undone to its start. */
  ended(): void;
}

/** How close commits follow each other. */
export interface CommitPace {
  readonly clock: Clock;
  /** Milliseconds from the end of one to the start of the next, at least. A commit after a longer rest waits for nothing. */
  readonly gapMs: number;
}

/** A piece of work. */
export interface WorkOptions {
  /** True for work that changes nothing in the database itself, but what its participant writes in the end. */
  readonly isInMemory?: boolean;
}

interface Work extends WorkOptions {
  readonly run: () => void;
  readonly committed: () => void;
  readonly failed: (error: InktapeError) => void;
}

/**
 * Commits what all rooms ask for in one turn of the event loop in one transaction: one flush to stable storage for all
 * of them. With a pace, what comes soon after a commit waits for those that come with it, so that a busy store flushes
 * less often; otherwise nothing waits for more to come. Work is done in the order it was asked for. Work that fails takes
 * back what it did itself and no other; when the transaction fails, all of it does.
 */
export class GroupCommit {
  readonly #db: Transactions;
  readonly #observer: CommitObserver | undefined;
  readonly #participant: Participant | undefined;
  readonly #pace: CommitPace | undefined;
  #waiting: Work[] = [];
  /** When the next commit may start, by the clock of the pace. */
  #nextAt = -Infinity;
  #isClosed = false;

  constructor(db: Transactions, participant?: Participant, observer?: CommitObserver, pace?: CommitPace) {
    this.#db = db;
    this.#participant = participant;
    this.#observer = observer;
    this.#pace = pace;
  }

  /**
   * Does work in the next transaction. Rejects with the work's own InktapeError, or with `log-failed`.
   *
   * @param done is called with the result once it is durable, before anyone who waits for the promise goes on; it must not throw.
   */
  add<T>(work: () => T, done: (value: T) => void = () => undefined, options: WorkOptions = {}): Promise<T> {
    if (this.#isClosed) return Promise.reject(new InktapeError("log-failed", "The store is closed: open it again."));
    this.#observer?.asked();
    return new Promise((resolve, reject) => {
      let value: T;
      this.#waiting.push({
        ...options,
        run: () => {
          value = work();
        },
        committed: () => {
          resolve(value);
          done(value);
        },
        failed: reject,
      });
      if (this.#waiting.length === 1) this.#arrange();
    });
  }

  /** Commits what is waiting, and takes nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#commit();
  }

  #arrange(): void {
    const { clock, gapMs } = this.#pace ?? { gapMs: 0 };
    // A clock that was set back must not hold up a commit for longer than the gap.
    const wait = clock ? Math.min(this.#nextAt - clock.now(), gapMs) : 0;
    if (clock && wait > 0) clock.after(wait, () => this.#commit());
    else setImmediate(() => this.#commit());
  }

  #commit(): void {
    const works = this.#waiting;
    this.#waiting = [];
    if (works.length === 0) return;
    const ended = this.#observer?.begun(works.length);
    const failures = new Map<Work, InktapeError>();
    try {
      this.#db.exec("BEGIN IMMEDIATE");
      for (const work of works) {
        const failure = this.#try(work);
        if (failure) failures.set(work, failure);
      }
      this.#participant?.write();
      this.#db.exec("COMMIT");
      this.#participant?.ended();
      ended?.(true);
    } catch (cause) {
      this.#rollBack();
      ended?.(false);
      for (const work of works) failures.set(work, logFailed(cause));
    }
    if (this.#pace) this.#nextAt = this.#pace.clock.now() + this.#pace.gapMs;
    for (const work of works) {
      const failure = failures.get(work);
      if (failure) work.failed(failure);
      else work.committed();
    }
  }

  #try(work: Work): InktapeError | null {
    const mark = this.#participant?.mark() ?? 0;
    if (!work.isInMemory) this.#db.exec("SAVEPOINT work");
    try {
      work.run();
      if (!work.isInMemory) this.#db.exec("RELEASE work");
      return null;
    } catch (error) {
      this.#participant?.undoTo(mark);
      // Some failures of SQLite (a full disk) end the whole transaction by themselves; this throws then.
      if (!work.isInMemory) this.#db.exec("ROLLBACK TO work; RELEASE work");
      return isInktapeError(error) ? error : logFailed(error);
    }
  }

  #rollBack(): void {
    if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
    this.#participant?.undoTo(0);
    this.#participant?.ended();
  }
}

function logFailed(cause: unknown): InktapeError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new InktapeError(
    "log-failed",
    `The store could not be written (${reason}): nothing of it was kept. Look at the disk of the server.`,
    { cause },
  );
}
