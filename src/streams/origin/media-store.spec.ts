import { MediaStore } from './media-store.js';

describe('media in memory', () => {
  it('are the same pieces before and after they are sealed, and then lie side by side', () => {
    const store = new MediaStore(() => 0);
    const name = store.name();
    for (const text of ['one', 'two', 'three']) store.add(name, Buffer.from(text));
    const before = store.get(name)!.map(String);
    store.seal(name);
    const after = store.get(name)!;
    expect(after.map(String)).toEqual(before);
    expect(after.map(({ buffer, byteOffset }) => [buffer === after[0]!.buffer, byteOffset - after[0]!.byteOffset])).toEqual([[true, 0], [true, 3], [true, 6]]);
  });

  it('are forgotten a minute after they left the window', () => {
    let now = 0;
    const store = new MediaStore(() => now);
    const [old, young] = [store.name(), store.name()];
    for (const name of [old, young]) store.add(name, Buffer.from(name));
    store.retire([old]);
    now = 59_999;
    store.retire([young]);
    expect([store.get(old)?.length, store.get(young)?.length]).toEqual([1, 1]);
    now = 60_000;
    store.retire([]);
    expect([store.get(old), store.get(young)?.length]).toEqual([undefined, 1]);
  });
});
