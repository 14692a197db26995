/** One line of progress that is written over, on a terminal only. */
export class Progress {
  private readonly stream: NodeJS.WriteStream;
  private shown = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  say(text: string): void {
    if (!this.stream.isTTY) return;
    this.stream.write(`\r${text.padEnd(this.shown)}`);
    this.shown = text.length;
  }

  clear(): void {
    if (this.shown > 0) this.stream.write(`\r${' '.repeat(this.shown)}\r`);
    this.shown = 0;
  }
}
