const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' };

/** The words of a WebVTT file, a cue each, in order: without times, styles and marks. */
export function wordsOfVtt(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n');
      const times = lines.findIndex((line) => line.includes('-->'));
      if (times === -1) return [];
      const words = lines.slice(times + 1).join('\n').replaceAll(/<[^>]*>/g, '').replaceAll(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity).trim();
      return words === '' ? [] : [words];
    });
}
