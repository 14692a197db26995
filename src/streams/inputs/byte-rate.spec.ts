import { ByteRate } from './byte-rate.js';

/** Bytes that come each second, and the clock that they come by. */
class Sender {
  now = 1_000_000;
  readonly rate = new ByteRate(() => this.now);

  send(seconds: number, bytes: number): this {
    for (let second = 0; second < seconds; second += 1) {
      this.now += 1_000;
      this.rate.add(bytes);
    }
    return this;
  }
}

it('knows after a minute what is usual, and does not get used to far less', () => {
  const sender = new Sender().send(50, 250_000);
  expect(sender.rate.usual()).toBeNull();
  sender.send(600, 250_000);
  const usual = sender.rate.usual()!;
  expect(usual).toBeGreaterThanOrEqual(2_000_000);
  sender.send(1_200, 50_000);
  expect([sender.rate.usual(), sender.rate.bitsPerSecond() < usual * 0.25]).toEqual([usual, true]);
});

it('gets used to what needs less for long', () => {
  const { rate } = new Sender().send(120, 250_000).send(700, 150_000);
  expect(rate.usual()).toBeLessThan(1_600_000);
});
