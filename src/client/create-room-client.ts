import { mayDo, touchesLocked } from "../board/rights.js";
import type { Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError, isInktapeError } from "../signal/errors.js";
import { roomId, ROOM_MEMBER, type ClientId, type MemberId, type Millis } from "../signal/ids.js";
import { TICK_MS } from "../signal/ink.js";
import type { Welcome } from "../signal/protocol.js";
import { trackOf, type Json, type Role, type Signal } from "../signal/signal.js";
import { callAll } from "../store/call-all.js";
import type { Transport } from "../transport/transport.js";
import { createConnectionLoop } from "./connection-loop.js";
import { perform, step } from "./desk.js";
import { closeGesture, dropGesture, EMPTY_HISTORY, openGesture } from "./history.js";
import { completeUser, newClientId, newPageId, type User } from "./identity.js";
import { createInbox } from "./inbox.js";
import { createListeners } from "./listeners.js";
import { LogTime } from "./log-time.js";
import { batchesAfter, cut, cutTicks, oldestSent } from "./outbox.js";
import { outgoing } from "./outgoing.js";
import { createPacer } from "./pacer.js";
import { confirm, cutBatch, type Prediction } from "./prediction.js";
import { resume, start } from "./resume.js";
import type { RoomClient, Self } from "./room-client.js";
import { createShapeCounter } from "./shape-counter.js";
import { createStores } from "./stores.js";
import { createWatchdog } from "./watchdog.js";

/** A line on which a signal is not acknowledged for so long is dead, though nothing has said so. */
const STANDSTILL_MS = 15_000;

export interface RoomClientOptions {
  readonly transport: Transport;
  /** The room's name; it is made when it never was. Throws `bad-argument` for one that cannot stand in an address. */
  readonly room: string;
  readonly user?: User | undefined;
  /** The role to ask for; the room may give less. Default `writer`. */
  readonly role?: Role | undefined;
  /** Asks for recording. Default false. */
  readonly isRecord?: boolean | undefined;
  readonly clock: Clock;
  /** Gives numbers from 0 to 1, 1 excluded, as `Math.random` does. */
  readonly random: () => number;
  /** Goes on as this client, which must be the only one of its name. Default a new one. */
  readonly clientId?: ClientId | undefined;
}

/** Makes a participant in a room and starts to connect at once. It runs until it is closed. */
export function createRoomClient(options: RoomClientOptions): RoomClient {
  const { transport, role = "writer", isRecord = false, clock, random } = options;
  const room = roomId(options.room);
  const client = options.clientId ?? newClientId(random);
  const user = completeUser(options.user ?? {}, random);

  let who: Self | null = null;
  let prediction: Prediction | null = null;
  let history = EMPTY_HISTORY;
  /** The last entry that came, applied or not. */
  let received = 0;
  let nextShapeId: RoomClient["newShapeId"] = refuseShapeId;

  const stores = createStores();
  const entryListeners = createListeners<[readonly Entry[]]>();
  const refusalListeners = createListeners<[reason: string]>();
  const eventListeners = createListeners<[name: string, data: Json, by: MemberId]>();

  const logTime = new LogTime();
  const inbox = createInbox(clock, applyEntries);
  // A batch leaves no oftener than this, 30 times a second, which is also what makes it one tick of a pen.
  const pacer = createPacer(clock, TICK_MS, () => sendBatch(cutTicks));
  const watchdog = createWatchdog(clock, STANDSTILL_MS, () => loop.abandon(standstill()));
  const loop = createConnectionLoop({
    transport,
    clock,
    random,
    request() {
      inbox.flush();
      return { room, client, user, role, isRecord, after: lookedOn() ? null : (prediction?.confirmed.seq ?? null) };
    },
    onWelcome: welcomed,
    onEntries: receive,
    onThinned: receiveThinned,
    onChange: publish,
  });

  function publish(): void {
    watch();
    stores.show(() => ({ who, prediction, history, phase: loop.phase }));
  }

  function watch(): void {
    watchdog.watch(prediction && loop.phase.state === "online" ? oldestSent(prediction.outbox) : null);
  }

  function welcomed(welcome: Welcome): void {
    try {
      if (prediction && !lookedOn()) prediction = resume(prediction, welcome);
      else {
        prediction = start(welcome);
        nextShapeId = createShapeCounter(welcome.member, prediction.confirmed, welcome.clientSeq);
      }
    } catch (error) {
      if (!isInktapeError(error)) throw error;
      loop.deny(error);
      return;
    }
    received = prediction.confirmed.seq;
    logTime.reset(welcome.now, clock.now());
    for (const batch of batchesAfter(prediction.outbox, welcome.clientSeq)) loop.send(batch);
    who = { member: welcome.member, role: welcome.role };
    publish();
  }

  /** Whether this client has only looked on so far: a room that could store nothing gave it no number. */
  function lookedOn(): boolean {
    return prediction?.member === ROOM_MEMBER;
  }

  function receive(entries: readonly Entry[]): void {
    if (!entries.every((entry, index) => entry.seq === received + 1 + index)) {
      loop.deny(outOfOrder(received + 1, entries));
      return;
    }
    add(entries);
  }

  function receiveThinned(entries: readonly Entry[]): void {
    const isInOrder = entries.every(({ seq }, index) => seq > (entries[index - 1]?.seq ?? received));
    if (isInOrder) add(entries);
    else loop.deny(outOfOrder(received + 1, entries));
  }

  function add(entries: readonly Entry[]): void {
    const last = entries.at(-1);
    if (!last) return;
    received = last.seq;
    logTime.sample(last.at, clock.now());
    inbox.add(entries);
  }

  function applyEntries(entries: readonly Entry[]): void {
    if (prediction) prediction = confirm(prediction, entries);
    if (who && prediction) who = { ...who, role: roleAfter(entries, who) };
    callAll([publish, () => entryListeners.call(entries), () => tellEvents(entries), () => tellRefusals(entries)]);
  }

  function tellEvents(entries: readonly Entry[]): void {
    callAll(
      entries.flatMap(({ signal, by }) =>
        signal.type === "event" ? [() => eventListeners.call(signal.name, signal.data, by)] : [],
      ),
    );
  }

  function tellRefusals(entries: readonly Entry[]): void {
    callAll(
      entries.flatMap(({ signal, by }) =>
        signal.type === "void" && by === who?.member ? [() => refusalListeners.call(signal.reason)] : [],
      ),
    );
  }

  /** Sends what `cutting` cuts; says whether anything waited. */
  function sendBatch(cutting = cut): boolean {
    if (!prediction || prediction.outbox.waiting.length === 0) return false;
    const { given } = prediction.outbox;
    prediction = cutBatch(prediction, cutting);
    for (const batch of batchesAfter(prediction.outbox, given)) loop.send(batch);
    watch();
    return true;
  }

  const time = () => logTime.at(clock.now());
  const ready = (signal: Signal) => outgoing(signal, Math.floor(time()) as Millis);

  /** Whether what is done now can ever be sent. */
  const isOpen = () => loop.phase.state !== "denied" && loop.phase.state !== "closed";
  const isWriter = () => who?.role !== "reader";
  const canSend = (signal: Signal) => {
    if (trackOf(signal) === "presence") return loop.phase.state === "online";
    if (!who || !prediction || !mayDo(who.role, signal)) return false;
    return who.role === "admin" || !touchesLocked(prediction.board, signal);
  };

  function takeStep(way: "undo" | "redo"): void {
    if (!prediction || !isOpen() || !isWriter()) return;
    ({ prediction, history } = step({ prediction, history }, way, ready));
    pacer.nudge();
    publish();
  }

  return {
    room,
    status: stores.status,
    self: stores.self,
    board: stores.board,
    confirmed: stores.confirmed,
    history: stores.history,
    assets: transport.assets(room),
    time,
    send(signals) {
      if (!prediction || !isOpen()) return;
      const added = signals.filter(canSend).flatMap(ready);
      if (added.length === 0) return;
      ({ prediction, history } = perform({ prediction, history }, added));
      pacer.nudge();
      publish();
    },
    gesture() {
      history = openGesture(history);
      let isUnderWay = true;
      return (outcome) => {
        if (!isUnderWay) return;
        isUnderWay = false;
        history = outcome === "takenBack" ? dropGesture(history) : closeGesture(history);
        publish();
      };
    },
    undo: () => takeStep("undo"),
    redo: () => takeStep("redo"),
    newShapeId: () => nextShapeId(),
    newPageId: () => newPageId(random),
    onEntries: (listener) => entryListeners.add(listener),
    onRefused: (listener) => refusalListeners.add(listener),
    onEvent: (name, listener) => eventListeners.add((event, data, by) => event === name && listener(data, by)),
    reconnect: () => loop.retry(),
    close() {
      sendBatch();
      pacer.stop();
      inbox.close();
      loop.close();
    },
  };
}

/** What a client may do after entries: the room says so when that changes. */
function roleAfter(entries: readonly Entry[], { member, role }: Self): Role {
  const words = entries.filter(({ by, signal }) => by === member && signal.type === "member.join");
  const last = words.at(-1)?.signal;
  return last?.type === "member.join" ? last.profile.role : role;
}

function refuseShapeId(): never {
  throw new InktapeError(
    "bad-argument",
    "A shape's id was asked for before the room's first welcome: wait for `self`.",
  );
}

function standstill(): InktapeError {
  const seconds = STANDSTILL_MS / 1000;
  return new InktapeError("offline", `The room has not answered for ${seconds} s. Trying another connection.`);
}

function outOfOrder(due: number, entries: readonly Entry[]): InktapeError {
  const came = entries.map((entry) => entry.seq);
  return new InktapeError(
    "log-failed",
    `Entry ${due} of the room is due and ${came[0]} to ${came.at(-1)} came: the connection lost or doubled some. ` +
      "Load the page again.",
  );
}
