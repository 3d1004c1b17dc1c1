import type { Event } from "../../diagnostics/index.ts";
import type { Clock } from "../../limits/index.ts";
import { displayWidth } from "../layout.ts";
import type { Style } from "../style.ts";
import { countsLine, finishedLine, readingLine, type RowStyle, runningLine } from "./rows.ts";
import type { Progress, ProgressOptions, Screen } from "./screen.ts";
import { ProgressState } from "./state.ts";
import { summaryLines } from "./summary.ts";
import { wallClock } from "./wall-clock.ts";

const ESC = "\u001B[";
const HIDE_CURSOR = `${ESC}?25l`;
const SHOW_CURSOR = `${ESC}?25h`;
const CLEAR_LINE = `${ESC}K`;
const CLEAR_BELOW = `${ESC}J`;
const up = (rows: number): string => (rows > 0 ? `${ESC}${rows}A` : "");

/** A frame is drawn at most this often, so that nothing flickers. */
const FRAME_MILLIS = 100;
/** Without events, elapsed times are looked at this often; what has not changed is not drawn. */
const TICK_MILLIS = 250;

/** Only taste of the caller's style: the width is the screen's own, which may change. */
type LiveStyle = Pick<Style, "color" | "unicode">;

/**
 * Progress for a terminal: finished changes scroll up as one line each, running ones are redrawn in place below them,
 * and the last line counts. `clock` is that of the run.
 */
export function liveProgress(screen: Screen, style: LiveStyle, clock: Clock, options: ProgressOptions = {}): Progress {
  const live = new Live(screen, style, clock, options);
  return { emit: (event) => live.take(event), note: (text) => live.note(text), close: () => live.close() };
}

class Live {
  readonly #screen: Screen;
  readonly #style: LiveStyle;
  readonly #clock: Clock;
  readonly #wall: Clock;
  readonly #repeatsFailures: boolean;
  readonly #state = new ProgressState();
  readonly #stop = new AbortController();
  /** Finished lines not on the screen yet, already fitted to the width they came at. */
  #finished: string[] = [];
  /** The lines that stand on the screen and will be drawn over. */
  #frame: readonly string[] = [];
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isScheduled = false;

  constructor(screen: Screen, style: LiveStyle, clock: Clock, { wall = wallClock, failures = false }: ProgressOptions) {
    this.#screen = screen;
    this.#style = style;
    this.#clock = clock;
    this.#wall = wall;
    this.#repeatsFailures = failures;
    this.#tick().catch(() => undefined);
  }

  take(event: Event): void {
    if (this.#stop.signal.aborted) return;
    const row = this.#rowStyle();
    const line = finishedLine(event, row);
    if (line !== undefined) this.#finished.push(line);
    this.#state.apply(event, this.#clock.now());
    if (event.name === "apply.end") {
      this.#finished.push(...(this.#state.changes === 0 ? [] : [""]), ...summaryLines(this.#state, event, row, this.#repeatsFailures));
      this.close();
    } else {
      this.#request();
    }
  }

  note(text: string): void {
    this.#finished.push(...text.split("\n"));
    this.#draw(this.#stop.signal.aborted ? [] : this.#compose());
  }

  /** Wipes what runs, keeps what is finished, and gives the cursor back. */
  close(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#draw([]);
  }

  #rowStyle(): RowStyle {
    // The last column stays free: some terminals wrap as soon as it is written.
    return { ...this.#style, width: Math.max(20, this.#screen.columns - 1) };
  }

  /** Draws now, or as soon as the last frame is old enough. */
  #request(): void {
    const frame = this.#compose();
    // When nothing is left to redraw, others may write next: what stands there must be gone at once.
    const isLeaving = frame.length === 0 && this.#frame.length > 0;
    const wait = isLeaving ? 0 : this.#drawnAt + FRAME_MILLIS - this.#wall.now();
    if (wait <= 0) this.#draw(frame);
    else if (!this.#isScheduled) this.#drawLater(wait).catch(() => undefined);
  }

  async #drawLater(wait: number): Promise<void> {
    this.#isScheduled = true;
    try {
      await this.#wall.sleep(wait, this.#stop.signal);
    } finally {
      this.#isScheduled = false;
    }
    this.#draw(this.#compose());
  }

  async #tick(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#wall.sleep(TICK_MILLIS, this.#stop.signal);
      this.#request();
    }
  }

  #compose(): string[] {
    const style = this.#rowStyle();
    const now = this.#clock.now();
    const running = [...this.#state.running.values()];
    if (this.#state.readingSince !== undefined) return [readingLine(this.#state.readingSince, now, style)];
    if (this.#state.changes === 0) return [];
    const most = Math.max(1, this.#screen.rows - 2);
    const shown = running.length <= most ? running : running.slice(0, most - 1);
    const more = running.length - shown.length;
    return [...shown.map((row) => runningLine(row, now, style)), ...(more > 0 ? [`  and ${more} more`] : []), countsLine(this.#state, style)];
  }

  #draw(frame: readonly string[]): void {
    if (this.#finished.length === 0 && this.#isOnScreen(frame)) return;
    const lines = [...this.#finished, ...frame];
    const text = lines.map((line) => line + CLEAR_LINE).join("\n");
    const isIdle = frame.length === 0;
    const end = isIdle && this.#finished.length > 0 ? "\n" : "";
    // The cursor is hidden only while something is redrawn: in between, others may write or ask.
    const cursor = isIdle ? SHOW_CURSOR : this.#frame.length === 0 ? HIDE_CURSOR : "";
    this.#screen.write(`${up(this.#rowsOnScreen() - 1)}\r${text}${end}${CLEAR_BELOW}${cursor}`);
    this.#finished = [];
    this.#frame = frame;
    this.#drawnAt = this.#wall.now();
  }

  #isOnScreen(frame: readonly string[]): boolean {
    return frame.length === this.#frame.length && frame.every((line, index) => line === this.#frame[index]);
  }

  /** Rows the frame takes now: a terminal made narrower since then has wrapped its lines. */
  #rowsOnScreen(): number {
    const columns = Math.max(1, this.#screen.columns);
    const rows = this.#frame.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
    return Math.min(rows, this.#screen.rows);
  }
}
