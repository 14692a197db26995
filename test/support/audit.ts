import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Result } from 'lighthouse';

type Category = 'accessibility' | 'best-practices' | 'performance';

export interface Audited {
  /** 0 to 100, by category. */
  scores: Partial<Record<Category, number>>;
  /** What cost points, in words, with the elements concerned. */
  findings: string[];
  /** Kilobytes (of 1,000) that the first load brought over the network; first and largest paint, blocked time and layout shift. */
  figures: { transferred: number; firstPaint: number; largestPaint: number; blocked: number; shift: number };
}

interface Wanted {
  /** Of a Chromium's remote debugging on this machine. */
  port: number;
  categories: readonly Category[];
  as: 'phone' | 'desktop';
  /** Pixels; left out: that device's own. */
  height?: number;
}

/** Lighthouse's word on a page. Performance is that of its slow phone or desktop on a slow network; without it, nothing is slowed down. */
export async function audit(url: string, { port, categories, as, height }: Wanted): Promise<Audited> {
  const lhr = await runLighthouse([
    url, `--port=${port}`, `--only-categories=${categories.join(',')}`,
    ...(as === 'desktop' ? ['--preset=desktop'] : []),
    ...(height === undefined ? [] : [`--screenEmulation.height=${height}`]),
    ...(categories.includes('performance') ? [] : ['--throttling-method=provided']),
  ]);
  if (lhr.runtimeError !== undefined) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
  const figure = (name: string): number => lhr.audits[name]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)])),
    findings: categories.filter((category) => category !== 'performance').flatMap((category) => findingsOf(lhr, category)),
    figures: {
      transferred: figure('total-byte-weight') / 1_000,
      firstPaint: figure('first-contentful-paint'),
      largestPaint: figure('largest-contentful-paint'),
      blocked: figure('total-blocking-time'),
      shift: figure('cumulative-layout-shift'),
    },
  };
}

/** In a process of its own: it imports its parts all at once, which Jest's loader of modules does not survive. */
async function runLighthouse(args: readonly string[]): Promise<Result> {
  const program = join(dirname(createRequire(import.meta.url).resolve('lighthouse/package.json')), 'cli', 'index.js');
  const fixed = ['--output=json', '--quiet', '--no-enable-error-reporting'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, ...fixed], { env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Result;
}

function findingsOf(lhr: Result, category: Category): string[] {
  return (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const found = lhr.audits[id];
    if (weight === 0 || found === undefined || found.score === null || found.score === 1) return [];
    const details = found.details?.type === 'table' ? JSON.stringify(found.details.items).slice(0, 600) : '';
    return [`${found.title} ${details}`.trim()];
  });
}
